#define _GNU_SOURCE
#include <cpuid.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * From here on no vector registers but those that the test means: copies are made byte by byte, system calls
 * without the C library. Only main() prints.
 */
#pragma GCC target("general-regs-only")

/* what run_kselftest.sh makes of exit codes */
enum { KSFT_PASS = 0, KSFT_FAIL = 1, KSFT_SKIP = 4 };

#define AREA_BYTES 16384
#define AREA_MXCSR 24
#define AREA_XSTATE_BV 512
#define AREA_SSE 160
#define MXCSR_INIT 0x1f80
#define NOBODYS_TURN (~0u)

/* The bytes of one component: the pattern again and again. */
struct value {
	const char *name;
	unsigned int component;
	unsigned int size;
	unsigned int period;
	const unsigned char *pattern;
};

struct result {
	const char *where;
	const struct value *expected;
	bool reached;
	bool failed;
};

struct shared {
	volatile unsigned int turn;
	volatile unsigned int provoked;
	volatile struct result results[NR_CHECKS + 1];
};

static struct shared *shared;
static volatile unsigned char area[AREA_BYTES] __attribute__((aligned(64)));

static inline long raw_syscall(long number, long a, long b, long c)
{
	long result;

	asm volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
	return result;
}

static inline uint64_t enabled_components(void)
{
	uint32_t low, high;

	asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
	return (uint64_t)high << 32 | low;
}

/* Where the standard format has the component: CPUID.(D,i).EBX, but for the legacy region. */
static inline unsigned int offset_of(unsigned int component)
{
	unsigned int eax, ebx, ecx, edx;

	if (component == 0)
		return 0;
	if (component == 1)
		return AREA_SSE;
	__cpuid_count(0xd, component, eax, ebx, ecx, edx);
	return ebx;
}

/* MXCSR and its mask lie in the middle of x87's part of the legacy region. */
static inline bool belongs(const struct value *value, unsigned int i)
{
	return value->component != 0 || i < AREA_MXCSR || i >= AREA_MXCSR + 8;
}

/* Programs of the model begin with these in their initial configuration, not with what the C library left there. */
static inline void initialise(void)
{
	for (unsigned int i = 0; i < AREA_BYTES; i++)
		area[i] = 0;
	*(volatile uint32_t *)(area + AREA_MXCSR) = MXCSR_INIT;
	asm volatile("xrstor64 %0" : : "m"(area), "a"((uint32_t)INITIAL), "d"((uint32_t)(INITIAL >> 32)) : "memory");
}

/* Gives one component a value, as an instruction of a program would; the others keep theirs. */
static inline void load(const struct value *value)
{
	uint32_t low = (uint32_t)(1ull << value->component);
	uint32_t high = (uint32_t)(1ull << value->component >> 32);
	unsigned int offset = offset_of(value->component);

	for (unsigned int i = 0; i < AREA_BYTES; i++)
		area[i] = 0;
	for (unsigned int i = 0; i < value->size; i++)
		if (belongs(value, i))
			area[offset + i] = value->pattern[i % value->period];
	*(volatile uint32_t *)(area + AREA_MXCSR) = MXCSR_INIT;
	*(volatile uint64_t *)(area + AREA_XSTATE_BV) = 1ull << value->component;
	asm volatile("xrstor64 %0" : : "m"(area), "a"(low), "d"(high) : "memory");
}

/* Looks at one component; XSAVE writes the initial bytes where the component is initial. */
static inline void expect(unsigned int number, const char *where, const struct value *value)
{
	uint32_t low = (uint32_t)(1ull << value->component);
	uint32_t high = (uint32_t)(1ull << value->component >> 32);
	unsigned int offset = offset_of(value->component);
	bool equal = true;

	for (unsigned int i = 0; i < AREA_BYTES; i++)
		area[i] = 0;
	asm volatile("xsave64 %0" : "+m"(area) : "a"(low), "d"(high) : "memory");
	for (unsigned int i = 0; i < value->size; i++)
		if (belongs(value, i) && area[offset + i] != value->pattern[i % value->period])
			equal = false;
	shared->results[number].where = where;
	shared->results[number].expected = value;
	shared->results[number].reached = true;
	shared->results[number].failed = !equal;
}

/* Moves the calling task. */
static inline void run_on(unsigned int cpu)
{
	unsigned long mask = 1ul << cpu;

	raw_syscall(SYS_sched_setaffinity, 0, sizeof(mask), (long)&mask);
}

/* Tasks take turns in the order of the counterexample. */
static inline void wait_for_turn(unsigned int turn)
{
	while (shared->turn != turn) {
		if (shared->turn == NOBODYS_TURN)
			raw_syscall(SYS_exit_group, KSFT_FAIL, 0, 0);
		raw_syscall(SYS_sched_yield, 0, 0, 0);
	}
}

static inline void end_turn(void)
{
	shared->turn++;
}

static void (*volatile handler)(void);

static inline void on_signal(int number)
{
	(void)number;
	handler();
}

/* The kernel writes a frame, the handler runs, and its return restores what the frame holds. */
static inline void take_signal(void (*body)(void))
{
	handler = body;
	raw_syscall(SYS_kill, raw_syscall(SYS_getpid, 0, 0, 0), SIGUSR1, 0);
}

/*
 * TO BE WRITTEN for each call: what makes the kernel do that here. Increment shared->provoked where you have done
 * it; as long as one is missing, a run that sees nothing wrong says nothing and counts as skipped.
 */
static inline void provoke(unsigned int step, const char *what)
{
	(void)step;
	(void)what;
}
