/*
 * CET_S: where the processor finds the shadow stacks of the privilege levels below 3. The component has three pointers;
 * they count as one value.
 */

#define MSR_IA32_PL0_SSP 0x6a4
#define MSR_IA32_PL1_SSP 0x6a5
#define MSR_IA32_PL2_SSP 0x6a6

on(u64, msr_holds, cet_supervisor)(int msr)
{
	return msr >= MSR_IA32_PL0_SSP && msr <= MSR_IA32_PL2_SSP ? part_of_component(XFEATURE_CET_KERNEL, 0) : 0;
}
