/*
 * IA32_PASID: what ENQCMD puts into its command.
 */

#define MSR_IA32_PASID 0xd93

struct ia32_pasid_state {
	token_t pasid;
};

component(struct ia32_pasid_state, XFEATURE_PASID);

on(u64, msr_holds, pasid)(int msr)
{
	return msr == MSR_IA32_PASID ? part_of_component(XFEATURE_PASID, 0) : 0;
}
