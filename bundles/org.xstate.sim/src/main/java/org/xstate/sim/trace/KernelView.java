package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;
import org.xstate.sim.library.Part;

/**
 * States of the library's kernel: values of components in registers and in memory, headers, then the flags and pointers by
 * which the kernel knows where the state is.
 */
final class KernelView implements StateView {

    private static final Pattern TASK = Pattern.compile("tasks\\[([0-9]+)]\\.(.+)");
    private static final Pattern PER_CPU = Pattern.compile("per_cpu\\(([A-Za-z0-9_]+), ([0-9]+)\\)(.*)");
    private static final Pattern IMAGE = Pattern.compile("(fpstates\\[[0-9]+]\\.regs)( \\+ [0-9]+)?");
    private static final Map<String, String> TASK_WORDS = Map.of("need_fpu_load", "TIF",
            "thread.fpu.last_cpu", "last_cpu", "thread.fpu.fpstate", "fpstate",
            "thread.fpu.perm", "perm");
    private static final Map<String, String> CPU_WORDS = Map.of("fpu_fpregs_owner_ctx", "owner",
            "current_task",
            "current");
    /** Told otherwise, or of no interest by themselves. */
    private static final Pattern HIDDEN = Pattern
            .compile("tasks\\[[0-9]+]\\.(on_cpu|cpu)|per_cpu\\(user_mode, .*"
                    + "|per_cpu\\(fpregs, [0-9]+\\)\\.(part|touched|modified|restored).*|fpstates\\[.*\\]\\.regs\\..*"
                    + "|.*\\.(cells|header)[.\\[].*|[a-z]+_left");

    private final Machine machine;
    private final Words words;
    private final Copies copies;

    KernelView(Machine machine, Words words, Copies copies) {
        this.machine = machine;
        this.words = words;
        this.copies = copies;
    }

