property(pasid_kept, "x");
task(A) { require(pasid_lost, true); require(pasid_kep, true); }

/* expected:
 * 2:11 no-such-property no such property 'pasid_lost' | did you mean 'pasid_kept'?
 * 2:38 no-such-property no such property 'pasid_kep' | did you mean 'pasid_kept'?
 */
