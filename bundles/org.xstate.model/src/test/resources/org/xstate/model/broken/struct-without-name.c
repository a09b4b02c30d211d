typedef struct { int a; } s;
struct { int a; } x;

/* expected:
 * 2:1 needs-name a struct needs a name
 */
