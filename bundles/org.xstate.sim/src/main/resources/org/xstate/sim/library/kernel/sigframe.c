/*
 * The frame of a signal in user memory: an image in standard format and the software's words about it. The
 * last page that it covers may be absent, for a while or for ever.
 */

enum user_page {
	PAGE_PRESENT,
	/* a fault brings it in */
	PAGE_ABSENT,
	/* a fault is the end */
	PAGE_UNMAPPED,
};

/*
 * Sizes that a frame can have: as the kernel writes it, or as a checkpoint tool built it for fewer
 * components.
 */
enum frame_size {
	FRAME_LEGACY,
	FRAME_SMALL,
	FRAME_KERNEL,
};

struct sigframe {
	struct xregs_state fx;
	/* what the frame says of itself, and behind which size the second magic number stands */
	enum frame_size xstate_size;
	enum frame_size magic2_behind;
	bool magic1;
	/* the software's words that have no meaning yet */
	token_t padding;
	/* written by a 32-bit program: sigreturn goes through the kernel's buffer */
	bool ia32;
	enum user_page last_page;
	/* what the program had when the signal came: observed, not used */
	token_t interrupted[NR_PARTS];
};

pool(struct sigframe, sigframes, 1);

/* The last page holds what lies behind a small frame. */
static inline bool frame_faults(struct sigframe *frame)
{
	return frame->last_page != PAGE_PRESENT;
}

/* Touches so many bytes of the frame. False if that cannot be done. */
static inline bool fault_in(struct sigframe *frame, enum frame_size size)
{
	if (size != FRAME_KERNEL)
		return true;
	if (frame->last_page == PAGE_UNMAPPED)
		return false;
	frame->last_page = PAGE_PRESENT;
	return true;
}
