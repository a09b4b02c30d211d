package org.xstate.model.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.model.bytecode.MachineBuilder.add;
import static org.xstate.model.bytecode.MachineBuilder.assume;
import static org.xstate.model.bytecode.MachineBuilder.binary;
import static org.xstate.model.bytecode.MachineBuilder.checked;
import static org.xstate.model.bytecode.MachineBuilder.choose;
import static org.xstate.model.bytecode.MachineBuilder.constant;
import static org.xstate.model.bytecode.MachineBuilder.equal;
import static org.xstate.model.bytecode.MachineBuilder.load;
import static org.xstate.model.bytecode.MachineBuilder.local;
import static org.xstate.model.bytecode.MachineBuilder.node;
import static org.xstate.model.bytecode.MachineBuilder.returns;
import static org.xstate.model.bytecode.MachineBuilder.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.link.Visibility;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;

/** Machines made by hand, with results worked out by hand. */
class BytecodeStepperTest {

    private static final long[] NO_LOCALS = {};

    private final MachineBuilder build = new MachineBuilder();

    private static CompiledStepper compile(Machine machine) {
        return BytecodeStepper.compile(machine, true, () -> {
            throw new IllegalStateException("no step of these machines is endless");
        }).get();
    }

    private static List<String> successors(Machine machine, long... slots) {
        long[] state = new long[PackedMachine.of(machine).words()];
        PackedMachine.of(machine).pack(slots, state, 0);
        Recorder out = new Recorder(machine);
        compile(machine).successors(state, 0, out);
        return out.lines;
    }

    @Test
    void eachWayThroughChoicesIsAStepWithTheLastChoiceFastest() {
        int x = build.slot(0, 20, 0);
        build.rule(build.straight(0, new long[]{1, 2}, choose(0, 0, 1), choose(1, 0, 2),
                assume(binary(BinaryOperator.NOT_EQUAL, local(0), local(1))),
                store(x, add(binary(BinaryOperator.MULTIPLY, local(0), constant(10)), local(1))), returns()));
        assertEquals(List.of("0: [1]", "0: [2]", "0: [10]", "0: [12]"), successors(build.build(), 7));
    }

    @Test
    void elementsOfAnArrayAreFoundByNumber() {
        for (int i = 0; i < 40; i++) {
            build.slot(0, 5, 0);
        }
        build.rule(build.straight(0, new long[]{39}, choose(0, 37, 38),
                new Instruction.Store(add(local(0), constant(1)), add(load(local(0)), constant(2))),
                returns()));
        Machine machine = build.build();
        long[] state = new long[40];
        state[37] = 3;
        List<String> lines = successors(machine, state);
        assertEquals(5, Long.parseLong(lines.get(0).split(", ")[38]));
        assertEquals("2]", lines.get(1).split(", ")[39]);
    }

    @Test
    void slotsOfUnlikeRangesAreFoundByNumberToo() {
        build.slot(Long.MIN_VALUE, Long.MAX_VALUE, 0);
        build.slot(-3, 9, 0);
        build.slot(7, 7, 7);
        build.slot(0, 1L << 40, 0);
        build.rule(build.straight(0, new long[]{3}, choose(0, 0, 3), store(1, constant(-2)),
                assume(binary(BinaryOperator.NOT_EQUAL, local(0), constant(1))),
                new Instruction.Store(binary(BinaryOperator.XOR, local(0), constant(3)), load(local(0))),
                returns()));
        assertEquals(List.of("0: [9, -2, 7, 9]", "0: [9, 7, 7, 5]", "0: [5, -2, 7, 5]"),
                successors(build.build(), 9, 1, 7, 5));
    }

    @Test
    void aCalledProcedureMayEndTheStep() {
        int x = build.slot(0, 3, 0);
        int claim = build.claim(Optional.empty());
        int callee = build.straight(1, new long[]{3},
                assume(binary(BinaryOperator.LESS, local(0), constant(3))),
                returns(checked(add(local(0), constant(1)), 0, 2, claim)));
        build.rule(build.straight(0, new long[]{3, 3}, choose(0, 0, 3),
                new Instruction.Call(OptionalInt.of(1), callee, List.of(local(0))), store(x, local(1)),
                returns()));
        assertEquals(List.of("0: [1]", "0: [2]", "0: [0] violates 0"), successors(build.build(), 0));
    }

    @Test
    void aStepKeepsWhatItStoredBeforeItFailed() {
        int x = build.slot(0, 3, 0);
        int claim = build.claim(Optional.empty());
        build.rule(build.straight(0, NO_LOCALS, store(x, constant(2)),
                new Instruction.Assert(equal(load(x), constant(1)), claim, "x == 1"), returns()));
        assertEquals(List.of("0: [2] violates 0"), successors(build.build(), 0));
    }

