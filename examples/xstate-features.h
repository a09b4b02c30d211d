/*
 * What a C compiler needs to read text that uses the library: what its files declare, for one processor. xstate.h
 * includes it. Made from the library's text.
 */
#pragma once

/* kernel/clone.c */
knob_flag(clone_invalidates, true);
knob_flag(clone_inherits_permission, kernel_version() >= KERNEL_VERSION(5, 16, 0));
knob_flag(clone_loads_parent, true);
void fpu_clone(struct task_struct *dst, bool minimal, bool thread, token_t ssp);
void kernel_clone(struct task_struct *dst, bool thread, token_t ssp);

/* kernel/exec.c */
knob_flag(exec_invalidates_task, kernel_version() >= KERNEL_VERSION(6, 6, 0));
knob_flag(exec_resets_memory, true);
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
knob_flag(uabi_finds_sse_by_number,
	kernel_version() >= KERNEL_VERSION(5, 8, 0) || kernel_version() < KERNEL_VERSION(5, 7, 0));
#define SW_RESERVED_OFFSET 464
void require_copy_is_right(struct xregs_state *copy, struct task_struct *tsk);
token_t initial_part(enum xfeature f, int part);
void *place_in_copy(struct xregs_state *to, enum xfeature f);
bool copy_tells_xcr0(struct xregs_state *to);
void copy_component_to_uabi(struct xregs_state *to, struct xregs_state *xsave, enum xfeature f);
void copy_fpstate_to_uabi(struct xregs_state *to, struct fpstate *fpstate, u64 mask);
void copy_xstate_to_uabi(struct xregs_state *to, struct task_struct *tsk);
bool validate_user_xstate_header(struct xregs_state *from, struct fpstate *fpstate);
void copy_component_from_uabi(struct xregs_state *xsave, struct xregs_state *from, enum xfeature f);
bool copy_uabi_to_fpstate(struct fpstate *fpstate, struct xregs_state *from);
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
	token_t padding;
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
knob_flag(magic2_by_frame_size,
	kernel_version() < KERNEL_VERSION(6, 16, 0) || kernel_version() >= KERNEL_VERSION(7, 1, 0));
knob_flag(sigframe_retries, true);
knob_flag(sigframe_words_are_set, true);
#define SIGNAL_FEATURES (ENABLED_FEATURES & (XCR0 | RESET_BY_SIGNAL))
void restore_userregs_by(struct fpu *owner);
bool copy_fpregs_to_sigframe(struct sigframe *frame);
void require_frame_is_right(struct sigframe *frame, struct task_struct *tsk);
bool copy_buffer_to_sigframe(struct sigframe *frame);
bool copy_fpstate_to_sigframe(struct sigframe *frame);
void os_xrstor_supervisor(struct fpstate *fpstate);
void fpu__clear_user_states(void);
bool handle_signal(struct sigframe *frame);
bool take_signal(struct sigframe *frame);

/* kernel/sigreturn.c */
u64 frame_features(struct sigframe *frame);
bool check_xstate_in_sigframe(struct sigframe *frame);
int xrstor_from_user_sigframe(struct sigframe *frame, u64 mask);
knob_flag(mxcsr_mask_is_right, true);
void mask_mxcsr(struct xregs_state *xsave);
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
knob_flag(regset_knows_both_sources, true);
extern struct xregs_state ptrace_buffer;
void ptrace_stop(void);
void wait_task_inactive(struct task_struct *tsk);
void ptrace_cont(struct task_struct *tsk);
void xstateregs_get(struct task_struct *tsk);
void fpu_force_restore(struct task_struct *tsk);
void canon_set_from_uabi(struct task_struct *tsk, struct xregs_state *from);
bool xstateregs_set_from(struct task_struct *tsk, struct xregs_state *kbuf, struct xregs_state *ubuf);
bool xstateregs_set(struct task_struct *tsk);
bool xstateregs_set_by_kernel(struct task_struct *tsk);

