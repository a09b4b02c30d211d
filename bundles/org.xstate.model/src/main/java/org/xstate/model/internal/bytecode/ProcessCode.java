package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;
import org.xstate.model.state.PackedMachine;
import org.xstate.model.state.StateLayout;

/** What is known of a process when it runs: where it stands, and where its locals are while it does not run. */
final class ProcessCode {

    /** Level of a task's body: below that of what interrupts it in its own name. */
    static final int BODY_LEVEL = -1;

    final int number;
    final int body;
    final int level;
    final int guard;
    final int frameBase;
    final int frameEnd;
    final boolean task;

    private final StateLayout.Field location;
    private final long[] keep;
    private final long[] own;
    private final List<List<Kept>> live;

    /** A local and its slot. */
    private record Kept(int frame, StateLayout.Field field) {
    }

    ProcessCode(int number, PackedMachine packed, MachinePlan plan) {
        Process process = packed.machine().processes().get(number);
        Procedure procedure = packed.machine().procedures().get(process.body());
        this.number = number;
        task = process.kind() == Process.Kind.TASK;
        body = process.body();
        level = task ? BODY_LEVEL : process.level();
        guard = process.guard().map(plan.specialized()::entry).orElse(-1);
        frameBase = plan.frameBase(body);
        frameEnd = frameBase + procedure.locals().size();
        location = packed.field(process.location());
        keep = new long[packed.words()];
        Arrays.fill(keep, -1L);
        for (int slot : process.locals()) {
            if (slot >= 0) {
                StateLayout.Field field = packed.field(slot);
                keep[field.word()] &= ~(field.mask() << field.shift());
            }
        }
        own = new long[packed.words()];
        for (int word = 0; word < own.length; word++) {
            own[word] = ~keep[word];
        }
        own[location.word()] |= location.mask() << location.shift();
        live = procedure.nodes().stream().map(node -> live(node.live(), process, packed)).toList();
    }

    private List<Kept> live(BitSet locals, Process process, PackedMachine packed) {
        List<Kept> kept = new ArrayList<>();
        for (int local = locals.nextSetBit(0); local >= 0; local = locals.nextSetBit(local + 1)) {
            int slot = local < process.locals().size() ? process.locals().get(local) : -1;
            if (slot >= 0) {
                kept.add(new Kept(frameBase + local, packed.field(slot)));
            }
        }
        return List.copyOf(kept);
    }

    long location(long[] state, int at) {
        return location.get(state, at);
    }

    void stand(long[] state, int at, long node) {
        location.set(state, at, node);
    }

    /** Takes the locals that are live at a node from the state; the others are 0. */
    void load(long[] state, int at, int node, long[] frame) {
        Arrays.fill(frame, frameBase, frameEnd, 0);
        for (Kept local : live.get(node)) {
            frame[local.frame] = local.field.get(state, at);
        }
    }

    /** Puts the locals that are live at a node into the state. */
    void save(long[] state, int at, int node, long[] frame) {
        for (Kept local : live.get(node)) {
            local.field.set(state, at, frame[local.frame]);
        }
    }

    /** Takes the location and the locals of another state. */
    void undo(long[] from, int at, long[] state) {
        for (int word = 0; word < own.length; word++) {
            state[word] = state[word] & ~own[word] | from[at + word] & own[word];
        }
    }

    /** Gives the slots of all locals their least values. */
    void clear(long[] state, int at) {
        for (int word = 0; word < keep.length; word++) {
            state[at + word] &= keep[word];
        }
    }
}
