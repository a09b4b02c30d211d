/*
 * S: 2 CPUs, 2 tasks, PKRU and PASID, no softirq, fork or ptrace.
 * Without reductions: 419,886 states, 1,220,520 transitions.
 */
knob_range(NC, 1, 4, 2);	/* CPUs */
knob_range(NT, 2, 4, 2);	/* tasks */
knob_range(NF, 2, 3, 2);	/* features */
knob_range(NV, 1, 3, 1);	/* values that a program can write */
knob_flag(SIRQ, false);
knob_flag(FORK, false);
knob_flag(PTRACE, false);

#include "fpu.h"