    @Test
    void theLowestViolatedClaimIsNamed() {
        int x = build.slot(0, 9, 0);
        int low = build.straight(0, NO_LOCALS, returns(binary(BinaryOperator.LESS, load(x), constant(8))));
        int high = build.straight(0, NO_LOCALS, returns(binary(BinaryOperator.LESS, load(x), constant(5))));
        build.claim(Optional.of(low));
        build.claim(Optional.of(high));
        Machine machine = build.build();
        Stepper stepper = compile(machine);
        assertEquals(List.of(Stepper.NONE, 1, 0),
                List.of(stepper.violated(new long[]{4}, 0), stepper.violated(new long[]{5}, 0),
                        stepper.violated(new long[]{9}, 0)));
    }

    @Test
    void setupsRunOneAfterTheOtherFromTheInitialValues() {
        int x = build.slot(0, 9, 1);
        build.setup(build.straight(0, new long[]{2}, choose(0, 0, 1), store(x, add(load(x), local(0))),
                returns()));
        build.setup(build.straight(0, new long[]{2}, choose(0, 0, 2), assume(local(0)),
                store(x, add(load(x), binary(BinaryOperator.MULTIPLY, local(0), constant(2)))), returns()));
        Machine machine = build.build();
        Recorder out = new Recorder(machine);
        compile(machine).initial(out);
        assertEquals(List.of("0: [3]", "0: [5]", "0: [4]", "0: [6]"), out.lines);
    }

    @Test
    void aTaskStopsBeforeWhatOthersSeeAndKeepsLiveLocals() {
        int current = build.slot(0, 1, 1);
        int x = build.slot(0, 9, 0);
        int kept = build.slot(0, 9, 0);
        int body = build.procedure(0, new long[]{9},
                node(new Instruction.SetLocal(0, constant(6)), 1),
                node(store(x, add(load(x), local(0))), Visibility.SHARED, 2),
                node(returns()));
        build.process(Process.Kind.TASK, 0, 0, body, Optional.empty(), kept);
        build.cpus(1, current);
        Machine machine = build.build();
        assertEquals(List.of("0: [1, 0, 6, 1]"), successors(machine, 1, 0, 0, 0));
        assertEquals(List.of("0: [1, 9, 0, -2]"), successors(machine, 1, 3, 6, 1));
        assertEquals(List.of(), successors(machine, 1, 3, 6, -2));
        assertEquals(List.of(), successors(machine, 0, 3, 6, 1), "nobody is current");
    }

    @Test
    void aProcessStopsBeforeALocalAccessOnlyWhileAnInterruptMayBegin() {
        int current = build.slot(0, 1, 1);
        int enabled = build.slot(0, 1, 0);
        int x = build.slot(0, 9, 0);
        int body = build.procedure(0, NO_LOCALS, node(store(x, constant(1)), Visibility.LOCAL, 1),
                node(store(x, constant(2)), Visibility.LOCAL, 2), node(returns()));
        build.process(Process.Kind.TASK, 0, 0, body, Optional.empty());
        int handler = build.procedure(0, NO_LOCALS, node(store(enabled, constant(0)), 1),
                node(store(x, constant(7)), Visibility.SHARED, 2), node(returns()));
        int guard = build.straight(0, NO_LOCALS, returns(load(enabled)));
        build.process(Process.Kind.CPU_INTERRUPT, 0, 2, handler, Optional.of(guard));
        build.cpus(1, current);
        Machine machine = build.build();
        assertEquals(List.of("0: [1, 0, 2, -2, -1]"), successors(machine, 1, 0, 0, 0, -1));
        assertEquals(List.of("0: [1, 1, 1, 1, -1]", "1: [1, 0, 0, 0, 1]"),
                successors(machine, 1, 1, 0, 0, -1));
        assertEquals(List.of("1: [1, 0, 7, 0, -1]"), successors(machine, 1, 0, 0, 0, 1),
                "the interrupt alone");
    }

    @Test
    void aProcessWaitsForAConditionAndGoesOnWhereItHolds() {
        int current = build.slot(0, 1, 1);
        int x = build.slot(0, 9, 0);
        int body = build.procedure(0, NO_LOCALS, node(store(x, constant(1)), Visibility.SHARED, 1),
                node(new Instruction.Assume(equal(load(x), constant(2)), true), Visibility.NONE, 2),
                node(store(x, constant(3)), Visibility.NONE, 3), node(returns()));
        build.process(Process.Kind.TASK, 0, 0, body, Optional.empty());
        build.cpus(1, current);
        Machine machine = build.build();
        assertEquals(List.of("0: [1, 1, 1]"), successors(machine, 1, 0, 0));
        assertEquals(List.of(), successors(machine, 1, 1, 1));
        assertEquals(List.of("0: [1, 3, -2]"), successors(machine, 1, 2, 1));
    }
}
