package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Transition;
import org.xstate.model.run.Write;
import org.xstate.sim.scenario.Scenario;

/**
 * Breaks a step into lines. What the hardware and the kernel's primitives do inside is told at the statement that uses
 * them, so that a line reads {@code set_thread_flag(TIF_NEED_FPU_LOAD)} and not what that does to which variable.
 */
final class Rows {

    /** Library files whose functions say what they do by their names. */
    private static final Set<String> PRIMITIVES = Set.of("kernel/context.c", "kernel/ghost.c",
            "kernel/task.c",
            "kernel/xstate.c", "policy/own.c");
    /** Functions of other library files for which the same holds. */
    private static final Set<String> INSTRUCTIONS = Set.of("user_write", "user_write_part", "reg",
            "enter_kernel", "enter_kernel_irqs_off", "save_fpregs_to_fpstate", "os_xsave", "os_xrstor",
            "os_xrstor_safe");
    /** What the names of functions begin with that say which register they write. */
    private static final String WRITE = "write_";
    /** What labels about bounds of the scenario begin with. */
    private static final String BOUND = "bound: ";

    private final Scenario scenario;
    private final Machine machine;
    private final StateView view;

    Rows(Scenario scenario, StateView view) {
        this.scenario = scenario;
        this.machine = scenario.machine();
        this.view = view;
    }

    List<Row> of(long[] before, Transition transition) {
        return transition.action() >= 0 && transition.action() < machine.rules().size()
                ? List.of(rule(before, transition))
                : process(before, transition);
    }

    /** A rule is one line: what was chosen is part of its name. */
    private Row rule(long[] before, Transition transition) {
        Machine.RuleEntry rule = machine.rules().get(transition.action());
        List<String> chosen = new ArrayList<>();
        Optional<Long> choice = Optional.empty();
        for (Event event : transition.events()) {
            Procedure.Node node = node(event);
            boolean choose = node.instruction() instanceof Instruction.Choose;
            // what a call passes on is no choice of the rule
            List<LocalValue> locals = node.instruction() instanceof Instruction.Call
                    ? List.of()
                    : event.locals();
            for (LocalValue set : locals) {
                boolean named = !set.local().name().startsWith("$") && depth(event) == 0;
                if (choose) {
                    choice = Optional.of(set.value());
                }
                if (named && choice.isPresent() && choice.get() == set.value()) {
                    chosen.add(
                            set.local().name() + " = " + view.value(set.local().type(), set.value(), before));
                    choice = Optional.empty();
                }
            }
        }
        String statement = rule.name() + (chosen.isEmpty() ? "" : "(" + String.join(", ", chosen) + ")");
        Row row = new Row(List.of(rule.span()), rule.span(), statement, true, before);
        transition.events().forEach(event -> apply(event, row.after));
        row.end = transition.events().size();
        return row;
    }

    private int depth(Event event) {
        return event.calls().size()
                + (int) node(event).calls().stream().filter(f -> f.call().isPresent()).count();
    }

    private List<Row> process(long[] before, Transition transition) {
        List<Row> rows = new ArrayList<>();
        long[] state = before.clone();
        int happened = 0;
        for (Event event : transition.events()) {
            happened++;
            Shown shown = shown(event);
            if (rows.isEmpty() || !rows.getLast().continues(shown.path())) {
                String file = shown.path().getLast().file();
                rows.add(new Row(shown.path(), shown.path().getLast(), shown.statement(),
                        !scenario.isLibrary(file), state));
            }
            Row row = rows.getLast();
            row.end = happened;
            apply(event, state);
            apply(event, row.after);
            if (row.own && !(node(event).instruction() instanceof Instruction.Call)) {
                locals(event, row, state);
            }
            if (node(event).instruction() instanceof Instruction.Cover(String label)
                    && !label.startsWith(BOUND)) {
                row.notes.add(label);
            }
        }
        return rows;
    }

    /** Locals that the statement assigns to; not parameters, which get their values there too. */
    private void locals(Event event, Row row, long[] state) {
        for (LocalValue set : event.locals()) {
            String name = set.local().name();
            if (Pattern.compile("\\b" + Pattern.quote(name) + "\\s*([-+*/%&|^]|<<|>>)?=[^=]")
                    .matcher(row.statement)
                    .find()) {
                row.locals.removeIf(change -> change.what().equals(name));
                row.locals.add(new Change("", name, "", view.value(set.local().type(), set.value(), state),
                        Change.Lane.BOOKKEEPING));
            }
        }
    }

    /** @param folded whether the statement is a call inside of which the event happened */
    private record Shown(List<Span> path, String statement, boolean folded) {
    }

    private record Position(String function, Span span, Optional<String> statement) {
    }

    private Shown shown(Event event) {
        List<Position> stack = new ArrayList<>();
        for (Event.Caller caller : event.calls()) {
            push(machine.procedures().get(caller.procedure()), caller.node(), stack);
        }
        push(machine.procedures().get(event.procedure()), event.node(), stack);
        int last = 0;
        while (last + 1 < stack.size() && !isFolded(stack.get(last + 1))) {
            last++;
        }
        List<Span> path = stack.subList(0, last + 1).stream().map(Position::span).toList();
        boolean folded = last + 1 < stack.size();
        Position at = stack.get(last);
        return new Shown(path,
                folded ? line(at.span()) : at.statement().map(Rows::plain).orElseGet(() -> line(at.span())),
                folded);
    }

    private void push(Procedure procedure, int number, List<Position> stack) {
        Procedure.Node node = procedure.nodes().get(number);
        String function = procedure.name();
        for (Procedure.Frame frame : node.calls()) {
            frame.call().ifPresent(
                    call -> stack.add(new Position(caller(stack, procedure), call, Optional.empty())));
            function = frame.function();
        }
        stack.add(new Position(function, node.span(), Optional.of(node.statement())));
    }

    /** In which function a call stands is told by the file only; the name of the one before it is not needed. */
    private static String caller(List<Position> stack, Procedure procedure) {
        return stack.isEmpty() ? procedure.name() : stack.getLast().function();
    }

    private boolean isFolded(Position position) {
        String file = position.span().file();
        return scenario.isHardware(file) || scenario.isLibrary(file)
                && (PRIMITIVES.contains(file) || INSTRUCTIONS.contains(position.function())
                        || position.function().startsWith(WRITE));
    }

    /** The source line, without what belongs to its neighbours. */
    String line(Span span) {
        String line = scenario.files().text(span.file()).map(text -> text.split("\n", -1))
                .filter(lines -> span.line() <= lines.length).map(lines -> lines[span.line() - 1].strip())
                .orElse("");
        return plain(line.replaceAll("/\\*.*?\\*/|//.*$|/\\*.*$", ""));
    }

    /** On one line, without what ends it. */
    private static String plain(String statement) {
        return statement.strip().replaceAll("\\s+", " ").replaceAll("[;{]$", "").strip();
    }

    private Procedure.Node node(Event event) {
        return machine.procedures().get(event.procedure()).nodes().get(event.node());
    }

    private static void apply(Event event, long[] state) {
        for (Write write : event.writes()) {
            state[write.slot()] = write.after();
        }
    }
}
