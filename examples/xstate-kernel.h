/*
 * What a C compiler needs to read text that uses the library of hardware and kernel functions: what the library
 * declares, for one processor. xstate.h includes it. Made from the library's text.
 */
#pragma once

/* hardware/machine.h */
enum xfeature {
	XFEATURE_FP = 0,
	XFEATURE_SSE = 1,
	XFEATURE_YMM = 2,
	XFEATURE_BNDREGS = 3,
	XFEATURE_BNDCSR = 4,
	XFEATURE_OPMASK = 5,
	XFEATURE_ZMM_Hi256 = 6,
	XFEATURE_Hi16_ZMM = 7,
	XFEATURE_PT_UNIMPLEMENTED_SO_FAR = 8,
	XFEATURE_PKRU = 9,
	XFEATURE_PASID = 10,
	XFEATURE_CET_USER = 11,
	XFEATURE_CET_KERNEL = 12,
	XFEATURE_RSRVD_COMP_13 = 13,
	XFEATURE_RSRVD_COMP_14 = 14,
	XFEATURE_LBR = 15,
	XFEATURE_RSRVD_COMP_16 = 16,
	XFEATURE_XTILE_CFG = 17,
	XFEATURE_XTILE_DATA = 18,
	XFEATURE_APX = 19,
	XFEATURE_LWP = 62,
	XFEATURE_x87 = 0,
	XFEATURE_AVX = 2,
	XFEATURE_opmask = 5,
	XFEATURE_PT = 8,
	XFEATURE_CET_U = 11,
	XFEATURE_CET_S = 12,
	XFEATURE_HDC = 13,
	XFEATURE_UINTR = 14,
	XFEATURE_HWP = 16,
	XFEATURE_XTILECFG = 17,
	XFEATURE_XTILEDATA = 18,
};
#define XFEATURE_BITS 12
#define XCR0 0x207ULL
#define XSS 0xc00ULL
#define KERNEL_FEATURES 0xe07ULL
#define DEFAULT_FEATURES 0xe07ULL
#define XFEATURES_XFD 0x0ULL
#define CPU_HAS_XSAVEOPT 1
#define CPU_HAS_XSAVEC 1
#define CPU_HAS_XSAVES 1
knob(xsave_instruction, INSN_XSAVES, INSN_XSAVEC, INSN_XSAVEOPT, INSN_XSAVE);
#define COMPACTED_FORMAT 1
knob(xinuse_tracking, XINUSE_STICKY, XINUSE_EXACT, XINUSE_ANY);
knob_flag(standard_images, false);
knob_flag(partial_images, true);
#define NR_COMPONENTS 4
#define ALL_COMPONENTS 15
extern const u8 component_number[4];
extern const u64 component_bit[4];
extern const u8 component_index[63];
extern const u8 component_part[5];
extern const u16 component_size[4];
extern const bool component_by_content[4];
#define XFD_FIRST 0
#define XFD_BITS 1
#define NR_EXTENDED 4
extern const u64 extended_bit[4];
#define NR_PARTS 5
#define HAS_MXCSR 0
#define MXCSR_PART 0
extern const s16 part_offset[5];
extern const u16 part_size[5];
extern const bool part_init_is_zero[5];
extern const bool part_is_mxcsr[5];
extern const bool part_is_legacy[5];
#define NOWHERE (-1)
#define STANDARD_LAYOUT 16
extern const s16 component_offset[17][4];
extern const s16 place_of[17][5];
#define IMAGE_BYTES 2696
#define NR_CELLS 9
extern const u16 cell_start[9];
extern const u16 cell_end[9];
#define NR_PIECES 9
extern const u8 piece_part[10];
extern const u16 piece_offset[10];
extern const u16 place_offset[19];
extern const u16 part_first_place[6];
extern const u16 place_first[20];
extern const u8 run_cell[23];
extern const u16 run_piece[23];

/* hardware/values.c */
tokens(
	INIT,
	KERNEL_INIT,
	KERNEL_FPU,
	POISON,
	TORN,
	ZERO,
	V1, V2, V3,
	B1, B2, B3
);
#define X86_TRAP_UD 6
#define X86_TRAP_NM 7
#define X86_TRAP_GP 13
#define X86_TRAP_PF 14

