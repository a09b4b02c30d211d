package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Visibility;

/** Which interrupts can begin at all: those whose guard is not false whatever the variables hold. */
final class PossibleInterrupts {

    private PossibleInterrupts() {
    }

    static List<Program.Interrupt> of(Program program, World world) {
        List<Program.Interrupt> possible = new ArrayList<>();
        for (Program.Interrupt interrupt : program.interrupts()) {
            if (isPossible(program, world, interrupt)) {
                possible.add(interrupt);
            }
        }
        return possible;
    }

    private static boolean isPossible(Program program, World world, Program.Interrupt interrupt) {
        Instances instances = new Instances(program);
        int guard = instances.root(interrupt.name(), interrupt.guard());
        Bodies bodies = new Bodies(number -> Ordering.order(lower(world, instances.get(number))));
        try {
            bodies.root(guard);
        } catch (NotExecutable _) {
            // what is wrong with it is said when it is lowered for good
            return true;
        }
        Memory memory = world.memory();
        BitSet every = new BitSet();
        every.set(0, memory.slots());
        SlotRanges slots = new SlotRanges(memory.slotRanges(), memory.initial(), memory.groups(), every);
        Ranges ranges = new Ranges(memory.cpus(), world.tables(), memory.slots(), slots::of);
        Optional<Interval> result = new Narrowing(bodies.all(), bodies.roots(), ranges, slots)
                .result(bodies.root(guard));
        return !result.equals(Optional.of(Interval.of(0)));
    }

    private static Lowered lower(World world, Instances.Instance one) {
        int size = one.graph().nodes().size();
        BitSet atomic = new BitSet();
        atomic.set(0, size);
        Plan plan = new Plan(Collections.nCopies(size, Visibility.NONE), atomic, new BitSet(), one.callees());
        return BodyLowering.lower(world, one.name(), one.parameters(), one.graph(), plan);
    }
}
