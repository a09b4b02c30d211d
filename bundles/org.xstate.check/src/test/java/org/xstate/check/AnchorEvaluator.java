package org.xstate.check;

import java.util.Arrays;

import org.xstate.model.state.StateLayout;

/** The rules of {@link AnchorModel}, written against the Promela and Murphi texts. */
final class AnchorEvaluator extends AnchorState implements Evaluator {

    AnchorEvaluator(AnchorModel model) {
        super(model);
    }

    @Override
    public void initial(Successors target) {
        Arrays.fill(next, 0);
        for (StateLayout.Field register : reg) {
            set(register, garbage);
        }
        for (StateLayout.Field cell : mem) {
            set(cell, garbage);
        }
        for (StateLayout.Field flag : tif) {
            set(flag, 1);
        }
        target.add(next, 0, 0);
    }

    @Override
    public int violated(long[] state, int at) {
        for (int c = 0; c < cur.length; c++) {
            int t = (int) cur[c].get(state, at) - 1;
            if (t >= 0 && sirq[c].get(state, at) == 0 && pc[t].get(state, at) == U) {
                for (int f = 0; f < nf; f++) {
                    if (reg[c * nf + f].get(state, at) != sh[t * nf + f].get(state, at)) {
                        return 0;
                    }
                }
            }
        }
        return NONE;
    }

    @Override
    public void successors(long[] state, int at, Successors target) {
        from = state;
        base = at;
        out = target;
        for (int c = 0; c < cur.length; c++) {
            int t = old(cur[c]) - 1;
            if (old(sirq[c]) == 1) {
                open();
                set(sirq[c], 0);
                emit(AnchorRule.SOFTIRQ_END, c, 0);
            } else {
                int location = t < 0 ? K : old(pc[t]);
                if (location == K || location >= P1) {
                    preempt(c, t);
                }
                if (t >= 0) {
                    run(c, t, location);
                }
            }
        }
        if (m.ptrace()) {
            for (int i = 0; i < st.length; i++) {
                if (old(st[i]) == STOP && !traced(i)) {
                    open();
                    set(st[i], RUN);
                    emit(AnchorRule.WAKE, 0, i);
                }
            }
        }
    }

    private void preempt(int c, int t) {
        for (int i = 0; i < st.length; i++) {
            if (old(st[i]) == RUN && offCpu(i)) {
                open();
                saveOut(c, t);
                set(cur[c], i + 1);
                set(tif[i], 1);
                emit(AnchorRule.SWITCH, c, i);
            }
        }
        if (t >= 0) {
            open();
            saveOut(c, t);
            set(cur[c], 0);
            emit(AnchorRule.IDLE, c, 0);
        }
        if (m.softirq()) {
            open();
            if (t >= 0 && old(tif[t]) == 0) {
                saveAll(c, t);
                set(tif[t], 1);
            }
            set(owner[c], 0);
            for (int f = 0; f < nf; f++) {
                set(reg[c * nf + f], garbage);
            }
            set(sirq[c], 1);
            emit(AnchorRule.SOFTIRQ_BEGIN, c, 0);
        }
    }

    private void run(int c, int t, int location) {
        switch (location) {
            case K -> {
                if (old(st[t]) == RUN) {
                    kernel(c, t);
                }
            }
            case U -> user(c, t);
            case B1 -> save(c, t);
            case B2 -> write(c, t);
            case B3 -> finish(c, t);
            case F1 -> forkCopies(c, t);
            case P1 -> {
                open();
                set(last[old(arg[t]) - 1], 0);
                set(pc[t], P2);
                emit(AnchorRule.PTRACE_INVALIDATE, c, 0);
            }
            case P2 -> ptraceWrites(c, t);
            default -> throw new IllegalStateException("pc " + location);
        }
    }

    private void user(int c, int t) {
        for (int f = 0; f < pasid; f++) {
            for (int v = 0; v <= m.values(); v++) {
                if (old(reg[c * nf + f]) != v) {
                    open();
                    set(reg[c * nf + f], v);
                    set(sh[t * nf + f], v);
                    emit(AnchorRule.USER_WRITE, c, f * (m.values() + 1) + v);
                }
            }
        }
        open();
        set(pc[t], K);
        emit(AnchorRule.ENTER, c, 0);
        if (old(reg[c * nf + pasid]) == 0) {
            open();
            set(pc[t], B1);
            set(arg[t], pasid * 2 + 1);
            emit(AnchorRule.GENERAL_PROTECTION, c, 0);
        }
    }

    private void kernel(int c, int t) {
        returnToUser(c, t);
        for (int f = 0; f < pasid; f++) {
            for (int full = 0; full < 2; full++) {
                open();
                set(pc[t], B1);
                set(arg[t], f * 2 + full);
                emit(AnchorRule.BEGIN, c, f * 2 + full);
            }
        }
        if (m.fork()) {
            if (anyDead()) {
                open();
                set(pc[t], F1);
                emit(AnchorRule.FORK, c, 0);
            }
            exit(c, t);
        }
        if (m.ptrace()) {
            open();
            set(st[t], STOP);
            emit(AnchorRule.STOP, c, 0);
            for (int i = 0; i < st.length; i++) {
                if (i != t && old(st[i]) == STOP && offCpu(i) && !traced(i)) {
                    open();
                    set(pc[t], P1);
                    set(arg[t], i + 1);
                    emit(AnchorRule.PTRACE, c, i);
                }
            }
        }
    }

