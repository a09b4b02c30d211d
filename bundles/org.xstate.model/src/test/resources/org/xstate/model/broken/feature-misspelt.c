enum xfeature { XFEATURE_PKRU = 9, XFEATURE_PASID };
scenario(one) { features(PKRU, PASSID); }

/* expected:
 * 2:32 no-such-feature no such feature 'PASSID' | did you mean 'PASID'?
 */
