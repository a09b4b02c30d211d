/*
 * CET_U: the MSRs of user mode's shadow stack and indirect branch tracking.
 */

#define MSR_IA32_U_CET 0x6a0
#define MSR_IA32_PL3_SSP 0x6a7

struct cet_user_state {
	token_t user_cet;
	token_t user_ssp;
};

component(struct cet_user_state, XFEATURE_CET_USER);

/* Members of struct cet_user_state. */
#define CET_USER_CET 0
#define CET_USER_SSP 1

on(u64, msr_holds, cet_user)(int msr)
{
	switch (msr) {
	case MSR_IA32_U_CET:
		return part_of_component(XFEATURE_CET_USER, CET_USER_CET);
	case MSR_IA32_PL3_SSP:
		return part_of_component(XFEATURE_CET_USER, CET_USER_SSP);
	default:
		return 0;
	}
}
