package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.link.Promise;
import org.xstate.model.run.Failure;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Witness;
import org.xstate.model.type.Type;
import org.xstate.sim.library.Part;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;

/**
 * Says what is violated, with which values, and since when which copy was wrong. Whom a property is about it says by the
 * names of its locals: {@code tsk}, {@code cpu}, {@code f}, {@code expected}, {@code found}.
 */
final class EndOfTrace {

    private static final String REGISTERS = "registers";

    private final Scenario scenario;
    private final Machine machine;
    private final StateView view;
    private final Optional<KernelView> kernel;
    private final Optional<Copies> copies;

    EndOfTrace(Scenario scenario, StateView view, Optional<KernelView> kernel, Optional<Copies> copies) {
        this.scenario = scenario;
        this.machine = scenario.machine();
        this.view = view;
        this.kernel = kernel;
        this.copies = copies;
    }

    TraceEnd of(Simulation simulation, Simulation.Violation violation, List<List<Row>> steps) {
        Machine.Claim claim = machine.claims().get(violation.claim());
        Map<String, LocalValue> locals = new LinkedHashMap<>();
        Optional<Span> place = violation.failure().map(Failure::span);
        if (violation.failure().isPresent()) {
            collect(violation.failure().get().locals(), locals);
        } else {
            List<Witness> path = path(simulation.witness());
            path.forEach(witness -> collect(witness.locals(), locals));
            place = path.isEmpty() ? claim.span() : Optional.of(path.getLast().node().span());
        }
        long[] last = simulation.history().getLast().state();
        List<TraceEnd.Seen> values = locals.values().stream()
                .map(one -> new TraceEnd.Seen(one.local().name(),
                        view.value(one.local().type(), one.value(), last)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!locals.containsKey("tsk") && violation.failure().isPresent()) {
            task(simulation).ifPresent(name -> values.add(new TraceEnd.Seen("tsk", name)));
        }
        String condition = violation.failure().map(Failure::text).orElse("");
        List<CopyAtEnd> copied = copies(simulation, violation.failure().isPresent(), locals, steps);
        return new TraceEnd(claim.name(), claim.sentence(),
                place.map(span -> scenario.shortened(span.file()) + ":" + span.line()), condition,
                isFault(violation.claim()), values,
                copied);
    }

    /** Whether the claim is one about what an expression may do rather than about a condition that was written. */
    private boolean isFault(int claim) {
        return claim >= Promise.NO_NULL_POINTER.number(machine);
    }

    /** The task whose body made the last step. */
    private Optional<String> task(Simulation simulation) {
        int number = simulation.history().getLast().by().action() - machine.rules().size();
        return number < 0 || machine.processes().get(number).kind() != Process.Kind.TASK
                ? Optional.empty()
                : Optional.of(machine.processes().get(number).name());
    }

    /** From the predicate to the function in which it became false. */
    private static List<Witness> path(Optional<Witness> outer) {
        List<Witness> path = new ArrayList<>();
        Optional<Witness> next = outer;
        while (next.isPresent()) {
            path.add(next.get());
            next = next.get().calls().stream().findFirst();
        }
        return path;
    }

    private static void collect(List<LocalValue> from, Map<String, LocalValue> into) {
        from.stream().filter(one -> !one.local().name().startsWith("$"))
                .forEach(one -> into.put(one.local().name(), one));
    }

    private static OptionalInt task(Map<String, LocalValue> locals) {
        return Optional.ofNullable(locals.get("tsk"))
                .filter(one -> one.local().type().equals(new Type.Pointer(new Type.Struct("task_struct"))))
                .filter(one -> one.value() > 0).map(one -> OptionalInt.of((int) one.value() - 1))
                .orElse(OptionalInt.empty());
    }

    /** @param failed whether it is a condition on the way that failed */
    private List<CopyAtEnd> copies(Simulation simulation, boolean failed, Map<String, LocalValue> locals,
            List<List<Row>> steps) {
        LocalValue component = locals.get("f");
        OptionalInt task = task(locals);
        if (copies.isEmpty() || component == null || task.isEmpty()) {
            return List.of();
        }
        Copies known = copies.get();
        long[] last = simulation.history().getLast().state();
        int tsk = task.getAsInt();
        Map<String, Copy> all = new LinkedHashMap<>();
        for (int cpu : known.holders(last, tsk)) {
            all.put(known.cpus() == 1 ? REGISTERS : REGISTERS + " of CPU" + cpu,
                    state -> part -> Optional.of(known.register(state, cpu, part)));
        }
        if (known.buffer(last, tsk).isPresent()) {
            all.put("memory of " + scenario.program().tasks().get(tsk).name(),
                    state -> part -> known.memory(state, tsk, part));
        }
        Map<Row, List<String>> broken = new LinkedHashMap<>();
        List<CopyAtEnd> told = new ArrayList<>();
        all.forEach((holder, copy) -> told
                .add(new Observed(holder, copy, tsk, component.value()).at(last, steps, broken)));
        boolean registers = locals.containsKey("cpu")
                || failed && told.stream()
                        .anyMatch(copy -> !copy.right() && copy.holder().startsWith(REGISTERS));
        String used = registers ? REGISTERS : "memory";
        broken.forEach((row, holders) -> holders.stream().filter(holder -> holder.startsWith(used))
                .forEach(holder -> row.marks.add(
                        known.component(component.value()) + " in the " + holder
                                + " is wrong from here on")));
        return told;
    }

    private interface Copy {
        Function<Part, Optional<String>> in(long[] state);
    }

    /** One copy of a component of a task. */
    private final class Observed {

        private final KernelView told = kernel.orElseThrow();
        private final String holder;
        private final Copy copy;
        private final int tsk;
        private final long component;

        Observed(String holder, Copy copy, int tsk, long component) {
            this.holder = holder;
            this.copy = copy;
            this.tsk = tsk;
            this.component = component;
        }

        private boolean isRight(long[] state) {
            return told.isRight(copy.in(state), state, tsk, component).orElse(true);
        }

        /** @param broken takes the row from which on it was wrong to the end */
        CopyAtEnd at(long[] last, List<List<Row>> steps, Map<Row, List<String>> broken) {
            String name = copies.orElseThrow().component(component);
            String value = told.text(copy.in(last), component);
            if (isRight(last)) {
                return new CopyAtEnd(holder, name, value, true, OptionalInt.empty());
            }
            OptionalInt since = OptionalInt.empty();
            Optional<Row> where = Optional.empty();
            for (int step = 0; step < steps.size(); step++) {
                for (Row row : steps.get(step)) {
                    if (isRight(row.before) && !isRight(row.after)) {
                        since = OptionalInt.of(step + 1);
                        where = Optional.of(row);
                    }
                }
            }
            where.ifPresent(row -> broken.computeIfAbsent(row, _ -> new ArrayList<>()).add(holder));
            return new CopyAtEnd(holder, name, value, false, since);
        }
    }
}
