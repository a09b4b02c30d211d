package org.xstate.sim.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.xstate.model.ir.Program;
import org.xstate.model.run.Interpreter;
import org.xstate.sim.library.Part;
import org.xstate.sim.scenario.Scenario;

/** What the kernel knows in a state, by the names of the library's variables. */
final class Situation {

    /** The function of the library that gives the components which a full restore leaves out. */
    private static final String LEFT_OUT = "left_out_of_restore";

    private final Copies copies;
    private final Words words;
    private final long leftOut;
    private final Optional<List<Long>> ownParts;
    private final boolean validityTestsLastCpu;

    Situation(Scenario scenario, Copies copies, Words words) {
        this.copies = copies;
        this.words = words;
        this.leftOut = leftOut(scenario);
        this.ownParts = scenario.program().globals().stream()
                .filter(variable -> variable.constant() && variable.name().equals("own_part"))
                .map(Program.Variable::initial).findFirst();
        this.validityTestsLastCpu = scenario.knobs().stream()
                .filter(knob -> knob.name().equals("validity_tests_last_cpu"))
                .allMatch(knob -> knob.setting() != 0);
    }

    private static long leftOut(Scenario scenario) {
        Interpreter interpreter = new Interpreter(scenario.machine(), false);
        boolean known = scenario.machine().procedures().stream()
                .anyMatch(procedure -> procedure.name().equals(LEFT_OUT));
        return known
                ? interpreter.call(LEFT_OUT, 0, interpreter.beforeSetups()).getFirst().result()
                : 0;
    }

    /** Whether the component changes hands at the switch rather than with the buffer. */
    boolean isLeftOut(Part part) {
        return (leftOut >>> part.component() & 1) != 0;
    }

    boolean cpuFlag(long[] state, int cpu, String name) {
        return cpuNumber(state, cpu, name) != 0;
    }

    long cpuNumber(long[] state, int cpu, String name) {
        return copies.slot(state, "per_cpu(" + name + ", " + cpu + ")").orElse(0L);
    }

    long taskNumber(long[] state, int task, String name) {
        return copies.slot(state, "tasks[" + task + "]." + name).orElse(0L);
    }

    boolean needsLoad(long[] state, int task) {
        return taskNumber(state, task, "need_fpu_load") != 0;
    }

    /** The CPU on which the task is current. */
    OptionalInt cpuOf(long[] state, int task) {
        return IntStream.range(0, copies.cpus())
                .filter(cpu -> copies.current(state, cpu).equals(Optional.of(task))).findFirst();
    }

    /** The position in the pool of the task that {@code fpu_fpregs_owner_ctx} names. */
    OptionalInt owner(long[] state, int cpu) {
        long pointer = cpuNumber(state, cpu, "fpu_fpregs_owner_ctx");
        Optional<String> object = words.pointee(new org.xstate.model.type.Type.Struct("fpu"), pointer);
        return IntStream.range(0, copies.tasks())
                .filter(task -> object.equals(Optional.of("tasks[" + task + "].thread.fpu"))).findFirst();
    }

    OptionalLong lastCpu(long[] state, int task) {
        Optional<Long> cpu = copies.slot(state, "tasks[" + task + "].thread.fpu.last_cpu");
        return cpu.isPresent() ? OptionalLong.of(cpu.get()) : OptionalLong.empty();
    }

    /** The task for which the registers of a CPU count as valid, whatever they hold. */
    OptionalInt validFor(long[] state, int cpu) {
        OptionalInt owner = owner(state, cpu);
        boolean agrees = owner.isPresent() && (!validityTestsLastCpu
                || lastCpu(state, owner.getAsInt()).equals(OptionalLong.of(cpu)));
        return agrees ? owner : OptionalInt.empty();
    }

    /** No critical section is open on that CPU, and no interrupt is being served. */
    boolean isSettled(long[] state, int cpu) {
        return !cpuFlag(state, cpu, "irqs_off") && cpuNumber(state, cpu, "softirq_depth") == 0
                && cpuNumber(state, cpu, "preempt_depth") == 0 && !cpuFlag(state, cpu, "in_kernel_fpu");
    }

    /** The same for the CPU on which the task is current, if there is one. */
    boolean isTaskSettled(long[] state, int task) {
        OptionalInt cpu = cpuOf(state, task);
        return cpu.isEmpty() || isSettled(state, cpu.getAsInt());
    }

    /** Whether the task has a state of user space that anybody could miss: no thread of the kernel, not new, not dead. */
    boolean hasUserState(long[] state, int task) {
        String word = taskState(state, task);
        return copies.buffer(state, task).isPresent() && !word.equals("TASK_NEW")
                && !word.equals("TASK_DEAD");
    }

    String taskState(long[] state, int task) {
        return copies.text(state, "tasks[" + task + "].state").orElse("");
    }

    /** Whether an interface has begun to change the component and is not done. */
    boolean isPending(long[] state, int task, Part part) {
        return copies.slot(state, "pending[" + task + "][" + dense(part) + "]").orElse(0L) != 0;
    }

    /** What is parked for the task: a component that is left out of the restore; empty if nothing is known of it. */
    Optional<String> parked(long[] state, int task, Part part) {
        String own = "tasks[" + task + "].thread."
                + copies.component(part.component()).toLowerCase(Locale.ROOT);
        return copies.slot(state, own).map(words::token)
                .or(() -> copies.independent(state, task).flatMap(image -> copies.value(state, image, part)))
                .or(() -> standard(state, task, part));
    }

    /** Where the standard expansion of a restore policy parks it: {@code policy/own.c}. */
    private Optional<String> standard(long[] state, int task, Part part) {
        int number = copies.parts(part.component()).indexOf(part);
        return ownParts.filter(table -> dense(part) < table.size())
                .flatMap(table -> copies.slot(state,
                        "tasks[" + task + "].thread.own[" + (table.get(dense(part)) + number) + "]"))
                .map(words::token);
    }

    /** The component's position among the scenario's. */
    private int dense(Part part) {
        return copies.parts().stream().map(Part::component).distinct().toList().indexOf(part.component());
    }
}
