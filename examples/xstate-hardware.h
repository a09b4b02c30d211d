/*
 * What a C compiler needs to read text that uses the library: what its files declare, for one processor. xstate.h
 * includes it. Made from the library's text.
 */
#pragma once

/* hardware/machine.h */
enum xfeature {
	XFEATURE_FP = 0,
	XFEATURE_SSE = 1,
	XFEATURE_YMM = 2,
	XFEATURE_BNDREGS = 3,
	XFEATURE_BNDCSR = 4,
	XFEATURE_OPMASK = 5,
	XFEATURE_ZMM_Hi256 = 6,
	XFEATURE_Hi16_ZMM = 7,
	XFEATURE_PT_UNIMPLEMENTED_SO_FAR = 8,
	XFEATURE_PKRU = 9,
	XFEATURE_PASID = 10,
	XFEATURE_CET_USER = 11,
	XFEATURE_CET_KERNEL = 12,
	XFEATURE_RSRVD_COMP_13 = 13,
	XFEATURE_RSRVD_COMP_14 = 14,
	XFEATURE_LBR = 15,
	XFEATURE_RSRVD_COMP_16 = 16,
	XFEATURE_XTILE_CFG = 17,
	XFEATURE_XTILE_DATA = 18,
	XFEATURE_APX = 19,
	XFEATURE_LWP = 62,
	XFEATURE_x87 = 0,
	XFEATURE_AVX = 2,
	XFEATURE_opmask = 5,
	XFEATURE_PT = 8,
	XFEATURE_CET_U = 11,
	XFEATURE_CET_S = 12,
	XFEATURE_HDC = 13,
	XFEATURE_UINTR = 14,
	XFEATURE_HWP = 16,
	XFEATURE_XTILECFG = 17,
	XFEATURE_XTILEDATA = 18,
};
#define XFEATURE_BITS 12
#define XCR0 0x207ULL
#define XSS 0xc00ULL
#define KERNEL_FEATURES 0xe07ULL
#define ENABLED_FEATURES 0xe07ULL
#define DEFAULT_FEATURES 0xe07ULL
#define DYNAMIC_FEATURES 0x0ULL
#define XFEATURES_XFD 0x0ULL
#define GUEST_ONLY_FEATURES 0x0ULL
#define INDEPENDENT_FEATURES 0x0ULL
#define KERNEL_INIT_FEATURES 0x200ULL
#define CPU_HAS_XSAVEOPT 1
#define CPU_HAS_XSAVEC 1
#define CPU_HAS_XSAVES 1
knob(xsave_instruction, INSN_XSAVES, INSN_XSAVEC, INSN_XSAVEOPT, INSN_XSAVE);
#define COMPACTED_FORMAT 1
knob(xinuse_tracking, XINUSE_STICKY, XINUSE_EXACT, XINUSE_ANY);
knob_flag(standard_images, false);
knob_flag(partial_images, true);
#define NR_COMPONENTS 4
#define ALL_COMPONENTS 15
extern const u8 component_number[4];
extern const u64 component_bit[4];
extern const u8 component_index[63];
extern const u8 component_part[5];
extern const u16 component_size[4];
extern const bool component_by_content[4];
#define XFD_FIRST 0
#define XFD_BITS 1
#define NR_EXTENDED 4
extern const u64 extended_bit[4];
#define NR_PARTS 5
#define HAS_MXCSR 0
#define MXCSR_PART 0
extern const s16 part_offset[5];
extern const u16 part_size[5];
extern const bool part_init_is_zero[5];
extern const bool part_is_mxcsr[5];
extern const bool part_is_legacy[5];
#define NOWHERE (-1)
#define STANDARD_LAYOUT 16
extern const s16 component_offset[17][4];
extern const s16 place_of[17][5];
#define IMAGE_BYTES 2696
#define NR_CELLS 9
extern const u16 cell_start[9];
extern const u16 cell_end[9];
#define NR_PIECES 9
extern const u8 piece_part[10];
extern const u16 piece_offset[10];
extern const u16 place_offset[19];
extern const u16 part_first_place[6];
extern const u16 place_first[20];
extern const u8 run_cell[23];
extern const u16 run_piece[23];
#define STANDARD_FEATURES 0x7ULL
#define POLICY_EAGER 0x0ULL
#define POLICY_INDEPENDENT 0x0ULL
#define POLICY_ON_TRAP 0x0ULL
#define NO_VECTOR 32
extern const u8 trap_of[4];
#define NR_OWN_PARTS 1
extern const u8 own_part[4];
#define NR_DEMANDED 1
extern const u8 demanded_index[4];
#define RESET_BY_CLONE 0x400ULL
#define RESET_BY_EXEC 0xe07ULL
#define RESET_BY_SIGNAL 0x207ULL
#define KEPT_BY_SIGNAL 0xc00ULL
#define UNTOUCHED_BY_SIGNAL 0xc00ULL
#define REPLACED_BY_PTRACE 0x207ULL
#define RESET_BY_PTRACE 0x0ULL

