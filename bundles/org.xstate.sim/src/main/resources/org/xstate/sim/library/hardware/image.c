/*
 * XSAVE images: a header and cells of memory.
 *
 * The extended region is cut into cells at every boundary of every layout that an image can have here; machine.h has the
 * tables. A value that is written covers the cells of its place in the layout at hand, whoever they belonged to; it is
 * read from the place that the reader believes in. So a read through a pointer that was computed for another layout
 * finds what really lies there.
 */

/* the piece of a cell whose bytes are the same for every part: zeros (value INIT), POISON or TORN */
#define NO_PIECE 0

/* bytes of a value: piece_offset[piece] is where in the part's bytes the cell begins */
struct cell {
	range(0, NR_PIECES) piece;
	token_t value;
};

/*
 * The first 16 bytes of the header, bit by bit as far as components exist; bit 63 of XCOMP_BV is a member of its own.
 * reserved: one of the bytes 16 to 63 is not 0.
 */
struct xstate_header {
	u64 xfeatures : XFEATURE_BITS;
	u64 xcomp_bv : XFEATURE_BITS;
	bool compacted;
	bool reserved;
};

struct xregs_state {
	struct xstate_header header;
	struct cell cells[NR_CELLS];
	bool freed;
	/* x87.c; not copied by memcpy, and not part of any layout */
	token_t x87_pointers;
	bool x87_exception_is_pending;
};

buffer(struct xregs_state);

property(no_use_after_free, "no image is used after it was freed");
property(layout_known,
	 "every image has a layout that the scenario allows for (knobs partial_images and standard_images)");

/* the number of the layout that a header stands for */
static int layout_of(u64 xcomp_bv, bool compacted)
{
	int layout = 0;
	int i;

	if (!compacted)
		return STANDARD_LAYOUT;
	for (i = 0; i < NR_EXTENDED; i++) {
		if (xcomp_bv & extended_bit[i])
			layout |= 1 << i;
	}
	return layout;
}

static void write_place(struct xregs_state *xsave, int place, int part, token_t value)
{
	bool zero = value == INIT && part_init_is_zero[part];
	bool shared = zero || value == POISON || value == TORN;
	int i;

	for (i = place_first[place]; i < place_first[place + 1]; i++) {
		xsave->cells[run_cell[i]].piece = shared ? NO_PIECE : run_piece[i];
		xsave->cells[run_cell[i]].value = value;
	}
}

static token_t read_place(struct xregs_state *xsave, int place, int part)
{
	int first = place_first[place];
	token_t value = xsave->cells[run_cell[first]].value;
	bool shared = xsave->cells[run_cell[first]].piece == NO_PIECE;
	int i;

	for (i = first; i < place_first[place + 1]; i++) {
		if (xsave->cells[run_cell[i]].value != value)
			return TORN;
		if (xsave->cells[run_cell[i]].piece != (shared ? NO_PIECE : run_piece[i]))
			return TORN;
	}
	if (shared && value == INIT && !part_init_is_zero[part])
		return ZERO;
	return value;
}

/* these bytes change to what is no value */
static void spoil(struct xregs_state *xsave, int from, int to)
{
	int c;

	for (c = 0; c < NR_CELLS; c++) {
		if (cell_start[c] < to && cell_end[c] > from) {
			xsave->cells[c].piece = NO_PIECE;
			xsave->cells[c].value = TORN;
		}
	}
}

/* the place of a part that begins at that byte, or NOWHERE */
static int place_at(int part, int offset)
{
	int i;

	for (i = part_first_place[part]; i < part_first_place[part + 1]; i++) {
		if (place_offset[i] == offset)
			return i;
	}
	return NOWHERE;
}

/*
 * Where component f lies in an image, by the image's own XCOMP_BV; NOWHERE if it has no place there.
 */
int xstate_offset(struct xregs_state *xsave, enum xfeature f)
{
	if (component_index[f] == NR_COMPONENTS)
		return NOWHERE;
	return component_offset[layout_of(xsave->header.xcomp_bv, xsave->header.compacted)][component_index[f]];
}

/* Where component f lies in a compacted image with that XCOMP_BV, or in a standard one. */
int xfeature_offset(u64 xcomp_bv, bool compacted, enum xfeature f)
{
	if (component_index[f] == NR_COMPONENTS)
		return NOWHERE;
	return component_offset[layout_of(xcomp_bv, compacted)][component_index[f]];
}

/* bytes, as CPUID.(D,f).EAX says; 0 for a component that the scenario does not have */
int xstate_size(enum xfeature f)
{
	return component_index[f] == NR_COMPONENTS ? 0 : component_size[component_index[f]];
}

/* how many values a component has; 0 for one that the scenario does not have */
int nr_parts(enum xfeature f)
{
	int i = component_index[f];

	return i == NR_COMPONENTS ? 0 : component_part[i + 1] - component_part[i];
}

/* one part of a component at that address; INIT for a component that the scenario does not have */
token_t read_part(void *address, enum xfeature f, int part)
{
	struct xregs_state *xsave = buffer_of(address);
	token_t value = INIT;
	int number;
	int place;

	atomic {
		require(no_use_after_free, !xsave->freed);
		if (part < nr_parts(f)) {
			number = component_part[component_index[f]] + part;
			place = place_at(number, offset_of(address) + part_offset[number]);
			value = TORN;
			if (place != NOWHERE)
				value = read_place(xsave, place, number);
		}
	}
	return value;
}

void write_part(void *address, enum xfeature f, int part, token_t value)
{
	struct xregs_state *xsave = buffer_of(address);
	int number;
	int place;
	int offset;

	atomic {
		require(no_use_after_free, !xsave->freed);
		if (part < nr_parts(f)) {
			number = component_part[component_index[f]] + part;
			offset = offset_of(address) + part_offset[number];
			place = place_at(number, offset);
			if (place == NOWHERE)
				spoil(xsave, offset, offset + part_size[number]);
			else
				write_place(xsave, place, number, value);
		}
	}
}

/* all parts at once */
void write_component(void *address, enum xfeature f, token_t value)
{
	int part;

	atomic {
		for (part = 0; part < nr_parts(f); part++)
			write_part(address, f, part, value);
	}
}

/* the value that all parts hold, else TORN */
token_t read_component(void *address, enum xfeature f)
{
	token_t value;
	int part;

	atomic {
		value = read_part(address, f, 0);
		for (part = 1; part < nr_parts(f); part++) {
			if (read_part(address, f, part) != value)
				value = TORN;
		}
	}
	return value;
}