    private void returnToUser(int c, int t) {
        open();
        if (old(tif[t]) == 1) {
            if (old(owner[c]) != t + 1 || old(last[t]) != c + 1) {
                for (int f = 0; f < nf; f++) {
                    boolean inUse = (old(bv[t]) >> f & 1) == 1;
                    set(reg[c * nf + f], inUse ? old(mem[t * nf + f]) : 0);
                }
                set(owner[c], t + 1);
                set(last[t], c + 1);
            }
            set(tif[t], 0);
        }
        set(pc[t], U);
        emit(AnchorRule.RETURN, c, 0);
    }

    private void save(int c, int t) {
        int f = old(arg[t]) / 2;
        boolean full = (old(arg[t]) & 1) == 1;
        open();
        if (old(tif[t]) == 0) {
            for (int g = 0; g < nf; g++) {
                boolean saved = m.bug() == 1 ? g == f && !full : g != f || !full;
                if (saved) {
                    saveOne(c, t, g);
                }
            }
        }
        if ((now(bv[t]) >> f & 1) == 0) {
            set(mem[t * nf + f], 0);
        }
        if (m.bug() != 5 || !full) {
            set(bv[t], now(bv[t]) | 1 << f);
        }
        set(pc[t], B2);
        emit(AnchorRule.SAVE, c, 0);
    }

    private void write(int c, int t) {
        int f = old(arg[t]) / 2;
        if ((old(arg[t]) & 1) == 0) {
            open();
            set(destination(c, t, f), modified(old(mem[t * nf + f])));
            set(sh[t * nf + f], modified(old(sh[t * nf + f])));
            set(pc[t], B3);
            emit(AnchorRule.MODIFY, c, 0);
            return;
        }
        for (int v = 1; v <= m.values(); v++) {
            if (v == 1 || f != pasid) {
                open();
                set(destination(c, t, f), v);
                set(sh[t * nf + f], v);
                set(pc[t], B3);
                emit(AnchorRule.WRITE, c, v);
            }
        }
    }

    private StateLayout.Field destination(int c, int t, int f) {
        return m.bug() == 4 ? reg[c * nf + f] : mem[t * nf + f];
    }

    private int modified(int value) {
        return value == 0 || value == m.values() ? 1 : value + 1;
    }

    private void finish(int c, int t) {
        open();
        if (m.bug() != 2 && m.bug() != 4) {
            set(tif[t], 1);
            if (m.bug() != 3) {
                set(last[t], 0);
            }
        }
        set(pc[t], K);
        set(arg[t], 0);
        emit(AnchorRule.FINISH, c, 0);
    }

    private void forkCopies(int c, int t) {
        for (int i = 0; i < st.length; i++) {
            if (old(st[i]) == DEAD) {
                open();
                if (old(tif[t]) == 0) {
                    saveAll(c, t);
                }
                for (int f = 0; f < pasid; f++) {
                    set(mem[i * nf + f], now(mem[t * nf + f]));
                    set(sh[i * nf + f], now(sh[t * nf + f]));
                }
                set(bv[i], now(bv[t]) & (1 << pasid) - 1);
                set(mem[i * nf + pasid], garbage);
                set(sh[i * nf + pasid], 0);
                set(tif[i], 1);
                set(last[i], 0);
                set(pc[i], K);
                set(arg[i], 0);
                set(st[i], RUN);
                set(pc[t], K);
                emit(AnchorRule.FORK_COPY, c, i);
            }
        }
    }

    private void exit(int c, int t) {
        open();
        set(st[t], DEAD);
        if (old(owner[c]) == t + 1) {
            set(owner[c], 0);
        }
        set(bv[t], 0);
        for (int f = 0; f < nf; f++) {
            set(mem[t * nf + f], garbage);
            set(sh[t * nf + f], 0);
        }
        set(tif[t], 1);
        set(last[t], 0);
        set(cur[c], 0);
        emit(AnchorRule.EXIT, c, 0);
    }

    private void ptraceWrites(int c, int t) {
        int target = old(arg[t]) - 1;
        for (int v = 1; v <= m.values(); v++) {
            open();
            set(bv[target], old(bv[target]) | (1 << pasid) - 1);
            for (int f = 0; f < pasid; f++) {
                set(mem[target * nf + f], v);
                set(sh[target * nf + f], v);
            }
            set(pc[t], K);
            set(arg[t], 0);
            emit(AnchorRule.PTRACE_WRITE, c, v);
        }
    }

    private void saveOut(int c, int t) {
        if (t >= 0 && old(tif[t]) == 0) {
            saveAll(c, t);
            set(last[t], c + 1);
        }
    }

    private void saveAll(int c, int t) {
        for (int f = 0; f < nf; f++) {
            saveOne(c, t, f);
        }
    }

    /** XSAVES of one feature: its init state clears the XSTATE_BV bit and leaves memory undefined. */
    private void saveOne(int c, int t, int f) {
        int value = old(reg[c * nf + f]);
        if (value == 0) {
            set(bv[t], now(bv[t]) & ~(1 << f));
            set(mem[t * nf + f], garbage);
        } else {
            set(bv[t], now(bv[t]) | 1 << f);
            set(mem[t * nf + f], value);
        }
    }

}