/* hardware/policy.c */
knob_flag(pkru_always_in_use, false);
knob_flag(modified_optimisation, false);
knob(restore_residue, RESIDUE_ANY, RESIDUE_NONE);

/* hardware/image.c */
#define NO_PIECE 0
struct cell {
	range(0, NR_PIECES) piece;
	token_t value;
};
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
};
buffer(struct xregs_state);
int layout_of(u64 xcomp_bv, bool compacted);
void write_place(struct xregs_state *xsave, int place, int part, token_t value);
token_t read_place(struct xregs_state *xsave, int place, int part);
void spoil(struct xregs_state *xsave, int from, int to);
int place_at(int part, int offset);
int xstate_offset(struct xregs_state *xsave, enum xfeature f);
int xfeature_offset(u64 xcomp_bv, bool compacted, enum xfeature f);
int xstate_size(enum xfeature f);
int nr_parts(enum xfeature f);
token_t read_part(void *address, enum xfeature f, int part);
void write_part(void *address, enum xfeature f, int part, token_t value);
void write_component(void *address, enum xfeature f, token_t value);
token_t read_component(void *address, enum xfeature f);

/* hardware/components.c */
struct pkru_state {
	token_t pkru;
};
struct ia32_pasid_state {
	token_t pasid;
};
struct cet_user_state {
	token_t user_cet;
	token_t user_ssp;
};
struct ymmh_struct {
	token_t ymmh_space;
};
#define VECTOR_FEATURES                                                                                       \
	((BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE) | BIT_ULL(XFEATURE_YMM) | BIT_ULL(XFEATURE_OPMASK)     \
	  | BIT_ULL(XFEATURE_ZMM_Hi256) | BIT_ULL(XFEATURE_Hi16_ZMM) | BIT_ULL(XFEATURE_APX))                 \
	 & FEATURES)

/* hardware/memory.c */
#define XSTATE_BV_OFFSET 512
#define XCOMP_BV_OFFSET 520
#define RESERVED_OFFSET 528
#define EXTENDED_OFFSET 576
bool covers(int offset, int length, int begin, int end);
void copy_header(struct xregs_state *to, struct xregs_state *from, int offset, int bytes);
int moved_piece(int piece, int delta);
void copy_cell(struct xregs_state *to, int c, struct xregs_state *from, int offset);
void copy_cells(struct xregs_state *to, int t, struct xregs_state *from, int s, int bytes);
void xstate_memcpy(void *to, void *from, int bytes);
void zero_some(struct xregs_state *xsave, int c);
void xstate_memset(void *to, int octet, int bytes);
void xstate_poison(struct xregs_state *xsave);
void xstate_free(struct xregs_state *xsave);
void init_image(struct xregs_state *xsave, u64 mask);

/* hardware/registers.c */
struct fpu_registers {
	token_t part[NR_PARTS];
	u32 touched : NR_COMPONENTS;
	u32 modified : NR_COMPONENTS;
	u32 xfd : XFD_BITS;
	u32 xfd_err : XFD_BITS;
	struct xregs_state *restored_from;
	u64 restored_xcomp_bv : XFEATURE_BITS;
	bool restored_compacted;
};
DEFINE_PER_CPU(struct fpu_registers, fpregs);
u32 dense(u64 mask);
u64 sparse(u32 components);
u32 xfd_disabled(void);
void set_xfd_err(u32 components);
void note_write(int i);
void initialise(int i);
token_t read_reg(enum xfeature f, int part);
void write_reg(enum xfeature f, int part, token_t value);
void set_reg(enum xfeature f, token_t value);
void init_reg(enum xfeature f);
bool reg_is(cpu_t cpu, enum xfeature f, token_t value);
token_t reg_of(cpu_t cpu, enum xfeature f, int part);
bool differs_from_init(int i);
bool component_in_use(int i);
bool xinuse(enum xfeature f);

/* hardware/xsave.c */
u32 saved_in_use(u32 components);
bool mxcsr_is_init(void);
u32 unmodified(struct xregs_state *xsave, u64 xcomp_bv, bool compacted);
void save_components(struct xregs_state *xsave, int layout, u32 components);
void save_mxcsr(struct xregs_state *xsave);
void save_standard(struct xregs_state *xsave, u64 rfbm, bool opt);
void save_compacted(struct xregs_state *xsave, u64 rfbm, bool opt);
int insn_xsave(struct xregs_state *xsave, u64 rfbm);
int insn_xsaveopt(struct xregs_state *xsave, u64 rfbm);
int insn_xsavec(struct xregs_state *xsave, u64 rfbm);
int insn_xsaves(struct xregs_state *xsave, u64 rfbm);

