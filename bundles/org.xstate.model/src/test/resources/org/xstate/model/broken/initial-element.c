int a[2] = { [2] = 1 };

/* expected:
 * 1:20 bad-initializer 'int[2]' has no such element
 */
