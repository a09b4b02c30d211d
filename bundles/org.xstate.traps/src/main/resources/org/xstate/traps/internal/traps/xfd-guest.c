/*
 * #NM in a guest: it uses a component that it has disarmed itself, and its own handler wants to know which (5.17).
 *
 * The processor writes IA32_XFD_ERR, which is one register for the guest and the host: what the guest left there is
 * lost with the next #NM of any task on this CPU. So #NM is intercepted, and the value is put aside and cleared before
 * interrupts go on; it is written back before the guest goes on.
 */

/* without it IA32_XFD_ERR stays as the guest had it, through whatever the host does until the next entry */
knob_flag(kvm_saves_xfd_err, true);

property(guest_sees_its_xfd_err, "the #NM handler of a guest reads in IA32_XFD_ERR what its #NM was about");

struct fpu_guest {
	u64 xfd_err : XFEATURE_BITS;
};

/* of the one virtual CPU */
struct fpu_guest guest_fpu;

static inline void vcpu_entry(void)
{
	preempt_disable();
	local_irq_disable();
	if (kvm_loads_before_entry && test_thread_flag(TIF_NEED_FPU_LOAD))
		fpregs_restore_userregs();
	if (kvm_saves_xfd_err)
		write_xfd_err(guest_fpu.xfd_err);
}

static inline void vcpu_exit(void)
{
	if (kvm_saves_xfd_err) {
		guest_fpu.xfd_err = read_xfd_err();
		write_xfd_err(0);
	}
	local_irq_enable();
	preempt_enable();
}

/* The guest uses f, which it has disarmed; #NM is intercepted, injected, and handled by the guest at its next entry. */
void vcpu_guest_uses(enum xfeature f)
{
	int vector;

	vcpu_entry();
	vector = insn_use(f);
	vcpu_exit();
	if (vector != X86_TRAP_NM)
		return;
	vcpu_entry();
	require(guest_sees_its_xfd_err, (read_xfd_err() & BIT_ULL(f)) != 0);
	write_xfd_err(0);
	vcpu_exit();
}
