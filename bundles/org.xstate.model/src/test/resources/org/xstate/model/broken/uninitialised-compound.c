task(A)
{
	int n;

	n += 1;
}

/* expected:
 * 5:2 uninitialised 'n' may be read here before it has a value
 */
