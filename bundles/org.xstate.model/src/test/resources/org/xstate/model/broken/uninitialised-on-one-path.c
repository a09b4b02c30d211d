int f(int a)
{
	int b;

	if (a)
		b = 1;
	return b;
}

/* expected:
 * 7:9 uninitialised 'b' may be read here before it has a value
 */
