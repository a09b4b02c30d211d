struct task { int a; };
struct tasks *f(void) { return NULL; }

/* expected:
 * 2:1 no-such-struct no 'struct tasks' so far | did you mean 'struct task'?
 */
