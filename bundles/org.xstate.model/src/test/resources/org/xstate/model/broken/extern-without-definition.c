extern int defined;
int defined = 1;
extern int missing;
extern u8 defined;

/* expected:
 * 3:12 no-definition 'missing' is declared extern, and defined nowhere
 * 4:11 redeclared 'defined' is declared twice
 */