/* hardware/values.c */
tokens(
	INIT,
	KERNEL_INIT,
	KERNEL_FPU,
	POISON,
	TORN,
	ZERO,
	V1, V2, V3,
	B1, B2, B3
);
#define X86_TRAP_UD 6
#define X86_TRAP_NM 7
#define X86_TRAP_GP 13
#define X86_TRAP_PF 14
#define X86_TRAP_CP 21

/* hardware/policy.c */
knob_flag(modified_optimisation, false);
knob(restore_residue, RESIDUE_ANY, RESIDUE_NONE);

/* hardware/hooks.h */
hook(bool, reports_in_use)(enum xfeature f);
hook(u64, msr_holds)(int msr);
hook(u64, vector_registers)(void);
hook(void, saved_by_xsaves)(u64 rfbm);
hook(bool, refuses_load)(u64 loaded);
hook(void, save_executed)(u64 rfbm);
hook(void, restore_executed)(u64 rfbm);
hook(void, register_written)(enum xfeature f);
u64 part_of_component(enum xfeature f, int part);

/* hardware/image.c */
#define NO_PIECE 0
struct cell {
	range(0, NR_PIECES) piece;
	token_t value;
};
struct xstate_header {
	u64 xfeatures : XFEATURE_BITS;
	u64 xcomp_bv : XFEATURE_BITS;
	bool compacted;
	bool reserved;
};
struct xregs_state {
	struct xstate_header header;
	struct cell cells[NR_CELLS];
	bool freed;
	token_t x87_pointers;
	bool x87_exception_is_pending;
};
buffer(struct xregs_state);
int layout_of(u64 xcomp_bv, bool compacted);
void write_place(struct xregs_state *xsave, int place, int part, token_t value);
token_t read_place(struct xregs_state *xsave, int place, int part);
void spoil(struct xregs_state *xsave, int from, int to);
int place_at(int part, int offset);
int xstate_offset(struct xregs_state *xsave, enum xfeature f);
int xfeature_offset(u64 xcomp_bv, bool compacted, enum xfeature f);
int xstate_size(enum xfeature f);
int nr_parts(enum xfeature f);
token_t read_part(void *address, enum xfeature f, int part);
void write_part(void *address, enum xfeature f, int part, token_t value);
void write_component(void *address, enum xfeature f, token_t value);
token_t read_component(void *address, enum xfeature f);

/* hardware/memory.c */
#define XSTATE_BV_OFFSET 512
#define XCOMP_BV_OFFSET 520
#define RESERVED_OFFSET 528
#define EXTENDED_OFFSET 576
bool covers(int offset, int length, int begin, int end);
void copy_header(struct xregs_state *to, struct xregs_state *from, int offset, int bytes);
int moved_piece(int piece, int delta);
void copy_cell(struct xregs_state *to, int c, struct xregs_state *from, int offset);
void copy_cells(struct xregs_state *to, int t, struct xregs_state *from, int s, int bytes);
void xstate_memcpy(void *to, void *from, int bytes);
void zero_some(struct xregs_state *xsave, int c);
void xstate_memset(void *to, int octet, int bytes);
void xstate_poison(struct xregs_state *xsave);
void xstate_free(struct xregs_state *xsave);
void init_image(struct xregs_state *xsave, u64 mask);

/* hardware/registers.c */
struct fpu_registers {
	token_t part[NR_PARTS];
	u32 touched : NR_COMPONENTS;
	u32 modified : NR_COMPONENTS;
	u32 xfd : XFD_BITS;
	u32 xfd_err : XFD_BITS;
	struct xregs_state *restored_from;
	u64 restored_xcomp_bv : XFEATURE_BITS;
	bool restored_compacted;
};
DEFINE_PER_CPU(struct fpu_registers, fpregs);
DEFINE_PER_CPU(bool, cr4_without_osxsave);
u32 dense(u64 mask);
u64 sparse(u32 components);
u32 xfd_disabled(void);
void set_xfd_err(u32 components);
void note_write(int i);
void initialise(int i);
token_t read_reg(enum xfeature f, int part);
void write_reg(enum xfeature f, int part, token_t value);
void set_reg(enum xfeature f, token_t value);
void init_reg(enum xfeature f);
bool reg_is(cpu_t cpu, enum xfeature f, token_t value);
token_t reg_of(cpu_t cpu, enum xfeature f, int part);
bool differs_from_init(int i);
bool component_in_use(int i);
bool xinuse(enum xfeature f);
void cpu_reset(void);

