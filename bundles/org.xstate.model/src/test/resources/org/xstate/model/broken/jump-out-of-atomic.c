task(A) { atomic { goto out; } out: return; }

/* expected:
 * 1:32 misplaced 'out' is on the other side of an atomic block's border
 */
