/*
 * Threads that hold known register values, loaded by ordinary instructions, never by XRSTOR (except where a component
 * has to be in its initial configuration, which no other user instruction can do for SSE). Prints what it loads, so
 * that no table of expected values lies anywhere else:
 *
 *	<kind> thread <tid>
 *	<kind> <register> <value: hexadecimal, most significant digit first>
 *	<kind> ready
 *
 * state core          all threads wait with their registers loaded, until the process is killed
 * state frame FOLDER  each thread takes a signal instead; the handler writes the frame's image to FOLDER/<kind>
 */
#define _GNU_SOURCE
#include <cpuid.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#define ARCH_REQ_XCOMP_PERM 0x1023
#define XFEATURE_TILEDATA 18

enum { AVX = 1, AVX512 = 2, AMX = 4, X87 = 8, FAULT = 16, INIT_SSE = 32, MMX = 64 };

/* The assembly below knows these offsets. */
struct load {
	uint64_t what;         /* 0 */
	uint16_t fcw;          /* 8 */
	uint16_t pad;
	uint32_t mxcsr;        /* 12 */
	uint8_t st[3][16];     /* 16, 10 bytes each */
	uint8_t mm[8][8];      /* 64 */
	uint8_t v[32][64];     /* 128 */
	uint64_t k[8];         /* 2176 */
	uint8_t tilecfg[64];   /* 2240 */
	uint8_t tile[8][1024]; /* 2304 */
	float zero;            /* 10496 */
} __attribute__((aligned(64)));

/* Loads everything, makes one system call, then waits for ever: system calls keep these registers. */
void load_and_stop(const struct load *load, long number, long a, long b, long c, void *init_image);
extern char faulting_instruction[];

__asm__(".text\n"
	"load_and_stop:\n"
	"	mov %rdi, %rbx\n"
	"	mov %rsi, %r12\n"
	"	mov %rdx, %r13\n"
	"	mov %rcx, %r14\n"
	"	mov %r8, %r15\n"
	"	fninit\n"
	"	testl $1, (%rbx)\n"
	"	jz 1f\n"
	"	vzeroall\n"
	"1:	testl $4, (%rbx)\n"
	"	jz 3f\n"
	"	ldtilecfg 2240(%rbx)\n"
	"	mov $64, %ecx\n"
	"	lea 2304(%rbx), %rax\n"
	".irp n,0,1,2,3,4,5,6,7\n"
	"	tileloadd \\n*1024(%rax,%rcx,1), %tmm\\n\n"
	".endr\n"
	"3:	testl $2, (%rbx)\n"
	"	jz 4f\n"
	"	lea 128(%rbx), %rax\n"
	".irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31\n"
	"	vmovdqu64 \\n*64(%rax), %zmm\\n\n"
	".endr\n"
	".irp n,0,1,2,3,4,5,6,7\n"
	"	kmovq 2176+\\n*8(%rbx), %k\\n\n"
	".endr\n"
	"	jmp 6f\n"
	"4:	testl $1, (%rbx)\n"
	"	jz 5f\n"
	"	lea 128(%rbx), %rax\n"
	".irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n"
	"	vmovdqu \\n*64(%rax), %ymm\\n\n"
	".endr\n"
	"	jmp 6f\n"
	"5:	testl $32, (%rbx)\n"
	"	jnz 6f\n"
	"	lea 128(%rbx), %rax\n"
	".irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n"
	"	movdqu \\n*64(%rax), %xmm\\n\n"
	".endr\n"
	"6:	testl $32, (%rbx)\n"
	"	jz 2f\n"
	"	mov $2, %eax\n" /* RFBM: SSE alone; XSTATE_BV of the image is 0 */
	"	xor %edx, %edx\n"
	"	xrstor64 (%r9)\n"
	"2:	ldmxcsr 12(%rbx)\n"
	"	testl $8, (%rbx)\n"
	"	jz 7f\n"
	"	fldcw 8(%rbx)\n"
	"	fldt 48(%rbx)\n"
	"	fldt 32(%rbx)\n"
	"	fldt 16(%rbx)\n"
	"7:	testl $64, (%rbx)\n"
	"	jz 8f\n"
	".irp n,0,1,2,3,4,5,6,7\n"
	"	movq 64+8*\\n(%rbx), %mm\\n\n"
	".endr\n"
	"8:	testl $16, (%rbx)\n"
	"	jz 9f\n"
	"	fld1\n"
	"	fldcw 8(%rbx)\n"
	"	lea 10496(%rbx), %rax\n"
	"faulting_instruction:\n"
	"	fdivs (%rax)\n" /* D8 30: the exception stays pending, no waiting instruction follows */
	"9:	mov %r12, %rax\n"
	"	mov %r13, %rdi\n"
	"	mov %r14, %rsi\n"
	"	mov %r15, %rdx\n"
	"	syscall\n"
	"	mov $34, %eax\n" /* pause */
	"	syscall\n"
	"	jmp 9b\n");

