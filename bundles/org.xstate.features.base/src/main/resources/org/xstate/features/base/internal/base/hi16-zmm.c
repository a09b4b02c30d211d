/* ZMM16 to ZMM31. */

on(u64, vector_registers, hi16_zmm)(void)
{
	return BIT_ULL(XFEATURE_Hi16_ZMM);
}
