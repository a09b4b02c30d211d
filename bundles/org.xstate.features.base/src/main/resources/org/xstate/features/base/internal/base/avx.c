/* The upper halves of the YMM registers. */

struct ymmh_struct {
	token_t ymmh_space;
};

component(struct ymmh_struct, XFEATURE_YMM);

on(u64, vector_registers, avx)(void)
{
	return BIT_ULL(XFEATURE_YMM);
}
