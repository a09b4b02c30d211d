/*
 * M: 2 CPUs, 2 tasks, PKRU and PASID, with softirq, fork and ptrace.
 * Without reductions: 3,124,300 states, 13,018,062 transitions.
 */
knob_range(NC, 1, 4, 2);	/* CPUs */
knob_range(NT, 2, 4, 2);	/* tasks */
knob_range(NF, 2, 3, 2);	/* features */
knob_range(NV, 1, 3, 1);	/* values that a program can write */
knob_flag(SIRQ, true);
knob_flag(FORK, true);
knob_flag(PTRACE, true);

#include "fpu.h"
