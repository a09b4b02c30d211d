struct t { int a; };
pool(struct t, ts, 2);
bool mark(struct t *t)
{
	t->a = 1;
	return true;
}
bool f(void) { return exists(t, ts, mark(t)); }
bool g(void) { return forall(c, cpus, c == choose_cpu()); }

/* expected:
 * 9:39 not-pure what is asked of several objects looks at the state: it neither changes it nor chooses
 */
