struct image { int a; };
buffer(struct image);
buffer(struct image);

/* expected:
 * 3:1 redeclared the buffer is 'struct image' already
 */
