void f(void *p) { memcpy(p, p, 4); }

/* expected:
 * 1:19 no-such-function 'memcpy' needs a function 'xstate_memcpy' of 3 arguments
 */
