/*
 * L: M with two values that a program can write.
 * Without reductions: 14,233,874 states, 61,820,534 transitions.
 */
knob_range(NC, 1, 4, 2);	/* CPUs */
knob_range(NT, 2, 4, 2);	/* tasks */
knob_range(NF, 2, 3, 2);	/* features */
knob_range(NV, 1, 3, 2);	/* values that a program can write */
knob_flag(SIRQ, true);
knob_flag(FORK, true);
knob_flag(PTRACE, true);

#include "fpu.h"
