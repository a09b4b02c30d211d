bool f(void) { return exists(1, cpus, true); }

/* expected:
 * 1:30 syntax expected a name for the object
 */
