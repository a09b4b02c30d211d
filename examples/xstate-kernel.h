/*
 * What a C compiler needs to read text that uses the library: what its files declare, for one processor. xstate.h
 * includes it. Made from the library's text.
 */
#pragma once
#include "xstate-hardware.h"

/* kernel/knobs.c */
knob_flag(irq_fpu_usable_checks_softirqs, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(irq_fpu_usable_knows_onlining, kernel_version() >= KERNEL_VERSION(6, 16, 0));
knob_flag(kernel_fpu_locks_fpregs, kernel_version() >= KERNEL_VERSION(6, 15, 0));
knob_flag(switch_sets_flag_of_prev, kernel_version() >= KERNEL_VERSION(6, 16, 0));
knob_flag(user_workers_have_no_fpu, kernel_version() >= KERNEL_VERSION(6, 3, 0));
knob_flag(validity_tests_last_cpu, true);
knob_flag(restore_clears_x87_pointers, true);
knob_flag(eager_fpu, true);
knob_flag(xsaves_independent_only, kernel_version() >= KERNEL_VERSION(5, 16, 0));
knob_flag(offsets_follow_xcomp_bv, kernel_version() >= KERNEL_VERSION(5, 19, 0));
knob_flag(preempt_rt, false);
knob(preemption, PREEMPT_FULL, PREEMPT_NONE, PREEMPT_NEVER);
knob_flag(endless_interrupts, false);
knob_flag(endless_migrations, false);
knob(kernel_fpu_clobbers, CLOBBER_VECTOR, CLOBBER_ALL);
knob_flag(guest_state, false);

/* kernel/task.c */
#define PF_KTHREAD 1
#define PF_IDLE 2
#define PF_USER_WORKER 4
enum task_state {
	TASK_RUNNING,
	TASK_INTERRUPTIBLE,
	TASK_TRACED,
	TASK_NEW,
	TASK_FORKED,
	TASK_DEAD,
};
#define KERNEL_THREAD_COUNT ((KERNEL_THREADS & 1) + (KERNEL_THREADS >> 1 & 1) + (KERNEL_THREADS >> 2 & 1) \
	+ (KERNEL_THREADS >> 3 & 1) + (KERNEL_THREADS >> 4 & 1) + (KERNEL_THREADS >> 5 & 1) \
	+ (KERNEL_THREADS >> 6 & 1) + (KERNEL_THREADS >> 7 & 1))
#define NR_USER_TASKS (NR_TASKS - KERNEL_THREAD_COUNT)
#define NR_DYNAMIC_FPSTATES ((KERNEL_FEATURES & XFEATURES_XFD) != 0 ? NR_USER_TASKS : 0)
#define NR_FPSTATES (NR_USER_TASKS + NR_DYNAMIC_FPSTATES + guest_state + (NR_USER_TASKS + NR_DYNAMIC_FPSTATES == 0))
struct fpstate {
	u64 xfeatures : XFEATURE_BITS;
	u64 user_xfeatures : XFEATURE_BITS;
	u64 xfd : XFEATURE_BITS;
	bool in_use;
	bool is_valloc;
	bool is_guest;
	bool is_confidential;
	u16 size;
	struct xregs_state regs;
};
struct fpu {
	cpu_t last_cpu;
	struct fpstate *fpstate;
	struct fpstate *__fpstate;
	u64 perm : XFEATURE_BITS;
	bool avx512_timestamp;
};
struct thread_struct {
	struct fpu fpu;
	token_t pkru;
	token_t pkru_before_frame;
	token_t own[NR_OWN_PARTS];
	u32 populated : NR_DEMANDED;
	struct xregs_state *independent;
};
struct mm_struct {
	token_t pasid;
	token_t demanded[NR_DEMANDED];
	bool in_use;
};
struct task_struct {
	bool need_fpu_load;
	bool sigpending;
	u8 flags : 3;
	enum task_state state;
	bool on_cpu;
	cpu_t cpu;
	struct mm_struct *mm;
	struct task_struct *group_leader;
	bool pasid_activated;
	bool shstk;
	struct thread_struct thread;
};
pool(struct task_struct, tasks, NR_TASKS + NR_CPUS);
pool(struct fpstate, fpstates, NR_FPSTATES);
pool(struct mm_struct, mms, NR_TASKS);
pool(struct xregs_state, independent_images, POLICY_INDEPENDENT != 0 ? NR_TASKS : 1);
extern struct fpstate init_fpstate;
DEFINE_PER_CPU(struct task_struct *, current_task);
DEFINE_PER_CPU(struct task_struct *, idle_task);
DEFINE_PER_CPU(struct fpu *, fpu_fpregs_owner_ctx);
DEFINE_PER_CPU(bool, in_kernel_fpu);
DEFINE_PER_CPU(bool, fpu_is_off);
DEFINE_PER_CPU(range(0, 3), preempt_depth);
DEFINE_PER_CPU(range(0, 3), softirq_depth);
DEFINE_PER_CPU(bool, serving_softirq);
DEFINE_PER_CPU(bool, in_hardirq_context);
DEFINE_PER_CPU(bool, in_nmi_context);
DEFINE_PER_CPU(bool, irqs_off);
DEFINE_PER_CPU(bool, user_mode);
bool is_user_task(struct task_struct *tsk);
bool has_fpu_state(struct task_struct *tsk);
int task_number(struct task_struct *tsk);

