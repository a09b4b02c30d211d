/*
 * The component that the calls change, and the one that must not suffer.
 *
 * AVX is the first extended component in the buffer, so no save of single components moves it; CET_U lies behind it.
 */
#define UPDATED XFEATURE_AVX
#define BYSTANDER XFEATURE_CET_U
