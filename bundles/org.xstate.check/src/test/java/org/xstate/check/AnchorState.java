package org.xstate.check;

import java.util.List;

import org.xstate.model.state.StateLayout;

/** The variables of {@link AnchorModel} in a packed state that is read, and in one that is made from it. */
abstract class AnchorState {

    static final int K = 0;
    static final int U = 1;
    static final int B1 = 2;
    static final int B2 = 3;
    static final int B3 = 4;
    static final int F1 = 5;
    static final int P1 = 6;
    static final int P2 = 7;

    static final int RUN = 0;
    static final int STOP = 1;
    static final int DEAD = 2;

    static final int RULES = AnchorRule.values().length;

    final AnchorModel m;
    final int nf;
    final int pasid;
    final int garbage;
    final int words;

    final StateLayout.Field[] cur;
    final StateLayout.Field[] owner;
    final StateLayout.Field[] sirq;
    final StateLayout.Field[] reg;
    final StateLayout.Field[] bv;
    final StateLayout.Field[] mem;
    final StateLayout.Field[] sh;
    final StateLayout.Field[] tif;
    final StateLayout.Field[] last;
    final StateLayout.Field[] pc;
    final StateLayout.Field[] arg;
    final StateLayout.Field[] st;

    /** The state that a rule starts from, and the one that it makes. */
    long[] from;
    int base;
    final long[] next;
    Successors out;

    AnchorState(AnchorModel model) {
        m = model;
        nf = model.features();
        pasid = model.pasid();
        garbage = model.garbage();
        StateLayout layout = model.layout();
        words = layout.words();
        next = new long[words];
        from = next;
        out = new Successors(words);
        cur = fields(layout, "cur");
        owner = fields(layout, "owner");
        sirq = fields(layout, "sirq");
        reg = fields(layout, "reg");
        bv = fields(layout, "bv");
        mem = fields(layout, "mem");
        sh = fields(layout, "sh");
        tif = fields(layout, "tif");
        last = fields(layout, "last");
        pc = fields(layout, "pc");
        arg = fields(layout, "arg");
        st = fields(layout, "st");
    }

    private static StateLayout.Field[] fields(StateLayout layout, String name) {
        List<StateLayout.Field> fields = layout.array(name);
        return fields.toArray(StateLayout.Field[]::new);
    }

    boolean offCpu(int task) {
        for (StateLayout.Field running : cur) {
            if (old(running) == task + 1) {
                return false;
            }
        }
        return true;
    }

    boolean traced(int task) {
        for (int tracer = 0; tracer < pc.length; tracer++) {
            if (old(pc[tracer]) >= P1 && old(arg[tracer]) == task + 1) {
                return true;
            }
        }
        return false;
    }

    boolean anyDead() {
        for (StateLayout.Field state : st) {
            if (old(state) == DEAD) {
                return true;
            }
        }
        return false;
    }

    int old(StateLayout.Field field) {
        return (int) field.get(from, base);
    }

    int now(StateLayout.Field field) {
        return (int) field.get(next, 0);
    }

    void set(StateLayout.Field field, int value) {
        field.set(next, 0, value);
    }

    void open() {
        for (int i = 0; i < words; i++) {
            next[i] = from[base + i];
        }
    }

    void emit(AnchorRule rule, int cpu, int choice) {
        out.add(next, 0, (cpu * RULES + rule.ordinal()) * AnchorRule.CHOICES + choice);
    }
}
