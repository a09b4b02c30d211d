task(A) { }
scenario(one) { }
task(A) { }

/* expected:
 * 3:6 redeclared task 'A' is declared twice
 */