/* hardware/xrstor.c */
bool bad_header(struct xregs_state *xsave, u64 enabled);
void load_component(struct xregs_state *xsave, int i);
void load_mxcsr(struct xregs_state *xsave, u64 rfbm);
void remember_restore(struct xregs_state *xsave, u64 rfbm);
int restore(struct xregs_state *xsave, u64 rfbm, u64 enabled);
int insn_xrstor(struct xregs_state *xsave, u64 rfbm);
int insn_xrstors(struct xregs_state *xsave, u64 rfbm);
int xrstor_interrupted(struct xregs_state *xsave, u64 rfbm);

/* hardware/msr.c */
#define MSR_IA32_U_CET 0x6a0
#define MSR_IA32_PL0_SSP 0x6a4
#define MSR_IA32_PL3_SSP 0x6a7
#define MSR_IA32_PASID 0xd93
void wrmsrl(int msr, token_t value);
token_t rdmsrl(int msr);
token_t rdpkru(void);
void wrpkru(token_t value);
u64 read_xfd(void);
void write_xfd(u64 value);
u64 xfd_of(cpu_t cpu);
u64 read_xfd_err(void);
void write_xfd_err(u64 value);
int insn_use(enum xfeature f);
void tile_release(void);

/* kernel/knobs.c */
knob_flag(irq_fpu_usable_checks_softirqs, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(kernel_fpu_locks_fpregs, kernel_version() >= KERNEL_VERSION(6, 15, 0));
knob_flag(switch_sets_flag_of_prev, kernel_version() >= KERNEL_VERSION(6, 16, 0));
knob_flag(user_workers_have_no_fpu, kernel_version() >= KERNEL_VERSION(6, 3, 0));
knob_flag(validity_tests_last_cpu, true);
knob_flag(pkru_outside_xrstor, kernel_version() >= KERNEL_VERSION(5, 14, 0));
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
	struct xregs_state regs;
};
struct fpu {
	cpu_t last_cpu;
	struct fpstate *fpstate;
	struct fpstate *__fpstate;
	u64 perm : XFEATURE_BITS;
};
struct thread_struct {
	struct fpu fpu;
	token_t pkru;
};
struct mm_struct {
	token_t pasid;
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
extern struct fpstate init_fpstate;
DEFINE_PER_CPU(struct task_struct *, current_task);
DEFINE_PER_CPU(struct task_struct *, idle_task);
DEFINE_PER_CPU(struct fpu *, fpu_fpregs_owner_ctx);
DEFINE_PER_CPU(bool, in_kernel_fpu);
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

/* kernel/features.h */
u64 fpregs_restore_mask(void);
void x86_pkru_load(struct task_struct *next);
void switch_fpu_finish_pkru(void);
void pkru_flush_thread(void);
void pkru_write_default(void);
void xfd_update_state(struct fpstate *fpstate);

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
#define XFEATURE_MASK_INDEPENDENT BIT_ULL(15)
void *__raw_xsave_addr(struct xregs_state *xsave, enum xfeature f);
void *get_xsave_addr(struct xregs_state *xsave, enum xfeature f);
bool validate_independent_components(u64 mask);
void xsaves(struct xregs_state *xstate, u64 mask);
void xrstors(struct xregs_state *xstate, u64 mask);
token_t value_in(struct xregs_state *xsave, enum xfeature f);
token_t memory_value(struct task_struct *tsk, enum xfeature f);

/* kernel/core.c */
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

/* kernel/entry.c */
void enter_kernel(void);
void enter_kernel_irqs_off(void);
void exit_to_user_mode(void);
void user_write(enum xfeature f, token_t value);
void user_write_part(enum xfeature f, int part, token_t value);
token_t reg(enum xfeature f);
void write_pkru(token_t value);

/* kernel/pkru.c */
knob_flag(pkru_clear_bit_is_zero, kernel_version() >= KERNEL_VERSION(5, 13, 0));
knob_flag(pkru_set_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
knob_flag(pkru_cleared_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
knob_flag(pkru_open_for_frame, kernel_version() >= KERNEL_VERSION(6, 12, 0));
knob_flag(pkru_bit_in_frame, kernel_version() >= KERNEL_VERSION(6, 13, 0));
#define HAS_PKRU ((KERNEL_FEATURES & BIT_ULL(XFEATURE_PKRU)) != 0)
token_t pkru_get_init_value(void);
u64 fpregs_restore_mask(void);
void x86_pkru_load(struct task_struct *next);
void switch_fpu_finish_pkru(void);
void pkru_write_default(void);
void pkru_flush_thread(void);
void arch_set_user_pkey_access(token_t pkru);
token_t sig_prepare_pkru(void);
void sig_restore_pkru(token_t pkru);
void update_pkru_in_sigframe(struct xregs_state *frame, token_t pkru);
token_t pkru_for_user(struct task_struct *tsk);
void pkru_from_user(struct task_struct *tsk, bool set, token_t pkru);

/* kernel/xfd.c */
knob_flag(xfd_cache_follows_reset, kernel_version() >= KERNEL_VERSION(6, 9, 0));
knob_flag(xfd_synced_on_restore, true);
knob_flag(xfd_synced_on_signal, kernel_version() >= KERNEL_VERSION(6, 18, 0));
knob_flag(realloc_restores_first, true);
knob_flag(idle_releases_tiles, kernel_version() >= KERNEL_VERSION(5, 19, 0));
knob_flag(idle_forgets_owner, true);
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
bool handle_xfd_event(void);
bool exc_device_not_available(void);
void fpu_idle_fpregs(void);
void user_tilerelease(void);
bool user_tileload(token_t value);

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

/* kernel/setup.c */
knob(fresh_buffers, FRESH_POISONED, FRESH_ZEROED);
void poison_component(struct xregs_state *xsave, enum xfeature f);
void fpstate_init(struct fpstate *fpstate);
void put_in_user_mode(struct task_struct *tsk, cpu_t cpu);
void begins_with(struct task_struct *tsk, enum xfeature f, token_t value);
void begins_live_with(struct task_struct *tsk, cpu_t cpu, enum xfeature f, token_t value);

/* kernel/pasid.c */
knob(pasid_on_gp, PASID_WRITE_MSR, PASID_WRITE_V1);
knob(gp_irqs_on, IRQS_ON_AFTER_FIXUP, IRQS_ON_BEFORE_FIXUP);
knob_flag(pasid_fixup_once, true);
knob_flag(pasid_by_fixup, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(pasid_by_ipi,
	kernel_version() >= KERNEL_VERSION(5, 10, 0) && kernel_version() < KERNEL_VERSION(5, 13, 0));
#define HAS_PASID ((KERNEL_FEATURES & BIT_ULL(XFEATURE_PASID)) != 0)
DEFINE_PER_CPU(bool, pasid_ipi);
bool mm_valid_pasid(struct mm_struct *mm);
void fpu__pasid_write(token_t pasid);
bool try_fixup_enqcmd_gp(void);
bool exc_general_protection(void);
void require_own_pasid(struct task_struct *tsk, enum xfeature f);
bool enqcmd(void);
void mm_bind_pasid(token_t pasid);
void update_pasid(void);
void bind_and_tell(token_t pasid);

/* kernel/cet.c */
knob(cet_access, LOCK_AND_LOAD, RAW_BUFFER, MSR_ONLY);
#define HAS_CET_USER ((KERNEL_FEATURES & BIT_ULL(XFEATURE_CET_USER)) != 0)
#define CET_USER_CET 0
#define CET_USER_SSP 1
void cet_write_msrs(token_t user_cet, token_t user_ssp);
void shstk_setup(token_t enabled, token_t ssp);
void shstk_disable(void);
void shstk_move_ssp(token_t ssp);
bool update_fpu_shstk(struct task_struct *dst, token_t ssp);

/* kernel/clone.c */
knob_flag(clone_clears_pasid, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(clone_invalidates, true);
knob_flag(clone_inherits_permission, kernel_version() >= KERNEL_VERSION(5, 16, 0));
knob_flag(clone_loads_parent, true);
knob_flag(clone_gives_shadow_stack, true);
void fpu_clone(struct task_struct *dst, bool minimal, bool thread, token_t ssp);
void kernel_clone(struct task_struct *dst, bool thread, token_t ssp);

/* kernel/exec.c */
knob_flag(exec_invalidates_task, kernel_version() >= KERNEL_VERSION(6, 6, 0));
knob_flag(exec_resets_memory, true);
knob_flag(exec_clears_pasid_activated, false);
void fpu_reset_fpstate_regs(void);
void fpstate_reset(struct task_struct *tsk);
void fpu_flush_thread(void);
void begin_new_exec(void);
void fpu__drop(void);

/* kernel/uabi.c */
knob_flag(uabi_fills_init, kernel_version() >= KERNEL_VERSION(5, 7, 0));
knob_flag(uabi_header_checked,
	kernel_version() >= KERNEL_VERSION(5, 13, 0) || kernel_version() < KERNEL_VERSION(5, 8, 0));
knob_flag(uabi_knows_dynamic_init,
	kernel_version() >= KERNEL_VERSION(6, 1, 0) || kernel_version() < KERNEL_VERSION(5, 16, 0));
void require_copy_is_right(struct xregs_state *copy, struct task_struct *tsk);
void copy_component_to_uabi(struct xregs_state *to, struct xregs_state *xsave, enum xfeature f);
void copy_xstate_to_uabi(struct xregs_state *to, struct task_struct *tsk);
bool validate_user_xstate_header(struct xregs_state *from, struct fpstate *fpstate);
void copy_component_from_uabi(struct xregs_state *xsave, struct xregs_state *from, enum xfeature f);
bool copy_uabi_to_xstate(struct task_struct *tsk, struct xregs_state *from);

/* kernel/sigframe.c */
enum user_page {
	PAGE_PRESENT,
	PAGE_ABSENT,
	PAGE_UNMAPPED,
};
enum frame_size {
	FRAME_LEGACY,
	FRAME_SMALL,
	FRAME_KERNEL,
};
struct sigframe {
	struct xregs_state fx;
	enum frame_size xstate_size;
	enum frame_size magic2_behind;
	bool magic1;
	bool ia32;
	enum user_page last_page;
	token_t interrupted[NR_PARTS];
};
pool(struct sigframe, sigframes, 1);
bool frame_faults(struct sigframe *frame);
bool fault_in(struct sigframe *frame, enum frame_size size);

/* kernel/signal.c */
knob_flag(sigframe_rereads_owner, kernel_version() >= KERNEL_VERSION(5, 4, 0));
knob_flag(sigreturn_invalidates_owner, kernel_version() >= KERNEL_VERSION(5, 13, 0));
knob_flag(sigreturn_resets_always, kernel_version() >= KERNEL_VERSION(5, 13, 0));
knob_flag(sigreturn_faults_in_kernel_size,
	kernel_version() >= KERNEL_VERSION(6, 8, 0) || kernel_version() < KERNEL_VERSION(5, 14, 0));
knob_flag(magic2_by_frame_size, kernel_version() < KERNEL_VERSION(6, 16, 0) || kernel_version() >= KERNEL_VERSION(7, 1, 0));
knob_flag(sigframe_retries, true);
void restore_userregs_by(struct fpu *owner);
bool copy_fpregs_to_sigframe(struct sigframe *frame, token_t pkru);
void require_frame_is_right(struct sigframe *frame, struct task_struct *tsk);
bool copy_buffer_to_sigframe(struct sigframe *frame);
bool copy_fpstate_to_sigframe(struct sigframe *frame, token_t pkru);
void os_xrstor_supervisor(struct fpstate *fpstate);
void fpu__clear_user_states(void);
bool handle_signal(struct sigframe *frame);
bool take_signal(struct sigframe *frame);

/* kernel/sigreturn.c */
u64 frame_features(struct sigframe *frame);
bool check_xstate_in_sigframe(struct sigframe *frame);
int xrstor_from_user_sigframe(struct sigframe *frame, u64 mask);
bool restore_fpregs_from_user(struct sigframe *frame, u64 features, bool legacy_only);
bool restore_fpregs_from_copy(struct sigframe *frame);
bool __fpu_restore_sig(struct sigframe *frame);
void canon_from_frame(struct sigframe *frame);
void frame_rebuild_small(struct sigframe *frame, u64 mask);
void frame_claim_small(struct sigframe *frame);
bool sigreturn(struct sigframe *frame);

/* kernel/ptrace.c */
knob_flag(ptrace_invalidates, true);
knob_flag(ptrace_invalidates_owner, false);
knob_flag(ssp_needs_shstk, true);
#define ENODEV 19
extern struct xregs_state ptrace_buffer;
void ptrace_stop(void);
void wait_task_inactive(struct task_struct *tsk);
void ptrace_cont(struct task_struct *tsk);
void xstateregs_get(struct task_struct *tsk);
void fpu_force_restore(struct task_struct *tsk);
void canon_set_from_uabi(struct task_struct *tsk, struct xregs_state *from);
bool xstateregs_set(struct task_struct *tsk);
int ssp_get(struct task_struct *tsk);
int ssp_set(struct task_struct *tsk, token_t ssp);

/* kernel/kvm.c */
knob_flag(kvm_loads_before_entry, kernel_version() >= KERNEL_VERSION(5, 6, 0));
knob_flag(kvm_clears_bv_for_xfd, kernel_version() >= KERNEL_VERSION(6, 19, 0));
knob_flag(kvm_saves_live_only, kernel_version() >= KERNEL_VERSION(5, 6, 0));
knob_flag(guest_only_supervisor, kernel_version() >= KERNEL_VERSION(6, 17, 0));
#define GUEST_FEATURES (guest_only_supervisor ? KERNEL_FEATURES : KERNEL_FEATURES & ~BIT_ULL(XFEATURE_CET_KERNEL))
extern token_t other_canon[NR_PARTS];
void swap_canon(void);
struct fpstate *guest_fpstate(void);
void fpu_swap_kvm_fpstate(struct fpstate *guest, bool enter);
void fpu_update_guest_xfd(struct fpstate *guest, u64 xfd);
void guest_write(enum xfeature f, token_t value);
void guest_checks(void);
void vcpu_enter_guest(bool writes, enum xfeature f, token_t value);

/* kernel/setup-features.c */

/* kernel/invariants.c */
knob_flag(check_nothing_leaks_into_user_mode, true);
knob_flag(check_update_is_kept, true);
knob_flag(check_state_is_kept, true);
knob_flag(check_user_mode_means_live, true);
knob_flag(check_live_means_owner, true);
knob_flag(check_live_registers_hold_state, true);
knob_flag(check_flag_means_memory, true);
knob_flag(check_valid_registers_equal_memory, true);
knob_flag(check_valid_on_one_cpu, true);
knob_flag(check_switched_out_is_saved, true);
knob_flag(check_header_is_valid, true);
knob_flag(check_init_image_is_untouched, true);
knob_flag(check_kernel_threads_own_nothing, true);
bool cpu_is_settled(cpu_t cpu);
bool runs_on(struct task_struct *tsk, cpu_t cpu);
bool is_settled(struct task_struct *tsk);
bool in_user_mode(struct task_struct *tsk, cpu_t cpu);
bool valid_on(struct task_struct *tsk, cpu_t cpu);
bool has_user_state(struct task_struct *tsk);
bool is_switched_with_buffer(struct task_struct *tsk, enum xfeature f);
bool is_first_tasks_value(token_t value);
bool is_other_tasks_value(token_t value);
bool is_foreign(struct task_struct *tsk, token_t value);
enum about { ABOUT_FOREIGN, ABOUT_CALLS, ABOUT_OWN };
bool user_sees(cpu_t cpu, enum about about);
bool flag_in_user_mode(cpu_t cpu);
bool owner_if_live(cpu_t cpu);
bool registers_if_live(cpu_t cpu);
token_t memory_part(struct task_struct *tsk, enum xfeature f, int part);
bool memory_holds_state(struct task_struct *tsk);
bool registers_equal_memory(struct task_struct *tsk, cpu_t cpu);
bool header_is_right(struct fpstate *fpstate);

/* kernel/invariants-features.c */
knob_flag(check_parked_pkru_is_right, true);
knob_flag(check_pasid_flag_is_right, true);
knob_flag(check_xfd_cache_is_right, true);
knob_flag(check_xfd_matches_buffer, true);
knob_flag(check_features_are_permitted, true);
bool parked_pkru(struct task_struct *tsk, enum xfeature f);
bool xfd_if_live(cpu_t cpu);
