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
	B1,	/* update: fpregs_lock held, before the save */
	B2,	/* update: the old value is in memory, before the write */
	B3,	/* update: written, before finish and unlock */
	F1,	/* fork: fpregs_lock held, before the copy */
	P1,	/* ptrace: before the target is invalidated */
	P2,	/* ptrace: before the target's buffer is written */
};

enum task_state {
	RUN,
	STOP,
	DEAD,
};

/* by CPU; a task is its number + 1, 0 is none */
range(0, NT) cur[NC];
range(0, NT) owner[NC];			/* fpu_fpregs_owner_ctx */
bool sirq[NC];				/* a softirq inside kernel_fpu_begin/end */
range(0, NV + 1) reg[NC][NF] = { [0 ... NC - 1] = { [0 ... NF - 1] = G } };

/* by task */
range(0, ALL_FEATURES) bv[NT];		/* XSTATE_BV */
range(0, NV + 1) mem[NT][NF] = { [0 ... NT - 1] = { [0 ... NF - 1] = G } };
range(0, NV) sh[NT][NF];		/* what the task must see */
bool tif[NT] = { [0 ... NT - 1] = true };	/* TIF_NEED_FPU_LOAD */
range(0, NC) last[NT];			/* last_cpu + 1 */
enum task_pc pc[NT];
range(0, 2 * NF + NT) arg[NT];		/* B*: feature * 2 + full; P*: target + 1 */
enum task_state st[NT];

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
	if (reg[cpu][ft] == 0) {
		bv[tsk] &= ~(1 << ft);
		mem[tsk][ft] = G;
	} else {
		bv[tsk] |= 1 << ft;
		mem[tsk][ft] = reg[cpu][ft];
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
		reg[cpu][ft] = value;
	else
		mem[tsk][ft] = value;
}

rule(switch_to)
{
	int cpu = any_cpu();
	int next = any_task();

	assume(preemptible(cpu) && st[next] == RUN && !on_cpu(next));
	save_outgoing(cpu);
	cur[cpu] = next + 1;
	tif[next] = true;
}

rule(idle)
{
	int cpu = any_cpu();

	assume(preemptible(cpu) && cur[cpu] != 0);
	save_outgoing(cpu);
	cur[cpu] = 0;
}

rule(kernel_fpu_begin)
{
	int cpu = any_cpu();
	int ft;

	assume(SIRQ && preemptible(cpu));
	if (cur[cpu] != 0 && !tif[cur[cpu] - 1]) {
		xsaves_all(cpu, cur[cpu] - 1);
		tif[cur[cpu] - 1] = true;
	}
	owner[cpu] = 0;
	for (ft = 0; ft < NF; ft++)
		reg[cpu][ft] = G;
	sirq[cpu] = true;
}

rule(kernel_fpu_end)
{
	int cpu = any_cpu();

	assume(SIRQ && sirq[cpu]);
	sirq[cpu] = false;
}

rule(user_write)
{
	int cpu = any_cpu();
	int ft = choose(0, PASID - 1);
	int value = choose(0, NV);

	assume(at(cpu, U) && reg[cpu][ft] != value);
	reg[cpu][ft] = value;
	sh[cur[cpu] - 1][ft] = value;
}

rule(enter_kernel)
{
	int cpu = any_cpu();

	assume(at(cpu, U));
	pc[cur[cpu] - 1] = K;
}

/* ENQCMD without a PASID */
rule(general_protection)
{
	int cpu = any_cpu();

	assume(at(cpu, U) && reg[cpu][PASID] == 0);
	pc[cur[cpu] - 1] = B1;
	arg[cur[cpu] - 1] = PASID * 2 + 1;
}

rule(return_to_user)
{
	int cpu = any_cpu();
	int tsk;
	int ft;

	assume(running(cpu));
	tsk = cur[cpu] - 1;
	if (tif[tsk]) {
		if (owner[cpu] != tsk + 1 || last[tsk] != cpu + 1) {
			for (ft = 0; ft < NF; ft++)
				reg[cpu][ft] = bv[tsk] & (1 << ft) ? mem[tsk][ft] : 0;
			owner[cpu] = tsk + 1;
			last[tsk] = cpu + 1;
		}
		tif[tsk] = false;
	}
	pc[tsk] = U;
}

rule(begin_update)
{
	int cpu = any_cpu();
	int ft = choose(0, PASID - 1);
	int full = choose(0, 1);

	assume(running(cpu));
	pc[cur[cpu] - 1] = B1;
	arg[cur[cpu] - 1] = ft * 2 + full;
}

rule(update_save)
{
	int cpu = any_cpu();
	int tsk;
	int ft;
	int i;
	bool full;

	assume(at(cpu, B1));
	tsk = cur[cpu] - 1;
	ft = arg[tsk] / 2;
	full = arg[tsk] & 1;
	if (!tif[tsk]) {
		for (i = 0; i < NF; i++) {
			if (BUG == 1 ? !full && i == ft : !full || i != ft)
				xsaves_one(cpu, tsk, i);
		}
	}
	if (!(bv[tsk] & (1 << ft)))
		mem[tsk][ft] = 0;
	if (BUG != 5 || !full)
		bv[tsk] |= 1 << ft;
	pc[tsk] = B2;
}

