struct s { token_t t; };
unsigned long f(void) { return sizeof(struct s); }

/* expected:
 * 2:32 no-size 'struct s' has no size in model C
 */
