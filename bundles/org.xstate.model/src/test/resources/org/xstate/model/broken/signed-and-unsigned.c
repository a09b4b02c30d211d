unsigned signed x;

/* expected:
 * 1:1 bad-type 'unsigned signed' is not a type
 */
