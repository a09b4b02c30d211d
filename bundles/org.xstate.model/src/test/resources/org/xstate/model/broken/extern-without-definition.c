extern int defined;
int defined = 1;
extern int missing;
extern u8 defined;
DECLARE_PER_CPU(int, there);
static DEFINE_PER_CPU(int, there);
DECLARE_PER_CPU(int, nowhere);

/* expected:
 * 3:12 no-definition 'missing' is declared, and defined nowhere
 * 4:11 redeclared 'defined' is declared twice
 * 7:22 no-definition 'nowhere' is declared, and defined nowhere
 */