/* kernel/claims.c */
knob_flag(check_kernel_state, true);
knob_flag(check_fpu_state_is_locked, true);
knob_flag(check_kernel_fpu_is_exclusive, true);
knob_flag(check_kernel_fpu_owns_registers, true);
knob_flag(check_kernel_restore_never_faults, true);
knob_flag(check_kernel_save_never_faults, true);
knob_flag(check_no_sleep_while_locked, true);
knob_flag(check_old_value_is_shown, true);
knob_flag(check_target_stands_still, true);
knob_flag(check_no_warning, true);
knob_flag(check_no_oops, true);

/* kernel/ghost.c */
extern token_t canon[NR_TASKS][NR_PARTS];
extern bool pending[NR_TASKS][NR_COMPONENTS];
extern bool set_by_call[NR_TASKS][NR_COMPONENTS];
void canon_set_part(struct task_struct *tsk, enum xfeature f, int part, token_t value);
void canon_set(struct task_struct *tsk, enum xfeature f, token_t value);
token_t canon_part(struct task_struct *tsk, enum xfeature f, int part);
token_t canon_of(struct task_struct *tsk, enum xfeature f);
void canon_copy(struct task_struct *to, struct task_struct *from);
bool is_pending(struct task_struct *tsk, enum xfeature f);
void set_pending(struct task_struct *tsk, enum xfeature f, bool value);
void api_begins(struct task_struct *tsk, enum xfeature f);
void api_fails(struct task_struct *tsk, enum xfeature f);
void api_completes_part(struct task_struct *tsk, enum xfeature f, int part, token_t value);
void api_completes(struct task_struct *tsk, enum xfeature f, token_t value);
void old_value_is_seen(struct task_struct *tsk, enum xfeature f, void *address);

/* kernel/hooks.h */
hook(u64, left_out_of_restore)(void);
hook(void, switch_to)(struct task_struct *next);
hook(void, switched_in)(void);
hook(void, restore_left_out)(void);
hook(void, exec_begins)(void);
hook(void, flush_thread)(void);
hook(void, exec_mm)(void);
hook(void, exec_done)(void);
hook(void, dup_task)(struct task_struct *dst);
hook(void, clone_state)(struct task_struct *dst, bool thread, token_t ssp);
hook(void, clone_expected)(struct task_struct *dst, bool thread, token_t ssp);
hook(void, sigframe_prepare)(void);
hook(void, sigframe_written)(struct xregs_state *frame);
hook(void, sigframe_failed)(void);
hook(void, user_states_cleared)(void);
hook(void, sigreturn_begins)(void);
hook(void, user_states_restored)(void);
hook(void, copy_to_uabi)(struct xregs_state *to, struct task_struct *tsk);
hook(void, regset_begins)(struct task_struct *tsk);
hook(void, regset_written)(struct task_struct *tsk, struct xregs_state *from);
hook(u64, switched_by_hypervisor)(void);

/* kernel/context.c */
enum tif { TIF_NEED_FPU_LOAD, TIF_SIGPENDING };
void preempt_disable(void);
void preempt_enable(void);
void local_bh_disable(void);
void local_bh_enable(void);
void local_irq_disable(void);
void local_irq_enable(void);
bool irqs_disabled(void);
int softirq_count(void);
bool in_hardirq(void);
bool in_nmi(void);
bool in_interrupt(void);
void fpregs_lock(void);
void fpregs_unlock(void);
bool fpregs_are_locked(void);
bool test_tsk_thread_flag(struct task_struct *tsk, enum tif flag);
void set_tsk_thread_flag(struct task_struct *tsk, enum tif flag);
void clear_tsk_thread_flag(struct task_struct *tsk, enum tif flag);
bool test_thread_flag(enum tif flag);
void set_thread_flag(enum tif flag);
void clear_thread_flag(enum tif flag);
bool fpregs_state_valid(void);
void fpregs_activate(struct fpu *fpu);
void fpregs_mark_activate(void);
void __cpu_invalidate_fpregs_state(void);
void __fpu_invalidate_fpregs_state(struct fpu *fpu);
bool fpregs_live(struct task_struct *tsk);
void BUG_ON(bool condition);
bool WARN_ON_ONCE(bool condition);

