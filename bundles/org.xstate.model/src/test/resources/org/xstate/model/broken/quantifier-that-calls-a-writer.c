struct t { int a; };
pool(struct t, ts, 2);
bool mark(struct t *t)
{
	t->a = 1;
	return true;
}
bool is_marked(struct t *t) { return t->a; }
bool f(void) { return exists(t, ts, t != NULL && is_marked(t) && mark(t)); }

/* expected:
 * 9:37 not-pure what is asked of several objects looks at the state: it neither changes it nor chooses
 */