/* kernel/kvm.c */
knob_flag(kvm_loads_before_entry, kernel_version() >= KERNEL_VERSION(5, 6, 0));
knob_flag(kvm_clears_bv_for_xfd, kernel_version() >= KERNEL_VERSION(6, 19, 0));
knob_flag(kvm_saves_live_only, kernel_version() >= KERNEL_VERSION(5, 6, 0));
knob_flag(guest_only_supervisor, kernel_version() >= KERNEL_VERSION(6, 17, 0));
knob_flag(guest_size_is_the_kernels, kernel_version() >= KERNEL_VERSION(6, 15, 0));
#define GUEST_FEATURES (guest_only_supervisor ? KERNEL_FEATURES : KERNEL_FEATURES & XCR0)
extern token_t other_canon[NR_PARTS];
void swap_canon(void);
struct fpstate *guest_fpstate(void);
void fpu_swap_kvm_fpstate(struct fpstate *guest, bool enter);
void fpu_update_guest_xfd(struct fpstate *guest, u64 xfd);
void guest_write(enum xfeature f, token_t value);
void guest_checks(void);
void vcpu_enter_guest(bool writes, enum xfeature f, token_t value);

/* kernel/kvm-uabi.c */
knob_flag(guest_copy_is_limited, kernel_version() >= KERNEL_VERSION(5, 17, 0));
knob_flag(guest_takes_what_the_host_has,
	kernel_version() >= KERNEL_VERSION(6, 7, 0) || kernel_version() < KERNEL_VERSION(5, 17, 0));
extern u64 guest_supported_xcr0;
extern struct xregs_state vmm_buffer;
void require_guest_copy_is_right(struct xregs_state *copy);
void kvm_get_xsave(struct fpstate *guest);
bool kvm_set_xsave(struct fpstate *guest);
void kvm_new_guest(struct fpstate *guest);

/* kernel/invariants.c */
knob_flag(check_nothing_leaks_into_user_mode, true);
knob_flag(check_nothing_leaks_to_speculation, false);
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
enum about { ABOUT_FOREIGN, ABOUT_CALLS, ABOUT_OWN, ABOUT_SPECULATION };
bool user_sees(cpu_t cpu, enum about about);
bool flag_in_user_mode(cpu_t cpu);
bool owner_if_live(cpu_t cpu);
bool registers_if_live(cpu_t cpu);
token_t memory_part(struct task_struct *tsk, enum xfeature f, int part);
bool memory_holds_state(struct task_struct *tsk);
bool registers_equal_memory(struct task_struct *tsk, cpu_t cpu);
bool header_is_right(struct fpstate *fpstate);

/* kernel/x87.c */
void user_x87(token_t value, token_t place);
void user_reads_x87_pointers(void);

/* kernel/xfd-claims.c */
knob_flag(check_xfd_cache_is_right, true);
knob_flag(check_xfd_matches_buffer, true);
knob_flag(check_features_are_permitted, true);
bool xfd_if_live(cpu_t cpu);

/* policy/own.c */
token_t initial_value(int i);
void image_set_initial(struct xregs_state *xsave, int i);
void own_set(struct task_struct *tsk, int i, token_t value);
void own_from_registers(struct task_struct *tsk, int i);
void own_to_registers(struct task_struct *tsk, int i);
void own_from_image(struct task_struct *tsk, int i, struct xregs_state *xsave);
void own_to_image(struct task_struct *tsk, int i, struct xregs_state *xsave);

/* policy/program.c */
knob_flag(check_component_is_enabled, true);
knob_flag(check_value_is_of_the_process, true);
knob_flag(check_component_is_in_force, true);
void require_enabled(enum xfeature f);
bool program_sets_component(enum xfeature f, token_t value);
bool program_needs_component(enum xfeature f);
void set_component(enum xfeature f, token_t value);
void bind_component(enum xfeature f, token_t value);
void require_in_force(enum xfeature f);
void hardware_writes(enum xfeature f, token_t value);

/* policy/eager.c */

/* policy/independent.c */

/* policy/on-trap.c */
bool demand_populate(int i);

/* policy/lifecycle.c */
#define IN_BUFFER (STANDARD_FEATURES & (DEFAULT_FEATURES | DYNAMIC_FEATURES) & ~POLICY_EAGER)