static const char *folder;
static unsigned host;
static uint8_t empty_image[16384] __attribute__((aligned(64)));

struct start {
	const char *kind;
	char ready[64];
	struct load load;
};

static __thread const struct start *mine;

static void hex(const char *kind, const char *name, int index, const void *bytes, int length)
{
	printf("%s %s%.0d", kind, name, index);
	if (index == 0)
		printf("0");
	printf(" ");
	for (int i = length - 1; i >= 0; i--)
		printf("%02x", ((const uint8_t *)bytes)[i]);
	printf("\n");
}

static void number(const char *kind, const char *name, uint64_t value)
{
	printf("%s %s %llx\n", kind, name, (unsigned long long)value);
}

/* No byte of any register equals its neighbour, and no two registers are equal. */
static void fill(uint8_t *bytes, int length, int salt)
{
	for (int i = 0; i < length; i++)
		bytes[i] = (uint8_t)(salt * 29 + i * 7 + (i >> 5) * 3 + 1);
}

static void describe(const char *kind, const struct load *load)
{
	unsigned what = (unsigned)load->what;
	int width = what & AVX512 ? 64 : what & AVX ? 32 : 16;
	const char *name = what & AVX512 ? "zmm" : what & AVX ? "ymm" : "xmm";
	static const uint8_t nothing[64];

	for (int i = 0; i < (what & AVX512 ? 32 : 16); i++)
		hex(kind, name, i, what & INIT_SSE && !(what & AVX) ? nothing : load->v[i], width);
	number(kind, "mxcsr", load->mxcsr);
	number(kind, "fcw", what & (X87 | FAULT) ? load->fcw : 0x037f);
	for (int i = 0; what & X87 && i < 3; i++)
		hex(kind, "st", i, load->st[i], 10);
	for (int i = 0; what & MMX && i < 8; i++) {
		uint8_t wide[10] = {[8] = 0xff, [9] = 0xff}; /* what a write to an MMX register leaves above it */

		memcpy(wide, load->mm[i], 8);
		hex(kind, "st", i, wide, 10);
	}
	for (int i = 0; what & AVX512 && i < 8; i++)
		hex(kind, "k", i, &load->k[i], 8);
	for (int i = 0; what & AMX && i < 8; i++)
		hex(kind, "tmm", i, load->tile[i], 1024);
	if (what & FAULT) {
		static const uint8_t one[10] = {[7] = 0x80, [8] = 0xff, [9] = 0x3f};

		hex(kind, "st", 0, one, 10);
		number(kind, "fsw", 0xb884); /* B, top 7, ES, ZE */
		number(kind, "fop", 0x030);
		number(kind, "fip", (uintptr_t)faulting_instruction);
		number(kind, "fdp", (uintptr_t)&load->zero);
	}
}

static void on_signal(int signal_number, siginfo_t *info, void *context)
{
	uint8_t *image = (uint8_t *)((ucontext_t *)context)->uc_mcontext.fpregs;
	uint32_t magic, length;
	char name[512];

	(void)signal_number;
	(void)info;
	memcpy(&magic, image + 464, 4);
	memcpy(&length, image + 468, 4);
	if (magic != FP_XSTATE_MAGIC1)
		length = 512;
	snprintf(name, sizeof name, "%s/%s", folder, mine->kind);
	int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (file < 0 || write(file, image, length) != (ssize_t)length || close(file))
		_exit(3);
	if (write(1, mine->ready, strlen(mine->ready)) < 0)
		_exit(3);
	for (;;)
		pause();
}