rule(update_modify)
{
	int cpu = any_cpu();
	int tsk;
	int ft;

	assume(at(cpu, B2) && !(arg[cur[cpu] - 1] & 1));
	tsk = cur[cpu] - 1;
	ft = arg[tsk] / 2;
	store(cpu, tsk, ft, modified(mem[tsk][ft]));
	sh[tsk][ft] = modified(sh[tsk][ft]);
	pc[tsk] = B3;
}

rule(update_replace)
{
	int cpu = any_cpu();
	int value = choose(1, NV);
	int tsk;
	int ft;

	assume(at(cpu, B2) && (arg[cur[cpu] - 1] & 1));
	tsk = cur[cpu] - 1;
	ft = arg[tsk] / 2;
	assume(value == 1 || ft != PASID);
	store(cpu, tsk, ft, value);
	sh[tsk][ft] = value;
	pc[tsk] = B3;
}

rule(finish_update)
{
	int cpu = any_cpu();
	int tsk;

	assume(at(cpu, B3));
	tsk = cur[cpu] - 1;
	if (BUG != 2 && BUG != 4)
		tif[tsk] = true;
	if (BUG != 2 && BUG != 3 && BUG != 4)
		last[tsk] = 0;
	pc[tsk] = K;
	arg[tsk] = 0;
}

rule(fork)
{
	int cpu = any_cpu();
	bool room = false;
	int i;

	assume(FORK && running(cpu));
	for (i = 0; i < NT; i++)
		room = room || st[i] == DEAD;
	assume(room);
	pc[cur[cpu] - 1] = F1;
}

rule(fork_copy)
{
	int cpu = any_cpu();
	int child = any_task();
	int tsk;
	int ft;

	assume(FORK && at(cpu, F1) && st[child] == DEAD);
	tsk = cur[cpu] - 1;
	if (!tif[tsk])
		xsaves_all(cpu, tsk);
	bv[child] = bv[tsk] & ((1 << PASID) - 1);
	for (ft = 0; ft < PASID; ft++) {
		mem[child][ft] = mem[tsk][ft];
		sh[child][ft] = sh[tsk][ft];
	}
	mem[child][PASID] = G;
	sh[child][PASID] = 0;
	tif[child] = true;
	last[child] = 0;
	pc[child] = K;
	arg[child] = 0;
	st[child] = RUN;
	pc[tsk] = K;
}

rule(exit_task)
{
	int cpu = any_cpu();
	int tsk;
	int ft;

	assume(FORK && running(cpu));
	tsk = cur[cpu] - 1;
	st[tsk] = DEAD;
	if (owner[cpu] == tsk + 1)
		owner[cpu] = 0;
	bv[tsk] = 0;
	for (ft = 0; ft < NF; ft++) {
		mem[tsk][ft] = G;
		sh[tsk][ft] = 0;
	}
	tif[tsk] = true;
	last[tsk] = 0;
	cur[cpu] = 0;
}

rule(stop)
{
	int cpu = any_cpu();

	assume(PTRACE && running(cpu));
	st[cur[cpu] - 1] = STOP;
}

rule(ptrace_begin)
{
	int cpu = any_cpu();
	int target = any_task();

	assume(PTRACE && running(cpu) && cur[cpu] != target + 1);
	assume(st[target] == STOP && !on_cpu(target) && !traced(target));
	pc[cur[cpu] - 1] = P1;
	arg[cur[cpu] - 1] = target + 1;
}

rule(ptrace_invalidate)
{
	int cpu = any_cpu();
	int tsk;

	assume(PTRACE && at(cpu, P1));
	tsk = cur[cpu] - 1;
	last[arg[tsk] - 1] = 0;
	pc[tsk] = P2;
}

rule(ptrace_write)
{
	int cpu = any_cpu();
	int value = choose(1, NV);
	int tsk;
	int target;
	int ft;

	assume(PTRACE && at(cpu, P2));
	tsk = cur[cpu] - 1;
	target = arg[tsk] - 1;
	bv[target] |= (1 << PASID) - 1;
	for (ft = 0; ft < PASID; ft++) {
		mem[target][ft] = value;
		sh[target][ft] = value;
	}
	pc[tsk] = K;
	arg[tsk] = 0;
}

rule(wake)
{
	int target = any_task();

	assume(PTRACE && st[target] == STOP && !traced(target));
	st[target] = RUN;
}

property(coherent, "in user mode the registers hold what the task must see")
{
	int cpu;
	int ft;

	for (cpu = 0; cpu < NC; cpu++) {
		if (!at(cpu, U))
			continue;
		for (ft = 0; ft < NF; ft++) {
			if (reg[cpu][ft] != sh[cur[cpu] - 1][ft])
				return false;
		}
	}
	return true;
}
