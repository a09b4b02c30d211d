/*
 * User interrupts: six MSRs. XSAVES takes UINV out of IA32_UINTR_MISC, so that no notification is taken for a task that is
 * switched out, and XRSTORS loads nothing into MSRs that could take one.
 */

#define MSR_IA32_UINTR_RR 0x985
#define MSR_IA32_UINTR_HANDLER 0x986
#define MSR_IA32_UINTR_STACKADJUST 0x987
#define MSR_IA32_UINTR_MISC 0x988
#define MSR_IA32_UINTR_PD 0x989
#define MSR_IA32_UINTR_TT 0x98a

/* Members of struct uintr_state. */
#define UINTR_HANDLER 0
#define UINTR_UINV 1
#define UINTR_TABLES 2

struct uintr_state {
	/* with the stack adjustment and the table's size, which nobody changes alone */
	token_t handler;
	token_t uinv;
	/* UIF, UPIDADDR, UIRR, UITTADDR */
	token_t tables;
};

component(struct uintr_state, XFEATURE_UINTR);

/* of IA32_UINTR_MISC the notification vector counts */
on(u64, msr_holds, uintr)(int msr)
{
	switch (msr) {
	case MSR_IA32_UINTR_HANDLER:
	case MSR_IA32_UINTR_STACKADJUST:
		return part_of_component(XFEATURE_UINTR, UINTR_HANDLER);
	case MSR_IA32_UINTR_MISC:
		return part_of_component(XFEATURE_UINTR, UINTR_UINV);
	case MSR_IA32_UINTR_RR:
	case MSR_IA32_UINTR_PD:
	case MSR_IA32_UINTR_TT:
		return part_of_component(XFEATURE_UINTR, UINTR_TABLES);
	default:
		return 0;
	}
}

on(void, saved_by_xsaves, uintr)(u64 rfbm)
{
	if (rfbm & BIT_ULL(XFEATURE_UINTR) && read_reg(XFEATURE_UINTR, UINTR_UINV) != INIT)
		write_reg(XFEATURE_UINTR, UINTR_UINV, INIT);
}

on(bool, refuses_load, uintr)(u64 loaded)
{
	return loaded & BIT_ULL(XFEATURE_UINTR) && read_reg(XFEATURE_UINTR, UINTR_UINV) != INIT;
}
