int a[2] = 1;

/* expected:
 * 1:12 bad-initializer 'int[2]' starts with values in braces
 */
