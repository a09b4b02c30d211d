int x;
int count(void) { x++; return x; }
property(p, "x") { return count() > 0; }
property(q, "x") { x = 1; return __VERIFIER_nondet_bool(); }

/* expected:
 * 3:20 not-pure a property looks at the state: it neither changes it nor chooses
 * 4:20 not-pure a property looks at the state: it neither changes it nor chooses
 * 4:27 not-pure a property looks at the state: it neither changes it nor chooses
 */
