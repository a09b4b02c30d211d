enum continuation { CONT_NONE, CONT_SWITCH };
scenario(one) { continuations(CONT_SWICH); }

/* expected:
 * 2:31 no-such-continuation no such continuation 'CONT_SWICH' | did you mean 'CONT_SWITCH'?
 */
