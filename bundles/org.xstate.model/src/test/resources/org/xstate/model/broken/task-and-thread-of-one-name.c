task(A) { }
kernel_thread(A) { }

/* expected:
 * 2:15 redeclared task 'A' is declared twice
 */
