interrupt(i, 10, true) { }

/* expected:
 * 1:14 out-of-range an interrupt has a level from 0 to 9, not 10
 */
