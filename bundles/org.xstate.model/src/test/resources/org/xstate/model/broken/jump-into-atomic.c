int f(int a)
{
	if (a)
		goto out;
	atomic {
out:
		return a;
	}
}

/* expected:
 * 6:1 misplaced 'out' is on the other side of an atomic block's border
 */
