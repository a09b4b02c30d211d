/* The upper halves of ZMM0 to ZMM15. */

on(u64, vector_registers, zmm_hi256)(void)
{
	return BIT_ULL(XFEATURE_ZMM_Hi256);
}
