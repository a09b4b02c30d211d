/* The mask registers of AVX-512. */

on(u64, vector_registers, opmask)(void)
{
	return BIT_ULL(XFEATURE_OPMASK);
}
