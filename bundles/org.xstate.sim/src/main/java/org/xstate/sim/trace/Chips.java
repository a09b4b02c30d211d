package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xstate.sim.library.Part;
import org.xstate.sim.trace.MachineSnapshot.Chip;

/** What the kernel knows and what headers say, as chips: always what decides, the rest where it is out of the ordinary. */
final class Chips {

    private static final String NONE = "";

    private final Copies copies;
    private final Words words;
    private final Situation situation;
    private final Contexts contexts;
    private final long[] before;
    private final long[] state;
    private final List<Chip> chips = new ArrayList<>();

    Chips(Copies copies, Words words, Situation situation, Contexts contexts, long[] before, long[] state) {
        this.contexts = contexts;
        this.copies = copies;
        this.words = words;
        this.situation = situation;
        this.before = before;
        this.state = state;
    }

    /** Shown always. */
    private void always(String name, Function<long[], String> value, boolean quiet) {
        String now = value.apply(state);
        String old = value.apply(before);
        chips.add(new Chip(name, now, old.equals(now) ? Optional.empty() : Optional.of(old), quiet));
    }

    /** Shown where the value is another one than the ordinary, or has just become that. */
    private void unless(String ordinary, String name, Function<long[], String> value) {
        if (!value.apply(state).equals(ordinary) || !value.apply(before).equals(ordinary)) {
            always(name, value, value.apply(state).equals(ordinary));
        }
    }

    List<Chip> cpu(int cpu) {
        always("current", at -> copies.current(at, cpu).map(words::task).orElse("nobody"), false);
        always("in", at -> context(at, cpu), false);
        always("owner", at -> owner(at, cpu), false);
        always("valid for", at -> name(situation.validFor(at, cpu), "nobody"), true);
        unless("0", "bottom halves off", at -> Long.toString(situation.cpuNumber(at, cpu, "softirq_depth")));
        unless("0", "preemption off", at -> Long.toString(situation.cpuNumber(at, cpu, "preempt_depth")));
        unless("0", "interrupts off", at -> flag(at, cpu, "irqs_off"));
        unless("0", "kernel FPU section", at -> flag(at, cpu, "in_kernel_fpu"));
        unless("0", "CR0.TS", at -> flag(at, cpu, "cr0_ts"));
        unless("0", "CR4.OSXSAVE clear", at -> flag(at, cpu, "cr4_without_osxsave"));
        unless(NONE, "IA32_XFD", at -> disabled(at, cpu));
        return List.copyOf(chips);
    }

    private String flag(long[] at, int cpu, String name) {
        return situation.cpuFlag(at, cpu, name) ? "1" : "0";
    }

    private String name(OptionalInt task, String none) {
        return task.isPresent() ? words.task(task.getAsInt()) : none;
    }

    private String owner(long[] at, int cpu) {
        return copies.text(at, "per_cpu(fpu_fpregs_owner_ctx, " + cpu + ")").orElse("NULL");
    }

    /** The innermost context. */
    private String context(long[] at, int cpu) {
        return contexts.interrupt(at, cpu)
                .orElseGet(() -> copies.inUserMode(at, cpu) ? "user mode" : "kernel");
    }

    private String disabled(long[] at, int cpu) {
        long mask = copies.slot(at, "per_cpu(fpregs, " + cpu + ").xfd").orElse(0L);
        return copies.disabledBy(mask).stream().map(copies::component).collect(Collectors.joining(" "));
    }

    List<Chip> task(int task) {
        boolean user = copies.buffer(state, task).isPresent();
        always("TIF_NEED_FPU_LOAD", at -> Long.toString(situation.taskNumber(at, task, "need_fpu_load")),
                !user);
        always("last_cpu", at -> lastCpu(at, task), !user);
        always("runs on", at -> name(at, task), true);
        unless("TASK_RUNNING", "state", at -> situation.taskState(at, task));
        unless("0", "TIF_SIGPENDING", at -> Long.toString(situation.taskNumber(at, task, "sigpending")));
        unless(NONE, "update of", at -> pending(at, task));
        if (user) {
            headers(at -> copies.buffer(at, task));
            copies.buffer(state, task).ifPresent(this::strays);
        }
        return List.copyOf(chips);
    }

    private String name(long[] at, int task) {
        OptionalInt cpu = situation.cpuOf(at, task);
        return cpu.isPresent() ? "CPU" + cpu.getAsInt() : "no CPU";
    }

    private String lastCpu(long[] at, int task) {
        OptionalLong cpu = situation.lastCpu(at, task);
        return cpu.isEmpty() || cpu.getAsLong() < 0 ? "none" : "CPU" + cpu.getAsLong();
    }

    private String pending(long[] at, int task) {
        return copies.parts().stream().filter(part -> situation.isPending(at, task, part))
                .map(Part::component).distinct().map(copies::component).collect(Collectors.joining(" "));
    }

    private void headers(Function<long[], Optional<String>> image) {
        always("XSTATE_BV", at -> image.apply(at).flatMap(name -> copies.xstateBv(at, name)).orElse("none"),
                true);
        always("XCOMP_BV", at -> image.apply(at).flatMap(name -> copies.xcompBv(at, name)).orElse("none"),
                true);
    }

    List<Chip> image(String name) {
        headers(_ -> Optional.of(name));
        strays(name);
        return List.copyOf(chips);
    }

    /** Bytes that the last statement changed and that nobody will look at. */
    private void strays(String image) {
        copies.strays(before, state, image).forEach(stray -> chips
                .add(new Chip(stray.bytes(), stray.after(), Optional.of(stray.before()), false)));
    }
}