/* kernel/traps.h */
enum trap_signal { SIG_NONE = 0, SIGILL = 4, SIGSEGV = 11 };
enum extable_type { EX_NONE, EX_FPU_RESTORE, EX_FAULT };
hook(bool, exception_irqs_off)(int vector);
hook(bool, exception_irqs_on)(int vector);
hook(bool, fixup_exception)(int vector, enum extable_type type);
hook(u64, fixup_ax)(int vector);
hook(bool, page_fault_in_kernel)(void);
knob(irqs_on_at, BY_HANDLER, AT_GATE, AT_HANDLER, AT_CAUSE, AT_CHANGE, AT_CHANGED, AT_EXIT);
knob(fpu_used_at, FPU_NOT_USED, FPU_AT_GATE, FPU_AT_HANDLER, FPU_AT_CAUSE, FPU_AT_CHANGE, FPU_AT_CHANGED, FPU_AT_EXIT);
knob_flag(check_trap_assumptions, true);
extern enum trap_signal sent_signal[NR_TASKS];
void force_sig(enum trap_signal sig);
enum trap_signal signal_of(struct task_struct *tsk);
void trap_point(int point);
void trap_enables_irqs(int point);
int exception_in_kernel(int vector, enum extable_type type);

/* kernel/components.c */
#define XFEATURES_FPSSE (BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE))
void api_begins_mask(struct task_struct *tsk, u64 mask);
void api_ends(struct task_struct *tsk, enum xfeature f);
void api_ends_mask(struct task_struct *tsk, u64 mask);
void canon_init(struct task_struct *tsk, u64 mask);
token_t uabi_part(struct xregs_state *xsave, enum xfeature f, int part);
token_t uabi_value(struct xregs_state *xsave, enum xfeature f);
void uabi_store(struct xregs_state *xsave, enum xfeature f, token_t value);
void uabi_clear(struct xregs_state *xsave, enum xfeature f);
token_t reg_part(enum xfeature f, int part);

/* kernel/xstate.c */
void *__raw_xsave_addr(struct xregs_state *xsave, enum xfeature f);
int xstate_calculate_size(u64 xfeatures, bool compacted);
void *get_xsave_addr(struct xregs_state *xsave, enum xfeature f);
bool validate_independent_components(u64 mask);
void xsaves(struct xregs_state *xstate, u64 mask);
void xrstors(struct xregs_state *xstate, u64 mask);
token_t value_in(struct xregs_state *xsave, enum xfeature f);
token_t memory_value(struct task_struct *tsk, enum xfeature f);

/* kernel/core.c */
void xfd_update_state(struct fpstate *fpstate);
u64 fpregs_restore_mask(void);
void os_xsave(struct fpstate *fpstate);
int os_xrstor_safe(struct fpstate *fpstate, u64 mask);
void os_xrstor(struct fpstate *fpstate, u64 mask);
void save_fpregs_to_fpstate(struct fpu *fpu);
void restore_fpregs_from_fpstate(struct fpstate *fpstate, u64 mask);
void fpregs_restore_userregs(void);
void switch_fpu_return(void);
bool irq_fpu_usable(void);
void kernel_fpu_begin(void);
void kernel_fpu_end(void);
bool clobbered_by_kernel(enum xfeature f);
void use_kernel_fpu(void);
void kernel_fpu_section(void);
void fpu_sync_fpstate(void);
void fpregs_assert_state_consistent(void);
void fpregs_lock_and_load(void);

/* kernel/lazy.c */
DEFINE_PER_CPU(bool, cr0_ts);
void prepare_registers_for_user(void);
void use_registers(void);

/* kernel/entry.c */
void enter_kernel(void);
void enter_kernel_irqs_off(void);
void exit_to_user_mode(void);
void user_write(enum xfeature f, token_t value);
void user_write_part(enum xfeature f, int part, token_t value);
void user_init(enum xfeature f);
token_t reg(enum xfeature f);

/* kernel/traps.c */
void trap_point(int point);
void trap_enables_irqs(int point);
void trap_needs_irqs_off(void);
void might_sleep(void);
void trap_needs_live_registers(void);
void unknown_exception(int vector);
bool handle_exception(int vector);
bool exc_invalid_op(void);
bool exc_device_not_available(void);
bool exc_general_protection(void);
bool exc_page_fault(void);
bool exc_control_protection(void);
int exception_in_kernel(int vector, enum extable_type type);
bool exception_of_fpu(int vector);
bool user_use(enum xfeature f);
void canon_from_image(struct xregs_state *from, u64 rfbm);
bool user_xrstor(struct xregs_state *from, u64 rfbm);

