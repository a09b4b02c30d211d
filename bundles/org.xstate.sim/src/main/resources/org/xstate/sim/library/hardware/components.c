/*
 * Components as structs, for text that reads and writes them through a pointer into an image: the names are the
 * kernel's, the members stand for the parts of the component.
 */

struct pkru_state {
	token_t pkru;
};

struct ia32_pasid_state {
	token_t pasid;
};

struct cet_user_state {
	token_t user_cet;
	token_t user_ssp;
};

struct ymmh_struct {
	token_t ymmh_space;
};

component(struct pkru_state, XFEATURE_PKRU);
component(struct ia32_pasid_state, XFEATURE_PASID);
component(struct cet_user_state, XFEATURE_CET_USER);
component(struct ymmh_struct, XFEATURE_YMM);

/* what vector code in the kernel overwrites, of what the scenario has */
#define VECTOR_FEATURES                                                                                       \
	((BIT_ULL(XFEATURE_FP) | BIT_ULL(XFEATURE_SSE) | BIT_ULL(XFEATURE_YMM) | BIT_ULL(XFEATURE_OPMASK)     \
	  | BIT_ULL(XFEATURE_ZMM_Hi256) | BIT_ULL(XFEATURE_Hi16_ZMM) | BIT_ULL(XFEATURE_APX))                 \
	 & FEATURES)
