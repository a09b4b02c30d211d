int f(int a) { return a[0]; }

/* expected:
 * 1:23 not-an-array 'int' is not an array
 */