/* kernel/xfd.c */
knob_flag(xfd_cache_follows_reset, kernel_version() >= KERNEL_VERSION(6, 9, 0));
knob_flag(xfd_synced_on_restore, true);
knob_flag(xfd_synced_on_signal, kernel_version() >= KERNEL_VERSION(6, 18, 0));
knob_flag(realloc_restores_first, true);
knob_flag(fpstate_alloc_may_fail, false);
#define HAS_XFD ((KERNEL_FEATURES & XFEATURES_XFD) != 0)
#define EPERM 1
#define ENOMEM 12
#define EFAULT 14
DEFINE_PER_CPU(u64, xfd_state);
void xfd_set_state(u64 xfd);
void xfd_update_state(struct fpstate *fpstate);
void fpu__init_cpu_xstate(void);
void xstate_request_perm(void);
bool xstate_get_group_perm(void);
struct fpstate *alloc_fpstate(u64 xfeatures);
void free_fpstate(struct fpstate *fpstate);
int fpstate_realloc(void);
int xfd_enable_feature(void);

/* kernel/sched.c */
extern range(0, MIGRATIONS) migrations_left;
enum continuation { CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH, CONT_SWITCH_KTHREAD };
enum pick { PICK_ANY, PICK_USER_TASK, PICK_KERNEL_THREAD };
bool is_idle(struct task_struct *tsk);
bool would_migrate(struct task_struct *tsk);
bool can_run_here(struct task_struct *tsk);
bool is_picked(struct task_struct *tsk, enum pick pick);
void switch_fpu_prepare(void);
void switch_fpu_finish(void);
void ret_from_fork(void);
void context_switch(enum pick pick);
void switch_to_other(enum pick pick);
void schedule(void);
void set_current_state(enum task_state state);
void wake_up_process(struct task_struct *tsk);
void wake_up_new_task(struct task_struct *tsk);
bool task_running(struct task_struct *tsk);
void continuation(void);
bool may_be_preempted(void);

/* kernel/irq.c */
extern range(0, SOFTIRQS) softirqs_left;
extern range(0, HARDIRQS) hardirqs_left;
extern range(0, NMIS) nmis_left;
void count_softirq(void);
void count_hardirq(void);
void count_nmi(void);
void use_fpu_if_usable(void);
bool softirq_may_begin(void);
bool hardirq_may_begin(void);
bool nmi_may_begin(void);

/* kernel/procfs.c */
knob_flag(x86_debug_fpu, kernel_version() >= KERNEL_VERSION(6, 16, 0));
knob_flag(arch_status_of_user_tasks_only,
	kernel_version() >= KERNEL_VERSION(6, 17, 0) || kernel_version() < KERNEL_VERSION(6, 16, 0));
struct fpu *x86_task_fpu(struct task_struct *tsk);
bool avx512_status(struct task_struct *tsk);
void proc_pid_arch_status(struct task_struct *tsk);

/* kernel/boot.c */
knob_flag(init_image_by_fxsave, kernel_version() >= KERNEL_VERSION(5, 13, 0));
knob_flag(init_image_without_dynamic,
	kernel_version() >= KERNEL_VERSION(6, 1, 0) || kernel_version() < KERNEL_VERSION(5, 16, 0));
void setup_init_fpu_buf(void);

/* kernel/bringup.c */
knob_flag(bringup_forbids_kernel_fpu, kernel_version() >= KERNEL_VERSION(6, 16, 0));
void fpu__init_cpu(void);
void load_ucode_ap(void);
void start_secondary(void);

/* kernel/efi.c */
knob_flag(efi_fault_knows_locked_sections,
	kernel_version() < KERNEL_VERSION(6, 15, 0) || kernel_version() >= KERNEL_VERSION(7, 1, 0));
bool efi_crash_gracefully_on_page_fault(void);
bool efi_call(void);

/* kernel/setup.c */
knob(fresh_buffers, FRESH_POISONED, FRESH_ZEROED);
void poison_component(struct xregs_state *xsave, enum xfeature f);
void fpstate_init(struct fpstate *fpstate);
void put_in_user_mode(struct task_struct *tsk, cpu_t cpu);
void begins_with(struct task_struct *tsk, enum xfeature f, token_t value);
void begins_live_with(struct task_struct *tsk, cpu_t cpu, enum xfeature f, token_t value);

#include "xstate-features.h"
