/* Tasks, their FPU state, and what a CPU knows about the task that runs on it. */

#define PF_KTHREAD 1
#define PF_IDLE 2
/* a thread of user space's that never returns there, as io_uring's */
#define PF_USER_WORKER 4

enum task_state {
	TASK_RUNNING,
	/* sleeps until it is woken */
	TASK_INTERRUPTIBLE,
	/* stopped for its tracer */
	TASK_TRACED,
	/* made by clone, not woken yet */
	TASK_NEW,
	/* woken for the first time: the CPU that takes it brings it to its first instruction */
	TASK_FORKED,
	TASK_DEAD,
};

/* number of one bits among the least eight */
#define KERNEL_THREAD_COUNT ((KERNEL_THREADS & 1) + (KERNEL_THREADS >> 1 & 1) + (KERNEL_THREADS >> 2 & 1) \
	+ (KERNEL_THREADS >> 3 & 1) + (KERNEL_THREADS >> 4 & 1) + (KERNEL_THREADS >> 5 & 1) \
	+ (KERNEL_THREADS >> 6 & 1) + (KERNEL_THREADS >> 7 & 1))
#define NR_USER_TASKS (NR_TASKS - KERNEL_THREAD_COUNT)

/* one more buffer for each task that may enable what is not in the default */
#define NR_DYNAMIC_FPSTATES ((KERNEL_FEATURES & XFEATURES_XFD) != 0 ? NR_USER_TASKS : 0)

/* an own buffer for each user task, then those that are allocated while the model runs, then that of a guest */
#define NR_FPSTATES (NR_USER_TASKS + NR_DYNAMIC_FPSTATES + guest_state + (NR_USER_TASKS + NR_DYNAMIC_FPSTATES == 0))

struct fpstate {
	/* components that the buffer is for, and those of them that user space sees */
	u64 xfeatures : XFEATURE_BITS;
	u64 user_xfeatures : XFEATURE_BITS;
	/* components that are disarmed while this state is in the registers */
	u64 xfd : XFEATURE_BITS;
	bool in_use;
	bool is_valloc;
	bool is_guest;
	bool is_confidential;
	/* bytes that the memory behind regs has */
	u16 size;
	struct xregs_state regs;
};

struct fpu {
	/* the CPU that last loaded or saved the state in this object; NO_CPU: no registers hold it */
	cpu_t last_cpu;
	struct fpstate *fpstate;
	/* the buffer that comes with the task; NULL for kernel threads, which have no state of user space */
	struct fpstate *__fpstate;
	/* components that may be enabled on first use */
	u64 perm : XFEATURE_BITS;
	/* when it was last saved with AVX-512 in use; time is not modelled, so never */
	bool avx512_timestamp;
};

struct thread_struct {
	struct fpu fpu;
	/* the value that PKRU is switched to, 5.14 and later */
	token_t pkru;
	/* what PKRU was before a signal frame is written; in the kernel a local of the delivery */
	token_t pkru_before_frame;
	/* values of components that are not, or not always, in the buffer: where policies park them */
	token_t own[NR_OWN_PARTS];
	/* components that got the value of the process by a trap, as pasid_activated says of PASID */
	u32 populated : NR_DEMANDED;
	/* the image of the components that are independent of the buffer */
	struct xregs_state *independent;
};

struct mm_struct {
	token_t pasid;
	/* what the process has for its threads, component by component: what a trap populates them with */
	token_t demanded[NR_DEMANDED];
	bool in_use;
};

struct task_struct {
	/* TIF_NEED_FPU_LOAD */
	bool need_fpu_load;
	/* TIF_SIGPENDING */
	bool sigpending;
	u8 flags : 3;
	enum task_state state;
	bool on_cpu;
	/* where it runs or ran last */
	cpu_t cpu;
	struct mm_struct *mm;
	struct task_struct *group_leader;
	bool pasid_activated;
	/* user shadow stack is on */
	bool shstk;
	struct thread_struct thread;
};

pool(struct task_struct, tasks, NR_TASKS + NR_CPUS);
pool(struct fpstate, fpstates, NR_FPSTATES);
pool(struct mm_struct, mms, NR_TASKS);
pool(struct xregs_state, independent_images, POLICY_INDEPENDENT != 0 ? NR_TASKS : 1);

/* what XRSTOR from an untouched buffer gives; never written after boot */
struct fpstate init_fpstate;

DEFINE_PER_CPU(struct task_struct *, current_task);
DEFINE_PER_CPU(struct task_struct *, idle_task);

/* the fpu object whose state this CPU's registers hold, provided that its last_cpu is this CPU */
DEFINE_PER_CPU(struct fpu *, fpu_fpregs_owner_ctx);

/* kernel_fpu_allowed from 6.16 on says the opposite */
DEFINE_PER_CPU(bool, in_kernel_fpu);

/* CR4.OSFXSR and CR4.OSXSAVE are clear: the CPU is coming up, and every instruction of the FPU raises #UD */
DEFINE_PER_CPU(bool, fpu_is_off);

/* the parts of preempt_count: nesting of preempt_disable, of local_bh_disable (serving a softirq counts as one) */
DEFINE_PER_CPU(range(0, 3), preempt_depth);
DEFINE_PER_CPU(range(0, 3), softirq_depth);
DEFINE_PER_CPU(bool, serving_softirq);
DEFINE_PER_CPU(bool, in_hardirq_context);
DEFINE_PER_CPU(bool, in_nmi_context);
DEFINE_PER_CPU(bool, irqs_off);

/* the CPU executes instructions of user space, CPL 3 */
DEFINE_PER_CPU(bool, user_mode);

bool is_user_task(struct task_struct *tsk)
{
	return !(tsk->flags & (PF_KTHREAD | PF_USER_WORKER));
}

/* whether the core code looks at the task's FPU state at all */
bool has_fpu_state(struct task_struct *tsk)
{
	return user_workers_have_no_fpu ? is_user_task(tsk) : !(tsk->flags & PF_KTHREAD);
}

int task_number(struct task_struct *tsk)
{
	int number = 0;

	for (int i = 0; i < NR_TASKS; i++)
		if (tsk == &tasks[i])
			number = i;
	return number;
}
