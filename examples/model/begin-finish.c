/*
 * The pseudo-code of the proposal, as a function of a model: Dave Hansen to Tony Luck, 28 Sep 2021, "Re: [PATCH 4/8]
 * x86/traps: Demand-populate PASID MSR via #GP".
 *
 * Only declarations are added, and code stands where the mail writes prose: 'xfeature registers are "live"' is
 * fpregs_live(current), and 'set TIF bit' and 'mark feature modified' are the two statements that the mail's own
 * comments name.
 */
enum xfeature {
	XFEATURE_PKRU = 9,
	XFEATURE_PASID = 10,
};

struct xstate_header {
	u64 xfeatures;
	u64 xcomp_bv;
};

struct xregs_state {
	struct xstate_header header;
	token_t pasid;
};

struct pasid_state {
	token_t pasid;
};

tokens(V1, V2);
buffer(struct xregs_state);
component(struct pasid_state, XFEATURE_PASID);

struct task_struct {
	bool need_fpu_load;
};

#define TIF_NEED_FPU_LOAD 14

struct xregs_state init_image;
struct xregs_state *xsave;
static bool locked;

pool(struct task_struct, tasks, 2);

/* stand-ins: what they do is not what this file is about */
static void *__raw_xsave_addr(struct xregs_state *xstate, enum xfeature xfeature)
{
	assume(xfeature == XFEATURE_PKRU || xfeature == XFEATURE_PASID);
	return xstate;
}

static inline void write_part(void *p, enum xfeature f, int part, token_t v)
{
	assume(f == XFEATURE_PASID && part == 0);
	buffer_of(p)->pasid = v;
}

static inline void fpregs_lock(void)
{
	locked = true;
}

static inline void fpregs_unlock(void)
{
	locked = false;
}

static inline bool fpregs_live(struct task_struct *tsk)
{
	return !tsk->need_fpu_load;
}

static inline void xsaves(struct xregs_state *xstate, u64 mask)
{
	xstate->header.xfeatures |= mask;
}

static inline void set_thread_flag(int flag)
{
	current->need_fpu_load = flag == TIF_NEED_FPU_LOAD;
}

static inline void BUG_ON(bool condition)
{
	assert(!condition);
}

void *begin_update_one_xsave_feature(enum xfeature xfeature, bool full)
{
	void *addr;

	BUG_ON(!(xsave->header.xcomp_bv & xfeature));

	addr = __raw_xsave_addr(xsave, xfeature);

	fpregs_lock();

	if (full)
		return addr;

	if (fpregs_live(current))
		xsaves(xsave, 1 << xfeature);

	return addr;
}

void finish_update_one_xsave_feature(enum xfeature xfeature)
{
	xsave->header.xfeatures |= BIT_ULL(xfeature);
	set_thread_flag(TIF_NEED_FPU_LOAD);
	fpregs_unlock();
}

setup(buffer)
{
	xsave = &init_image;
}

task(A)
{
	struct pasid_state *state = begin_update_one_xsave_feature(XFEATURE_PASID, true);

	state->pasid = V1;
	finish_update_one_xsave_feature(XFEATURE_PASID);
}
