/*
 * The protocol by which Linux keeps FPU registers, one rule per transition, in the terms of plain arrays: a model
 * with known numbers of states and transitions, to measure checkers on. The file that includes this sets the sizes.
 *
 * Values: 0 is init, 1 to NV are written by programs, G is garbage. The last feature is PASID, which is written only
 * through #GP; those below it are written in user mode.
 */
#pragma once

/*
 * 0 correct: everything is saved, the feature is written, TIF is set, last_cpu is invalidated
 * 1 only the one feature is saved before TIF is set
 * 2 memory is written, TIF is not set
 * 3 TIF is set, but the CPU still passes the test for valid registers
 * 4 the register is written although it is stale
 * 5 a full update does not set the XSTATE_BV bit
 */
knob_range(BUG, 0, 5, 0);

#define NV_GARBAGE (NV + 1)
#define PASID (NF - 1)
#define ALL_FEATURES ((1 << NF) - 1)
#define G NV_GARBAGE

/* where a task is */
enum task_pc {
	K,	/* in the kernel, preemptible */
	U,	/* user mode */
	LOCKED,	/* update: fpregs_lock held, before the save */
	SAVED,	/* update: the old value is in memory, before the write */
	STORED,	/* update: written, before finish and unlock */
	F1,	/* fork: fpregs_lock held, before the copy */
	P1,	/* ptrace: before the target is invalidated */
	P2,	/* ptrace: before the target's buffer is written */
};

enum run_state {
	RUN,
	STOP,
	DEAD,
};

/* by CPU; a task is its number + 1, 0 is none */
range(0, NT) cur[NC];
range(0, NT) owner[NC];			/* fpu_fpregs_owner_ctx */
bool sirq[NC];				/* a softirq inside kernel_fpu_begin/end */
range(0, NV + 1) regs[NC][NF] = { [0 ... NC - 1] = { [0 ... NF - 1] = G } };

/* by task */
range(0, ALL_FEATURES) bv[NT];		/* XSTATE_BV */
range(0, NV + 1) mem[NT][NF] = { [0 ... NT - 1] = { [0 ... NF - 1] = G } };
range(0, NV) sh[NT][NF];		/* what the task must see */
bool tif[NT] = { [0 ... NT - 1] = true };	/* TIF_NEED_FPU_LOAD */
range(0, NC) last[NT];			/* last_cpu + 1 */
enum task_pc pc[NT];
range(0, 2 * NF + NT) arg[NT];		/* updates: feature * 2 + full; P*: target + 1 */
enum run_state st[NT];

static int any_cpu(void)
{
	return choose(0, NC - 1);
}

static int any_task(void)
{
	return choose(0, NT - 1);
}

/* The CPU runs a task that is at that place, and no softirq. */
static bool at(int cpu, enum task_pc place)
{
	return !sirq[cpu] && cur[cpu] != 0 && pc[cur[cpu] - 1] == place;
}

/* ... in the kernel, and wants to go on. */
static bool running(int cpu)
{
	return at(cpu, K) && st[cur[cpu] - 1] == RUN;
}

static bool preemptible(int cpu)
{
	enum task_pc place;

	if (sirq[cpu])
		return false;
	if (cur[cpu] == 0)
		return true;
	place = pc[cur[cpu] - 1];
	return place == K || place == P1 || place == P2;
}

static bool on_cpu(int tsk)
{
	int cpu;

	for (cpu = 0; cpu < NC; cpu++) {
		if (cur[cpu] == tsk + 1)
			return true;
	}
	return false;
}

static bool traced(int tsk)
{
	int p;

	for (p = 0; p < NT; p++) {
		if ((pc[p] == P1 || pc[p] == P2) && arg[p] == tsk + 1)
			return true;
	}
	return false;
}

/* XSAVES of one feature: one in its initial state only clears its bit, and leaves the bytes to whoever had them. */
static void xsaves_one(int cpu, int tsk, int ft)
{
	if (regs[cpu][ft] == 0) {
		bv[tsk] &= ~(1 << ft);
		mem[tsk][ft] = G;
	} else {
		bv[tsk] |= 1 << ft;
		mem[tsk][ft] = regs[cpu][ft];
	}
}

static void xsaves_all(int cpu, int tsk)
{
	int ft;

	for (ft = 0; ft < NF; ft++)
		xsaves_one(cpu, tsk, ft);
}

static void save_outgoing(int cpu)
{
	int tsk;

	if (cur[cpu] == 0)
		return;
	tsk = cur[cpu] - 1;
	if (!tif[tsk]) {
		xsaves_all(cpu, tsk);
		last[tsk] = cpu + 1;
	}
}

static int modified(int value)
{
	return value == 0 || value == NV ? 1 : value + 1;
}

/* The value goes to memory; with the fourth bug to the register, although that may be stale. */
static void store(int cpu, int tsk, int ft, int value)
{
	if (BUG == 4)
		regs[cpu][ft] = value;
	else
		mem[tsk][ft] = value;
}
