/*
 * PKRU as the processor has it: 32 bits with instructions of their own, RDPKRU and WRPKRU.
 */

struct pkru_state {
	token_t pkru;
};

component(struct pkru_state, XFEATURE_PKRU);

/* some Intel processors report PKRU as in use for ever */
knob_flag(pkru_always_in_use, false);

on(bool, reports_in_use, pkru)(enum xfeature f)
{
	return pkru_always_in_use && f == XFEATURE_PKRU;
}

token_t rdpkru(void)
{
	return read_reg(XFEATURE_PKRU, 0);
}

void wrpkru(token_t value)
{
	atomic {
		write_reg(XFEATURE_PKRU, 0, value);
		register_written(XFEATURE_PKRU);
	}
}
