/* R16 to R31: integer registers, which code that the compiler made for APX uses as it uses vector registers. */

on(u64, vector_registers, apx)(void)
{
	return BIT_ULL(XFEATURE_APX);
}
