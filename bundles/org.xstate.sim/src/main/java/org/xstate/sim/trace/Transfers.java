package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;
import org.xstate.model.run.Write;
import org.xstate.sim.library.Part;
import org.xstate.sim.trace.MachineSnapshot.Move;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Transfer;

/** Reads from what was executed which copies were moved where: by which instruction, between which rows. */
final class Transfers {

    private static final Pattern REGISTER = Pattern
            .compile("per_cpu\\(fpregs, ([0-9]+)\\)\\.part\\[([0-9]+)]");

    private final Machine machine;
    private final Copies copies;
    private final Map<Integer, Register> registers = new HashMap<>();
    private final Map<Integer, String> cells = new HashMap<>();

    private record Register(int cpu, int part) {
    }

    /** What moves it, and by which instruction. */
    record Kind(Move move, String with) {
        private static final Kind STORE = new Kind(Move.WRITE, "");
    }

    Transfers(Machine machine, Copies copies) {
        this.machine = machine;
        this.copies = copies;
        for (int i = 0; i < machine.slots().size(); i++) {
            int slot = i;
            Matcher register = REGISTER.matcher(machine.slots().get(i).name());
            if (register.matches()) {
                registers.put(i,
                        new Register(Integer.parseInt(register.group(1)),
                                Integer.parseInt(register.group(2))));
            }
            copies.imageOf(machine.slots().get(i).name()).ifPresent(image -> cells.put(slot, image));
        }
    }

    /** The image in whose cells or header the slot is. */
    Optional<String> image(int slot) {
        return Optional.ofNullable(cells.get(slot));
    }

    /** The task whose buffer the image is. */
    OptionalInt ownerOf(long[] state, String image) {
        return IntStream.range(0, copies.tasks())
                .filter(task -> copies.buffer(state, task).equals(Optional.of(image))
                        || copies.independent(state, task).equals(Optional.of(image)))
                .findFirst();
    }

    /** The number of the part whose register the slot is. */
    OptionalInt part(int slot) {
        Register register = registers.get(slot);
        return register == null ? OptionalInt.empty() : OptionalInt.of(register.part());
    }

    /** Which instruction of those that move state is being executed, from outside to inside; a store if none is. */
    Kind kind(Event event) {
        for (Event.Caller caller : event.calls()) {
            Optional<Kind> kind = kind(machine.procedures().get(caller.procedure()), caller.node());
            if (kind.isPresent()) {
                return kind.get();
            }
        }
        return kind(machine.procedures().get(event.procedure()), event.node()).orElse(Kind.STORE);
    }

    private static Optional<Kind> kind(Procedure procedure, int node) {
        Optional<Kind> outer = named(procedure.name());
        return outer.isPresent()
                ? outer
                : procedure.nodes().get(node).calls().stream().map(frame -> named(frame.function()))
                        .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Kind> named(String function) {
        if (function.startsWith("insn_xsave") || function.startsWith("insn_fxsave")) {
            return Optional.of(new Kind(Move.SAVE, function.substring("insn_".length())));
        }
        if (function.startsWith("insn_xrstor") || function.equals("xrstor_interrupted")) {
            return Optional
                    .of(new Kind(Move.RESTORE, function.replace("insn_", "").replace("_interrupted", "")));
        }
        return function.equals("xstate_memcpy")
                ? Optional.of(new Kind(Move.COPY, "memcpy"))
                : Optional.empty();
    }

    /** One run of events of the same kind. */
    private static final class Run {
        private final Kind kind;
        private final long[] before;
        private final Set<Integer> slots = new HashSet<>();

        Run(Kind kind, long[] before) {
            this.kind = kind;
            this.before = before.clone();
        }
    }

    /** @param cpu that executes @param rows of the picture @param before the first of the events */
    List<Transfer> of(List<Event> events, OptionalInt cpu, List<Row> rows, long[] before) {
        List<Transfer> transfers = new ArrayList<>();
        long[] state = before.clone();
        Optional<Run> run = Optional.empty();
        for (Event event : events) {
            Kind kind = kind(event);
            if (run.isEmpty() || !run.get().kind.equals(kind)) {
                run.ifPresent(over -> transfers.addAll(moved(over, state, cpu, rows)));
                run = Optional.of(new Run(kind, state));
            }
            for (Write write : event.writes()) {
                state[write.slot()] = write.after();
                run.get().slots.add(write.slot());
            }
        }
        run.ifPresent(over -> transfers.addAll(moved(over, state, cpu, rows)));
        return List.copyOf(transfers);
    }

    private List<Transfer> moved(Run run, long[] after, OptionalInt cpu, List<Row> rows) {
        List<Transfer> moved = new ArrayList<>();
        Map<Integer, List<Integer>> written = new TreeMap<>();
        run.slots.stream().filter(registers::containsKey).map(registers::get).forEach(
                one -> written.computeIfAbsent(one.cpu(), _ -> new ArrayList<>()).add(one.part()));
        written.forEach((number, parts) -> {
            List<Integer> sorted = parts.stream().sorted().toList();
            OptionalInt from = run.kind.move() == Move.RESTORE
                    ? source(after, rows, cpu, sorted)
                    : OptionalInt.empty();
            moved.add(new Transfer(run.kind.move(), run.kind.with(), from, cpuRow(rows, number), sorted));
        });
        run.slots.stream().filter(cells::containsKey).map(cells::get).distinct().sorted()
                .forEach(image -> {
                    OptionalInt to = row(rows, image);
                    List<Integer> parts = parts(run, after, image);
                    boolean instruction = run.kind.move() == Move.SAVE;
                    if (to.isPresent() && (instruction || !parts.isEmpty())) {
                        OptionalInt from = instruction && cpu.isPresent()
                                ? OptionalInt.of(cpuRow(rows, cpu.getAsInt()))
                                : OptionalInt.empty();
                        moved.add(new Transfer(run.kind.move(), run.kind.with(), from, to.getAsInt(), parts));
                    }
                });
        return moved;
    }

    /** The parts of an image whose bytes were written, or which hold something else now. */
    private List<Integer> parts(Run run, long[] after, String image) {
        return copies.parts().stream()
                .filter(part -> copies.wrote(after, image, part, run.slots)
                        || !copies.value(run.before, image, part).equals(copies.value(after, image, part)))
                .map(Part::number).toList();
    }

    private static int cpuRow(List<Row> rows, int cpu) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).kind() == MachineSnapshot.Kind.CPU && rows.get(i).number() == cpu)
                .findFirst().orElseThrow();
    }

    private static OptionalInt row(List<Row> rows, String image) {
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i).object().equals(image)).findFirst();
    }

    /** The image that holds what was loaded; that of the current task before others. */
    private OptionalInt source(long[] after, List<Row> rows, OptionalInt cpu, List<Integer> parts) {
        if (cpu.isEmpty()) {
            return OptionalInt.empty();
        }
        Optional<Integer> current = copies.current(after, cpu.getAsInt());
        Optional<String> own = current.filter(task -> task < copies.tasks())
                .flatMap(task -> copies.buffer(after, task));
        List<String> candidates = new ArrayList<>(own.stream().toList());
        rows.stream().map(Row::object).filter(name -> !name.isEmpty()).forEach(candidates::add);
        return candidates.stream().filter(image -> parts.stream().allMatch(part -> copies
                .value(after, image, copies.parts().get(part))
                .equals(Optional.of(copies.register(after, cpu.getAsInt(), copies.parts().get(part))))))
                .findFirst().map(image -> row(rows, image)).orElse(OptionalInt.empty());
    }
}
