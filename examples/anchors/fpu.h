/* The rules and the property of the anchor model; fpu-state.h says what it is. The file that includes this sets the sizes. */
#pragma once

#include "fpu-state.h"

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
		regs[cpu][ft] = G;
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

	assume(at(cpu, U) && regs[cpu][ft] != value);
	regs[cpu][ft] = value;
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

	assume(at(cpu, U) && regs[cpu][PASID] == 0);
	pc[cur[cpu] - 1] = LOCKED;
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
				regs[cpu][ft] = bv[tsk] & (1 << ft) ? mem[tsk][ft] : 0;
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
	pc[cur[cpu] - 1] = LOCKED;
	arg[cur[cpu] - 1] = ft * 2 + full;
}

rule(update_save)
{
	int cpu = any_cpu();
	int tsk;
	int ft;
	int i;
	bool full;

	assume(at(cpu, LOCKED));
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
	pc[tsk] = SAVED;
}

rule(update_modify)
{
	int cpu = any_cpu();
	int tsk;
	int ft;

	assume(at(cpu, SAVED) && !(arg[cur[cpu] - 1] & 1));
	tsk = cur[cpu] - 1;
	ft = arg[tsk] / 2;
	store(cpu, tsk, ft, modified(mem[tsk][ft]));
	sh[tsk][ft] = modified(sh[tsk][ft]);
	pc[tsk] = STORED;
}

rule(update_replace)
{
	int cpu = any_cpu();
	int value = choose(1, NV);
	int tsk;
	int ft;

	assume(at(cpu, SAVED) && (arg[cur[cpu] - 1] & 1));
	tsk = cur[cpu] - 1;
	ft = arg[tsk] / 2;
	assume(value == 1 || ft != PASID);
	store(cpu, tsk, ft, value);
	sh[tsk][ft] = value;
	pc[tsk] = STORED;
}

rule(finish_update)
{
	int cpu = any_cpu();
	int tsk;

	assume(at(cpu, STORED));
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
			if (regs[cpu][ft] != sh[cur[cpu] - 1][ft])
				return false;
		}
	}
	return true;
}
