property(state_is_kept, "what a task left in its registers is what it sees") { return true; }
scenario(one) { expect_violation("state_is_lost"); }
task(A) { }

/* expected:
 * 2:34 no-such-property no such property 'state_is_lost' | did you mean 'state_is_kept'?
 */
