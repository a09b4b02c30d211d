/*
 * memcpy and memset on images, in bytes. Nobody sees them half done: no interrupt and no other CPU may use an image
 * while it is copied, which is what the kernel's callers promise.
 */

#define XSTATE_BV_OFFSET 512
#define XCOMP_BV_OFFSET 520
#define RESERVED_OFFSET 528
#define EXTENDED_OFFSET 576

/* whether bytes begin to end - 1 lie in the length bytes from offset on */
static bool covers(int offset, int length, int begin, int end)
{
	return offset <= begin && end <= offset + length;
}

static void copy_header(struct xregs_state *to, struct xregs_state *from, int offset, int bytes)
{
	if (covers(offset, bytes, XSTATE_BV_OFFSET, XCOMP_BV_OFFSET))
		to->header.xfeatures = from->header.xfeatures;
	if (covers(offset, bytes, XCOMP_BV_OFFSET, RESERVED_OFFSET)) {
		to->header.xcomp_bv = from->header.xcomp_bv;
		to->header.compacted = from->header.compacted;
	}
	if (covers(offset, bytes, RESERVED_OFFSET, EXTENDED_OFFSET))
		to->header.reserved = from->header.reserved;
}

/* the piece of the same part that begins delta bytes further on, or NO_PIECE */
static int moved_piece(int piece, int delta)
{
	int i;

	if (delta == 0)
		return piece;
	for (i = 1; i <= NR_PIECES; i++) {
		if (piece_part[i] == piece_part[piece] && piece_offset[i] == piece_offset[piece] + delta)
			return i;
	}
	return NO_PIECE;
}

/* what the cell c of to is after it took the bytes that lie offset further on in from */
static void copy_cell(struct xregs_state *to, int c, struct xregs_state *from, int offset)
{
	int begin = cell_start[c] + offset;
	int end = cell_end[c] + offset;
	bool first = true;
	bool torn = false;
	token_t value = TORN;
	int piece = NO_PIECE;
	int candidate;
	int next = begin;
	int d;

	for (d = 0; d < NR_CELLS; d++) {
		if (cell_end[d] <= begin || cell_start[d] >= end)
			continue;
		candidate = NO_PIECE;
		if (from->cells[d].piece != NO_PIECE) {
			candidate = moved_piece(from->cells[d].piece, begin - cell_start[d]);
			if (candidate == NO_PIECE)
				torn = true;
		}
		if (cell_start[d] > next)
			torn = true;
		next = cell_end[d];
		if (first) {
			value = from->cells[d].value;
			piece = candidate;
			first = false;
		} else if (from->cells[d].value != value || candidate != piece) {
			torn = true;
		}
	}
	if (next < end)
		torn = true;
	to->cells[c].piece = torn ? NO_PIECE : piece;
	to->cells[c].value = torn ? TORN : value;
}

/* copies bytes to byte t of to from byte s of from, cell after cell in the order that an overlap allows for */
static void copy_cells(struct xregs_state *to, int t, struct xregs_state *from, int s, int bytes)
{
	int i;
	int c;

	for (i = 0; i < NR_CELLS; i++) {
		c = s < t ? NR_CELLS - 1 - i : i;
		if (cell_end[c] <= t || cell_start[c] >= t + bytes)
			continue;
		if (covers(t, bytes, cell_start[c], cell_end[c]))
			copy_cell(to, c, from, s - t);
		else
			spoil(to, cell_start[c], cell_end[c]);
	}
}

void xstate_memcpy(void *to, void *from, int bytes)
{
	struct xregs_state *target = buffer_of(to);
	struct xregs_state *source = buffer_of(from);

	atomic {
		require(no_use_after_free, !target->freed && !source->freed);
		if (offset_of(to) == offset_of(from))
			copy_header(target, source, offset_of(to), bytes);
		copy_cells(target, offset_of(to), source, offset_of(from), bytes);
	}
}

/* some bytes of a cell become 0 */
static void zero_some(struct xregs_state *xsave, int c)
{
	if (xsave->cells[c].piece != NO_PIECE || xsave->cells[c].value != INIT)
		spoil(xsave, cell_start[c], cell_end[c]);
}

/* octet is 0: what an image means whose header or values are filled with another byte is not modelled */
void xstate_memset(void *to, int octet, int bytes)
{
	struct xregs_state *target = buffer_of(to);
	int offset = offset_of(to);
	int c;

	assert(octet == 0);
	atomic {
		require(no_use_after_free, !target->freed);
		if (covers(offset, bytes, XSTATE_BV_OFFSET, XCOMP_BV_OFFSET))
			target->header.xfeatures = 0;
		if (covers(offset, bytes, XCOMP_BV_OFFSET, RESERVED_OFFSET)) {
			target->header.xcomp_bv = 0;
			target->header.compacted = false;
		}
		if (covers(offset, bytes, RESERVED_OFFSET, EXTENDED_OFFSET))
			target->header.reserved = false;
		for (c = 0; c < NR_CELLS; c++) {
			if (covers(offset, bytes, cell_start[c], cell_end[c])) {
				target->cells[c].piece = NO_PIECE;
				target->cells[c].value = INIT;
			} else if (cell_start[c] < offset + bytes && cell_end[c] > offset) {
				zero_some(target, c);
			}
		}
	}
}

/* memory as an allocator without zeroing hands it out: nobody knows what is in it */
void xstate_poison(struct xregs_state *xsave)
{
	int c;

	atomic {
		xsave->header.xfeatures = 0;
		xsave->header.xcomp_bv = 0;
		xsave->header.compacted = false;
		xsave->header.reserved = false;
		xsave->freed = false;
		for (c = 0; c < NR_CELLS; c++) {
			xsave->cells[c].piece = NO_PIECE;
			xsave->cells[c].value = POISON;
		}
	}
}

/* the image's memory goes back to the allocator; whoever still has a pointer must not use it */
void xstate_free(struct xregs_state *xsave)
{
	atomic {
		xstate_poison(xsave);
		xsave->freed = true;
	}
}

/* all components in their initial configuration, the format that of XCOMP_BV mask, or the standard one if mask is 0 */
void init_image(struct xregs_state *xsave, u64 mask)
{
	int part;

	atomic {
		xstate_poison(xsave);
		xstate_memset(xsave, 0, IMAGE_BYTES);
		xsave->header.xcomp_bv = mask;
		xsave->header.compacted = mask != 0;
		for (part = 0; part < NR_PARTS; part++) {
			if (!part_init_is_zero[part] && part_is_legacy[part])
				write_place(xsave, place_of[STANDARD_LAYOUT][part], part, INIT);
		}
	}
}