/* hardware/x87.c */
knob_flag(x87_pointers_with_exception_only, false);
DEFINE_PER_CPU(token_t, x87_pointers);
DEFINE_PER_CPU(bool, x87_exception_is_pending);
void save_x87_pointers(struct xregs_state *xsave, u64 rfbm);
void load_x87_pointers(struct xregs_state *xsave, u64 rfbm);
void write_x87_pointers(token_t value);
token_t fxsave_x87_pointers(void);

/* hardware/xsave.c */
u32 saved_in_use(u32 components);
bool mxcsr_is_init(void);
u32 unmodified(struct xregs_state *xsave, u64 xcomp_bv, bool compacted);
void save_components(struct xregs_state *xsave, int layout, u32 components);
void save_mxcsr(struct xregs_state *xsave);
void save_standard(struct xregs_state *xsave, u64 rfbm, bool opt);
void save_compacted(struct xregs_state *xsave, u64 rfbm, bool opt);
void insn_fxsave(struct xregs_state *xsave);
int insn_xsave(struct xregs_state *xsave, u64 rfbm);
int insn_xsaveopt(struct xregs_state *xsave, u64 rfbm);
int insn_xsavec(struct xregs_state *xsave, u64 rfbm);
int insn_xsaves(struct xregs_state *xsave, u64 rfbm);

/* hardware/xrstor.c */
bool bad_header(struct xregs_state *xsave, u64 enabled);
void load_component(struct xregs_state *xsave, int i);
void load_mxcsr(struct xregs_state *xsave, u64 rfbm);
void remember_restore(struct xregs_state *xsave, u64 rfbm);
int restore(struct xregs_state *xsave, u64 rfbm, u64 enabled);
int insn_xrstor(struct xregs_state *xsave, u64 rfbm);
int insn_xrstors(struct xregs_state *xsave, u64 rfbm);
int xrstor_interrupted(struct xregs_state *xsave, u64 rfbm);

/* hardware/msr.c */
void wrmsrl(int msr, token_t value);
token_t rdmsrl(int msr);
u64 read_xfd(void);
void write_xfd(u64 value);
u64 xfd_of(cpu_t cpu);
u64 read_xfd_err(void);
void write_xfd_err(u64 value);
int insn_use(enum xfeature f);

/* base/avx.c */
struct ymmh_struct {
	token_t ymmh_space;
};

/* base/opmask.c */

/* base/zmm-hi256.c */

/* base/hi16-zmm.c */

/* pkru/registers.c */
struct pkru_state {
	token_t pkru;
};
knob_flag(pkru_always_in_use, false);
token_t rdpkru(void);
void wrpkru(token_t value);

/* pasid/registers.c */
#define MSR_IA32_PASID 0xd93
struct ia32_pasid_state {
	token_t pasid;
};

/* cet/user-registers.c */
#define MSR_IA32_U_CET 0x6a0
#define MSR_IA32_PL3_SSP 0x6a7
struct cet_user_state {
	token_t user_cet;
	token_t user_ssp;
};
#define CET_USER_CET 0
#define CET_USER_SSP 1

/* cet/supervisor-registers.c */
#define MSR_IA32_PL0_SSP 0x6a4
#define MSR_IA32_PL1_SSP 0x6a5
#define MSR_IA32_PL2_SSP 0x6a6

/* uintr/registers.c */
#define MSR_IA32_UINTR_RR 0x985
#define MSR_IA32_UINTR_HANDLER 0x986
#define MSR_IA32_UINTR_STACKADJUST 0x987
#define MSR_IA32_UINTR_MISC 0x988
#define MSR_IA32_UINTR_PD 0x989
#define MSR_IA32_UINTR_TT 0x98a
#define UINTR_HANDLER 0
#define UINTR_UINV 1
#define UINTR_TABLES 2
struct uintr_state {
	token_t handler;
	token_t uinv;
	token_t tables;
};

/* amx/registers.c */
void tile_release(void);

/* apx/registers.c */