    @Override
    public List<Change> changes(long[] before, long[] after, OptionalInt cpu) {
        List<Change> changes = new ArrayList<>();
        registers(before, after, cpu, changes);
        memory(before, after, changes);
        for (int i = 0; i < machine.slots().size(); i++) {
            if (before[i] != after[i]) {
                slot(machine.slots().get(i), before[i], after[i], cpu).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private void registers(long[] before, long[] after, OptionalInt executing, List<Change> changes) {
        for (int cpu = 0; cpu < copies.cpus(); cpu++) {
            int number = cpu;
            String place = executing.equals(OptionalInt.of(cpu)) || copies.cpus() == 1
                    ? "regs"
                    : "regs CPU" + cpu;
            values(place, part -> Optional.of(copies.register(before, number, part)),
                    part -> Optional.of(copies.register(after, number, part)), Change.Lane.REGISTERS,
                    changes);
        }
    }

    private void memory(long[] before, long[] after, List<Change> changes) {
        for (int task = 0; task < copies.tasks(); task++) {
            int number = task;
            Optional<String> buffer = copies.buffer(after, task);
            if (buffer.equals(copies.buffer(before, task))
                    && buffer.filter(name -> copies.differs(before, after, name)).isEmpty()) {
                continue;
            }
            values("mem " + words.task(task), part -> copies.memory(before, number, part),
                    part -> copies.memory(after, number, part), Change.Lane.MEMORY, changes);
        }
        List<String> changed = copies.images().stream().filter(name -> copies.differs(before, after, name))
                .toList();
        for (String image : changed) {
            Optional<String> owner = copies.owner(after, image);
            String place = "mem " + owner.orElse(image.replaceAll("\\.(regs|fx)$", ""));
            if (owner.isEmpty()) {
                values(place, part -> copies.value(before, image, part),
                        part -> copies.value(after, image, part),
                        Change.Lane.MEMORY, changes);
            }
            header(place, "XSTATE_BV", copies.xstateBv(before, image), copies.xstateBv(after, image),
                    changes);
            header(place, "XCOMP_BV", copies.xcompBv(before, image), copies.xcompBv(after, image), changes);
            copies.strays(before, after, image).forEach(stray -> changes.add(new Change(place, stray.bytes(),
                    stray.before(), stray.after(), Change.Lane.MEMORY)));
        }
    }

    private static void header(String place, String what, Optional<String> before, Optional<String> after,
            List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(place, what, before.orElse("none"), after.orElse("none"),
                    Change.Lane.MEMORY));
        }
    }

    /** One change for a component whose parts all change alike, else one for each part. */
    private void values(String place, Function<Part, Optional<String>> before,
            Function<Part, Optional<String>> after, Change.Lane lane, List<Change> changes) {
        List<Integer> components = copies.parts().stream().map(Part::component).distinct().toList();
        for (int component : components) {
            List<Part> parts = copies.parts(component);
            boolean alike = parts.stream().map(before).distinct().count() == 1
                    && parts.stream().map(after).distinct().count() == 1;
            for (Part part : alike ? parts.subList(0, 1) : parts) {
                Optional<String> old = before.apply(part);
                Optional<String> now = after.apply(part);
                if (!old.equals(now)) {
                    changes.add(new Change(place, alike ? copies.component(component) : copies.name(part),
                            old.orElse("none"), now.orElse("none"), lane));
                }
            }
        }
    }

    private Optional<Change> slot(Slot slot, long before, long after, OptionalInt executing) {
        boolean state = slot.kind() == Slot.Kind.SHARED || slot.kind() == Slot.Kind.CPU;
        if (slot.ghost() || !state || HIDDEN.matcher(slot.name()).matches()) {
            return Optional.empty();
        }
        String place = "";
        String what = slot.name();
        Matcher task = TASK.matcher(slot.name());
        Matcher perCpu = PER_CPU.matcher(slot.name());
        if (task.matches()) {
            int number = Integer.parseInt(task.group(1));
            if (number >= copies.tasks()) {
                return Optional.empty();
            }
            place = words.task(number);
            what = TASK_WORDS.getOrDefault(task.group(2), task.group(2));
        } else if (perCpu.matches()) {
            int cpu = Integer.parseInt(perCpu.group(2));
            place = copies.cpus() == 1 || executing.equals(OptionalInt.of(cpu)) ? "" : "CPU" + cpu;
            what = CPU_WORDS.getOrDefault(perCpu.group(1), perCpu.group(1)) + perCpu.group(3);
        }
        return Optional.of(new Change(place, what, words.value(slot.type(), before),
                words.value(slot.type(), after), Change.Lane.BOOKKEEPING));
    }

    /** Values that are not initial, then what other choices of the setups would have made different. */
    @Override
    public List<Change> start(long[] first, long[] state) {
        List<Change> known = new ArrayList<>();
        Function<Part, Optional<String>> init = _ -> Optional.of("init");
        for (int cpu = 0; cpu < copies.cpus(); cpu++) {
            int number = cpu;
            values(copies.cpus() == 1 ? "regs" : "regs CPU" + cpu, init,
                    part -> Optional.of(copies.register(state, number, part)), Change.Lane.REGISTERS, known);
        }
        for (int task = 0; task < copies.tasks(); task++) {
            int number = task;
            if (copies.buffer(state, task).isPresent()) {
                values("mem " + words.task(task), init, part -> copies.memory(state, number, part),
                        Change.Lane.MEMORY, known);
            }
        }
        changes(first, state, OptionalInt.empty()).stream()
                .filter(change -> change.lane() == Change.Lane.BOOKKEEPING).forEach(known::add);
        return known.stream()
                .map(change -> new Change(change.place(), change.what(), "", change.after(), change.lane()))
                .toList();
    }

    @Override
    public List<String> running(long[] state) {
        return IntStream.range(0, copies.cpus()).mapToObj(cpu -> copies.current(state, cpu)
                .map(task -> words.task(task) + (task < copies.tasks() ? " " + context(state, cpu) : ""))
                .orElse("nobody")).toList();
    }

    @Override
    public String context(long[] state, int cpu) {
        return copies.inUserMode(state, cpu) ? "user" : "kernel";
    }

    @Override
    public String value(Type type, long value, long[] state) {
        if (type instanceof Type.Enumeration enumeration && enumeration.name().equals("xfeature")) {
            return copies.component(value);
        }
        String text = words.value(type, value);
        Matcher image = IMAGE.matcher(text);
        return image.matches()
                ? copies.owner(state, image.group(1))
                        .map(task -> "mem " + task + Optional.ofNullable(image.group(2)).orElse(""))
                        .orElse(text)
                : text;
    }

    /** Whether a part of a component in a copy is what the task must see; empty if nobody says what that is. */
    Optional<Boolean> isRight(Function<Part, Optional<String>> copy, long[] state, int task, long component) {
        List<Part> parts = copies.parts(component);
        boolean known = !parts.isEmpty()
                && parts.stream().allMatch(part -> copies.canonical(state, task, part).isPresent());
        return known
                ? Optional.of(parts.stream()
                        .allMatch(part -> copy.apply(part).equals(copies.canonical(state, task, part))))
                : Optional.empty();
    }

    /** All parts of a component as one text. */
    String text(Function<Part, Optional<String>> copy, long component) {
        List<Part> parts = copies.parts(component);
        List<String> values = parts.stream().map(part -> copy.apply(part).orElse("none")).toList();
        return values.stream().distinct().count() == 1
                ? values.getFirst()
                : String.join(", ", IntStream.range(0, parts.size())
                        .mapToObj(i -> parts.get(i).name() + " " + values.get(i)).toList());
    }
}
