/*
 * Calls of the firmware: its code may use vector registers, so each is a kernel FPU section. And it may touch
 * memory that it must not; then the call is given up, and the kernel goes on.
 */

/*
 * 088f65e20608: the handler asks whether an interrupt is served, not whether bottom halves are off, which
 * kernel_fpu_begin() switches off since d02198550423, 6.15. It is of 2026; that 7.1 is its first release is
 * assumed.
 */
knob_flag(efi_fault_knows_locked_sections,
	kernel_version() < KERNEL_VERSION(6, 15, 0) || kernel_version() >= KERNEL_VERSION(7, 1, 0));

property(firmware_faults_are_survived, "a page fault of the firmware ends its call, not the kernel");

/* In the page fault's handler. False: the fault is the kernel's own, an oops. */
static inline bool efi_crash_gracefully_on_page_fault(void)
{
	/* an interrupt that came into the call is not the firmware's */
	return efi_fault_knows_locked_sections ? !in_hardirq() && !in_nmi() : !in_interrupt();
}

/* A call whose firmware, by choice, touches memory that is not mapped. False: it was given up. */
bool efi_call(void)
{
	bool faults = __VERIFIER_nondet_bool();

	kernel_fpu_begin();
	use_kernel_fpu();
	if (faults)
		require(firmware_faults_are_survived, efi_crash_gracefully_on_page_fault());
	kernel_fpu_end();
	return !faults;
}