/* pkru/kernel.c */
knob_flag(pkru_outside_xrstor, kernel_version() >= KERNEL_VERSION(5, 14, 0));
knob_flag(pkru_clear_bit_is_zero, kernel_version() >= KERNEL_VERSION(5, 13, 0));
knob_flag(pkru_written_for_clear_bit, true);
knob_flag(pkru_set_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
knob_flag(pkru_cleared_by_ptrace, kernel_version() >= KERNEL_VERSION(6, 2, 0));
knob_flag(pkru_open_for_frame, kernel_version() >= KERNEL_VERSION(6, 12, 0));
knob_flag(pkru_bit_in_frame, kernel_version() >= KERNEL_VERSION(6, 13, 0));
knob_flag(check_parked_pkru_is_right, true);
token_t pkru_get_init_value(void);
void pkru_write_default(void);
void arch_set_user_pkey_access(token_t pkru);
token_t pkru_for_user(struct task_struct *tsk);
void write_pkru(token_t value);
bool parked_pkru(struct task_struct *tsk, enum xfeature f);

/* pasid/kernel.c */
knob_flag(pasid_by_fixup, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(pasid_by_ipi,
	kernel_version() >= KERNEL_VERSION(5, 10, 0) && kernel_version() < KERNEL_VERSION(5, 13, 0));
knob_flag(clone_clears_pasid, kernel_version() >= KERNEL_VERSION(5, 18, 0));
knob_flag(exec_clears_pasid_activated, false);
knob_flag(check_pasid_flag_is_right, true);
DEFINE_PER_CPU(bool, pasid_ipi);
void require_own_pasid(struct task_struct *tsk, enum xfeature f);
bool enqcmd(void);
void mm_bind_pasid(token_t pasid);
void update_pasid(void);
void iommu_sva_bind_device(token_t pasid);

/* cet/kernel.c */
knob(cet_access, LOCK_AND_LOAD, RAW_BUFFER, MSR_ONLY);
knob_flag(clone_gives_shadow_stack, true);
knob_flag(ssp_needs_shstk, true);
#define ENODEV 19
void cet_write_msrs(token_t user_cet, token_t user_ssp);
void shstk_setup(token_t enabled, token_t ssp);
void shstk_disable(void);
bool user_return_elsewhere(void);
void shstk_move_ssp(token_t ssp);
bool update_fpu_shstk(struct task_struct *dst, token_t ssp);
int ssp_get(struct task_struct *tsk);
int ssp_set(struct task_struct *tsk, token_t ssp);

/* amx/kernel.c */
knob_flag(idle_releases_tiles, kernel_version() >= KERNEL_VERSION(5, 19, 0));
knob_flag(idle_forgets_owner, true);
void fpu_idle_fpregs(void);
void user_tilerelease(void);
bool user_tileload(token_t value);

/* traps/enqcmd.c */
knob_flag(pasid_fixup_once, true);
knob(pasid_on_gp, PASID_WRITE_MSR, PASID_WRITE_V1, PASID_WRITE_TRUTH, PASID_WRITE_UPDATE, PASID_WRITE_LOADED);
bool mm_valid_pasid(struct mm_struct *mm);
void pasid_into_buffer(token_t pasid);
void fpu__pasid_write(token_t pasid);
void fpu__set_pasid(token_t pasid);
void update_pasid_state(token_t pasid);
void load_and_write_pasid(token_t pasid);
void write_msr_pasid(token_t pasid);
void populate_pasid(token_t pasid);
bool try_fixup_enqcmd_gp(void);

/* traps/xfd.c */
knob_flag(xfd_err_cleared, true);
void xfd_signal(int error);
bool handle_xfd_event(void);
knob_flag(check_xfd_err_is_clear, true);
bool host_xfd_err_is_clear(cpu_t cpu);

/* traps/xfd-guest.c */
knob_flag(kvm_saves_xfd_err, true);
struct fpu_guest {
	u64 xfd_err : XFEATURE_BITS;
};
extern struct fpu_guest guest_fpu;
void vcpu_entry(void);
void vcpu_exit(void);
void vcpu_guest_uses(enum xfeature f);

/* traps/shadow-stack.c */
knob(cp_reads_ssp, CP_READS_MSR, CP_LOADS_AND_READS);
token_t read_user_ssp(void);
void do_user_cp_fault(void);

/* traps/undefined.c */

/* traps/restore-kernel.c */
knob(bad_buffer_fixup, FIXUP_LOADS_INIT, FIXUP_LEAVES_REGISTERS);
void fpu_reset_from_exception_fixup(void);

/* traps/restore-user.c */
knob_flag(user_restore_tells_vector, true);
knob_flag(user_restore_disables_page_faults, true);
