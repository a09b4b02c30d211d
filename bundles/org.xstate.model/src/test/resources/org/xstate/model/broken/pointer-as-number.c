int f(void *p) { return (int)p; }

/* expected:
 * 1:25 bad-cast 'void *' cannot be cast to 'int'
 */
