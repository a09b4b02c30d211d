scenario(one) { }
task(A) { }
scenario(two) { }
task(A) { }
task(A) { }

/* expected:
 * 5:6 redeclared task 'A' is declared twice
 */
