void f(void *p) { assume(buffer_of(p)); }

/* expected:
 * 1:26 no-buffer no struct is declared as the buffer: 'buffer(struct ...);'
 */