static void *run(void *argument)
{
	const struct start *start = argument;
	char line[64];
	long tid = syscall(SYS_gettid);

	mine = start;
	int length = snprintf(line, sizeof line, "%s thread %ld\n", start->kind, tid);
	if (write(1, line, (size_t)length) != length)
		_exit(3);
	if (folder)
		load_and_stop(&start->load, SYS_tgkill, getpid(), tid, SIGUSR1, empty_image);
	else
		load_and_stop(&start->load, SYS_write, 1, (long)start->ready, (long)strlen(start->ready), empty_image);
	return NULL;
}

static struct start *starts[16];
static int started;

static void prepare(const char *kind, unsigned what, uint16_t fcw, uint32_t mxcsr)
{
	static int salt;
	struct start *start = aligned_alloc(64, (sizeof *start + 63) / 64 * 64);

	memset(start, 0, sizeof *start);
	start->kind = kind;
	start->load.what = what;
	start->load.fcw = fcw;
	start->load.mxcsr = mxcsr;
	for (int i = 0; i < 3; i++) {
		fill(start->load.st[i], 8, ++salt);
		start->load.st[i][7] |= 0x80;
		start->load.st[i][8] = (uint8_t)i;
		start->load.st[i][9] = i == 1 ? 0xc0 : 0x40;
	}
	for (int i = 0; i < 8; i++) {
		fill(start->load.mm[i], 8, ++salt);
		start->load.k[i] = 0x0123456789abcdefull * (unsigned)(salt + i);
	}
	for (int i = 0; i < 32; i++) {
		fill(start->load.v[i], 64, ++salt);
		if (what & INIT_SSE && i < 16)
			memset(start->load.v[i], 0, 16);
	}
	start->load.tilecfg[0] = 1;
	for (int i = 0; i < 8; i++) {
		start->load.tilecfg[16 + 2 * i] = 64;
		start->load.tilecfg[48 + i] = 16;
		fill(start->load.tile[i], 1024, ++salt);
	}
	snprintf(start->ready, sizeof start->ready, "%s ready\n", kind);
	describe(kind, &start->load);
	starts[started++] = start;
}

int main(int count, char **arguments)
{
	unsigned a, b, c, d, low = 0, high = 0;

	alarm(60); /* it ends even if nobody asks for it */
	FILE *filter = fopen("/proc/self/coredump_filter", "w"); /* cores without memory: notes are enough */
	if (filter && (fputs("0", filter) < 0 || fclose(filter)))
		return 5;
	setvbuf(stdout, NULL, _IOFBF, 1 << 18);
	prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY);
	folder = count > 2 ? arguments[2] : NULL;
	if (__get_cpuid(1, &a, &b, &c, &d) && c & bit_OSXSAVE)
		__asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	host = (low & 4 ? AVX : 0) | ((low & 0xe0) == 0xe0 ? AVX512 : 0);
	if ((low & 0x60000) == 0x60000 && !syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_TILEDATA))
		host |= AMX;
	struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};
	sigaction(SIGUSR1, &action, NULL);

	prepare("all", (host & (AVX | AVX512)) | X87, 0x027f, 0x9fc0);
	prepare("x87", X87, 0x0f7f, 0x7f85);
	prepare("init", INIT_SSE, 0x037f, 0x1f80);
	prepare("divide", FAULT, 0x037b, 0x1f80);
	prepare("mmx", MMX, 0x037f, 0x1fbf);
	if (host & AVX)
		prepare("upper", (host & (AVX | AVX512)) | INIT_SSE, 0x037f, 0x1f80);
	if (host & AMX)
		prepare("tiles", host | X87, 0x037f, 0x3f80);
	fflush(stdout); /* nothing is left that could mix with what the threads write */
	for (int i = 0; i < started; i++) {
		pthread_t thread;

		if (pthread_create(&thread, NULL, run, starts[i]))
			return 4;
	}
	for (;;)
		pause();
}
