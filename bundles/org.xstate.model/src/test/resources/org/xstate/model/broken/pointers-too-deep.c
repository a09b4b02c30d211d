int *****************x;

/* expected:
 * 1:5 nested-too-deeply nested too deeply
 */
