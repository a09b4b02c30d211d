struct s { int a; };
struct s x = { .b = 1 };

/* expected:
 * 2:21 bad-initializer 'struct s' has no such member
 */
