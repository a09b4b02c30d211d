void f(void) { switch (1) { case 1: fallthrough; } }

/* expected:
 * 1:37 misplaced nothing follows to fall through to
 */
