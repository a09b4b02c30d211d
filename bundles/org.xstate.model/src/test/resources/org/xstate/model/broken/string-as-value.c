int f(void) { return "x"; }

/* expected:
 * 1:22 misplaced-string a string can only name something, as in cover("name")
 */
