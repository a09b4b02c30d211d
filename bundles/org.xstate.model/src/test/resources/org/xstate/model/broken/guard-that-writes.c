int x;
bool once(void)
{
	x = 1;
	return true;
}
interrupt(i, 1, once()) { }

/* expected:
 * 7:17 not-pure a guard looks at the state: it neither changes it nor chooses
 */
