int f(int a)
{
	int b;

	while (a) {
		b = a;
		a--;
	}
	return b;
}

/* expected:
 * 9:9 uninitialised 'b' may be read here before it has a value
 */
