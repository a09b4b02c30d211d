kernel_thread(K);

/* expected:
 * 1:1 syntax 'kernel_thread(...)' is followed by statements in braces
 */
