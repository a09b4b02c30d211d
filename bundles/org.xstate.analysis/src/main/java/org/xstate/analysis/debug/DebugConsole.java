package org.xstate.analysis.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.xstate.analysis.machine.RunLine;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.LocalValue;
import org.xstate.sim.debug.CallStack;
import org.xstate.sim.debug.Changed;
import org.xstate.sim.debug.Conditional;
import org.xstate.sim.debug.Goal;
import org.xstate.sim.debug.Locals;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.debug.Places;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.debug.Subject;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.StateNode;
import org.xstate.sim.trace.StateTree;
import org.xstate.sim.trace.TraceBuilder;
import org.xstate.sim.trace.TraceSearch;

/**
 * A debugger that is given commands and gives lines, with the commands of gdb where it has such: {@code step}, {@code next},
 * {@code finish}, the same backwards with {@code reverse-}, {@code break}, {@code watch}, {@code print}, {@code backtrace}.
 */
public final class DebugConsole {

    /** What is written before a command is read. */
    public static final String PROMPT = "(xstate) ";

    private static final int LINES_AROUND = 4;

    private final Scenario scenario;
    private final Simulation simulation;
    private final StateTree tree;
    private final TreeMap<Integer, Stop> stops = new TreeMap<>();
    private Subject subject;
    private int frame;
    private String last = "";
    private boolean ended;

    private record Stop(String text, StopPoint point) {
    }

    /** @param simulation of the scenario's machine; it is moved */
    public DebugConsole(Scenario scenario, Simulation simulation) {
        this.scenario = scenario;
        this.simulation = simulation;
        this.tree = new StateTree(scenario);
        this.subject = scenario.machine().rules().isEmpty() ? new Subject.Cpu(0) : new Subject.Everyone();
    }

    /** Whether {@code quit} was said. */
    public boolean isEnded() {
        return ended;
    }

    /** Where the session stands, for its beginning. */
    public List<String> greeting() {
        List<String> lines = new ArrayList<>(List.of("step " + simulation.position().step() + " of "
                + simulation.steps() + "; help lists the commands"));
        lines.addAll(where());
        return lines;
    }

    /** Executes a command; an empty one repeats the last movement. */
    public List<String> execute(String line) {
        String typed = line.strip().isEmpty() ? last : line.strip();
        String[] words = typed.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        last = "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "" -> List.of();
            case "step", "s" -> line(Goal.Step.INTO, false, typed);
            case "next", "n" -> line(Goal.Step.OVER, false, typed);
            case "finish", "fin" -> line(Goal.Step.OUT, false, typed);
            case "reverse-step", "rs" -> line(Goal.Step.INTO, true, typed);
            case "reverse-next", "rn" -> line(Goal.Step.OVER, true, typed);
            case "reverse-finish", "rf" -> line(Goal.Step.OUT, true, typed);
            case "continue", "c" -> move(new Goal.End(false), typed);
            case "reverse-continue", "rc" -> move(new Goal.End(true), typed);
            case "until", "u" -> until(rest);
            case "take", "t" -> take(rest);
            case "moves", "m" -> moves();
            case "goto", "g" -> jump(rest);
            case "find" -> find(rest, true);
            case "reverse-find" -> find(rest, false);
            case "break", "b" -> stop(rest);
            case "watch", "w" -> watch(rest);
            case "changes" -> new CopyHistory(scenario, simulation).lines(rest);
            case "delete", "d" -> delete(rest);
            case "info", "i" -> stops.entrySet().stream()
                    .map(one -> one.getKey() + "  " + one.getValue().text()).toList();
            case "print", "p" -> print(rest);
            case "locals" -> locals().stream().map(one -> tree.local(one, simulation.state()))
                    .map(DebugConsole::text).toList();
            case "state" -> state(rest);
            case "backtrace", "bt", "where" -> backtrace();
            case "frame", "f" -> frame(rest);
            case "threads" -> threads();
            case "thread" -> thread(rest);
            case "list", "l" -> source();
            case "command" -> List.of(RunLine.of(scenario, simulation));
            case "help", "h", "?" -> Help.lines();
            case "quit", "q" -> {
                ended = true;
                yield List.of();
            }
            default -> List.of("no such command: '" + words[0] + "'; help lists them");
        };
    }

    private List<String> line(Goal.Step step, boolean back, String typed) {
        return move(new Goal.Line(subject, step, back), typed);
    }

    private List<String> move(Goal goal, String typed) {
        last = typed;
        frame = 0;
        Movement movement = new Movement(simulation, goal, stops.values().stream().map(Stop::point).toList());
        Movement.Progress progress = movement.advance();
        while (progress instanceof Movement.Progress.Going) {
            progress = movement.advance();
        }
        List<String> lines = new ArrayList<>();
        if (progress instanceof Movement.Progress.Stopped stopped) {
            reason(stopped).ifPresent(lines::add);
        } else {
            lines.add("several steps are possible; take one:");
            lines.addAll(moves());
        }
        lines.addAll(where());
        return lines;
    }

    private Optional<String> reason(Movement.Progress.Stopped stopped) {
        return switch (stopped.reason()) {
            case GOAL -> Optional.empty();
            case STOP_POINT -> stops.entrySet().stream()
                    .filter(one -> stopped.at().equals(Optional.of(one.getValue().point()))).findFirst()
                    .map(one -> "stop " + one.getKey() + ": " + one.getValue().text());
            case VIOLATION -> Optional.of("violated: " + claim().name() + " (" + claim().sentence() + ")");
            case END -> Optional.of("no step is possible any more, and nothing was violated");
            case BEGINNING -> Optional.of("this is the beginning");
            case CANNOT -> Optional.of("it cannot go on by itself; possible is:");
        };
    }

    private Machine.Claim claim() {
        return scenario.machine().claims().get(simulation.violation().orElseThrow().claim());
    }

    private Optional<CallStack> stack() {
        return new Places(simulation).of(subject);
    }

    /** The line at which the subject stands. */
    private List<String> where() {
        String step = "[" + simulation.position().step() + "/" + simulation.steps() + "] ";
        return stack().map(stack -> List.of(step + place(stack, stack.depth() - 1 - frame)))
                .orElse(List.of(step + "nothing is under way"));
    }

    private String place(CallStack stack, int depth) {
        String place = scenario.shortened(stack.place(depth).file()) + ":" + stack.place(depth).line();
        return stack.calls().get(depth).function() + "()  " + place + "  "
                + source(stack.place(depth).file(), stack.place(depth).line()).strip();
    }

    private String source(String file, int line) {
        return scenario.files().text(file).map(text -> text.split("\n", -1))
                .filter(lines -> line >= 1 && line <= lines.length).map(lines -> lines[line - 1]).orElse("");
    }

    private List<String> source() {
        return stack().map(stack -> {
            int depth = stack.depth() - 1 - frame;
            String file = stack.place(depth).file();
            int line = stack.place(depth).line();
            return IntStream.rangeClosed(line - LINES_AROUND, line + LINES_AROUND).filter(one -> one > 0)
                    .mapToObj(one -> (one == line ? "→" : " ") + " %4d  ".formatted(one)
                            + source(file, one).replace("\t", "    "))
                    .toList();
        }).orElse(List.of());
    }

    private List<String> moves() {
        List<String> names = simulation.possibleMoves();
        List<String> beginnings = TraceBuilder.possible(scenario, simulation);
        return IntStream.range(0, names.size())
                .mapToObj(i -> "  %-16s %s".formatted(names.get(i), beginnings.get(i))).toList();
    }

    private List<String> take(String move) {
        List<String> possible = simulation.possibleMoves();
        int number = possible.indexOf(move);
        if (number < 0) {
            return List.of("'" + move + "' is not possible; possible is "
                    + (possible.isEmpty() ? "nothing any more" : String.join(", ", possible)));
        }
        simulation.take(number);
        List<String> lines = new ArrayList<>();
        simulation.violation().ifPresent(_ -> lines
                .add("violated: " + claim().name() + " (" + claim().sentence() + ")"));
        lines.addAll(where());
        return lines;
    }

    private List<String> jump(String text) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > simulation.steps()) {
            return List.of("goto takes a step from 0 to " + simulation.steps());
        }
        int step = Integer.parseInt(text);
        simulation.moveTo(
                new Position(step, step == 0 ? 0 : simulation.moment(step).by().events().size()));
        return where();
    }

    private List<String> find(String text, boolean forward) {
        OptionalInt step = new TraceSearch(scenario, text).next(simulation.history(),
                simulation.position().step(), forward, () -> false);
        frame = 0;
        return step.isPresent()
                ? jump(Integer.toString(step.getAsInt()))
                : List.of("no step %s this one has '%s'".formatted(forward ? "behind" : "before", text));
    }

    private List<String> until(String place) {
        Optional<StopPoint> point = point(place);
        return point.map(one -> move(new Goal.Place(one), ""))
                .orElse(List.of("until takes FILE:LINE, LINE or FUNCTION"));
    }

    /** {@code begin-finish.c:22}, {@code 22} of the scenario's file, or the name of a function. */
    private Optional<StopPoint> point(String text) {
        int colon = text.lastIndexOf(':');
        String number = text.substring(colon + 1);
        if (number.matches("[0-9]{1,9}")) {
            return Optional.of(new StopPoint.Line(colon < 0 ? scenario.source() : text.substring(0, colon),
                    Integer.parseInt(number)));
        }
        return scenario.program().functions().stream().anyMatch(one -> one.name().equals(text))
                ? Optional.of(new StopPoint.Function(text))
                : Optional.empty();
    }

    private List<String> stop(String text) {
        String[] parts = text.split("\\s+if\\s+", 2);
        Optional<StopPoint> point = point(parts[0]);
        if (point.isEmpty()) {
            return List.of("no such function: '" + parts[0] + "'; break takes FILE:LINE, LINE or FUNCTION");
        }
        return added(text, parts.length < 2
                ? point.get()
                : new Conditional(point.get(), new Watch(scenario, parts[1])));
    }

    private List<String> watch(String text) {
        if (tree.object(text, simulation.state()).isPresent()) {
            return added("watch " + text, new Changed(text, state -> tree.object(text, state)
                    .map(DebugConsole::whole).orElse("")));
        }
        Watch watch = new Watch(scenario, text);
        return watch.in(simulation.state(), 0, List.of()) instanceof Watch.Answer.None(String reason)
                ? List.of(reason)
                : added("watch " + text, Changed.of(watch));
    }

    private static String whole(StateNode node) {
        return node.parent() && node.type().isEmpty()
                ? node.parts().get().stream().map(StateNode::value).toList().toString()
                : node.value();
    }

    private List<String> added(String text, StopPoint point) {
        int number = stops.isEmpty() ? 1 : stops.lastKey() + 1;
        stops.put(number, new Stop(text, point));
        return List.of("stop " + number + ": " + text);
    }

    private List<String> delete(String text) {
        boolean known = text.matches("[0-9]{1,6}") && stops.remove(Integer.parseInt(text)) != null;
        return known ? List.of() : List.of("there is no stop " + text);
    }

    private List<LocalValue> locals() {
        return stack().map(stack -> Locals.of(simulation, subject, stack, stack.depth() - 1 - frame))
                .orElse(List.of());
    }

    private List<String> print(String text) {
        int scope = text.indexOf("::");
        if (scope > 0) {
            return List.of(ValueAt.of(scenario, simulation, text.substring(scope + 2),
                    Optional.of(text.substring(0, scope))).map(value -> text + " = " + value)
                    .orElse(text.substring(0, scope) + "() is not under way here, or has no such value"));
        }
        long[] state = simulation.state();
        Optional<StateNode> known = tree.object(text, state);
        if (known.isPresent()) {
            return told(known.get());
        }
        int cpu = subject instanceof Subject.Cpu(int number)
                ? number
                : Math.max(0, simulation.moment(simulation.position().step()).by().cpu());
        return switch (new Watch(scenario, text).in(state, cpu, locals())) {
            case Watch.Answer.Value(var type, long word) -> told(tree.value(text, type, word, state));
            case Watch.Answer.Several(var type, List<Long> words) -> List.of(text + " is one of "
                    + String.join(", ", words.stream().map(word -> tree.text(type, word, state)).toList()));
            case Watch.Answer.None(String reason) -> List.of(reason);
        };
    }

    private static List<String> told(StateNode node) {
        List<String> lines = new ArrayList<>(List.of(text(node)));
        if (node.parent()) {
            node.parts().get().forEach(part -> lines.add("  " + text(part)));
        }
        return lines;
    }

    private static String text(StateNode node) {
        String number = node.word().map(word -> "0x" + Long.toHexString(word))
                .filter(hex -> !hex.equals(node.value())).map(hex -> " (" + hex + ")").orElse("");
        return node.name() + (node.value().isEmpty() ? "" : " = " + node.value() + number);
    }

    private List<String> state(String group) {
        List<StateNode> groups = tree.groups(simulation.state());
        return group.isEmpty()
                ? groups.stream().map(DebugConsole::text).toList()
                : groups.stream().filter(one -> one.name().equals(group)).findFirst()
                        .map(DebugConsole::told)
                        .orElse(List.of("there is " + String.join(", ",
                                groups.stream().map(StateNode::name).toList())));
    }

    private List<String> backtrace() {
        return stack().map(stack -> IntStream.range(0, stack.depth())
                .mapToObj(i -> (i == frame ? "*" : " ") + "#" + i + " "
                        + place(stack, stack.depth() - 1 - i))
                .toList()).orElse(List.of("nothing is under way"));
    }

    private List<String> frame(String text) {
        int depth = stack().map(CallStack::depth).orElse(0);
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) >= depth) {
            return List.of("frame takes a number from 0 to " + Math.max(0, depth - 1));
        }
        frame = Integer.parseInt(text);
        return where();
    }

    private List<Named> all() {
        Machine machine = scenario.machine();
        List<Named> all = new ArrayList<>();
        if (!machine.rules().isEmpty()) {
            all.add(new Named("rules", new Subject.Everyone()));
        }
        IntStream.range(0, machine.rules().isEmpty() ? machine.cpus() : 0)
                .forEach(cpu -> all.add(new Named("CPU" + cpu, new Subject.Cpu(cpu))));
        IntStream.range(0, machine.processes().size())
                .filter(i -> machine.processes().get(i).kind() == Process.Kind.TASK)
                .forEach(i -> all
                        .add(new Named(machine.processes().get(i).name(), new Subject.Process(i))));
        return all;
    }

    private record Named(String name, Subject subject) {
    }

    private List<String> threads() {
        Places places = new Places(simulation);
        return all().stream().map(one -> (one.subject().equals(subject) ? "* " : "  ") + one.name() + "  "
                + places.of(one.subject()).map(stack -> place(stack, stack.depth() - 1))
                        .orElse("nothing is under way"))
                .toList();
    }

    private List<String> thread(String name) {
        Optional<Named> found = all().stream().filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return List.of("there is " + String.join(", ", all().stream().map(Named::name).toList()));
        }
        subject = found.get().subject();
        frame = 0;
        return where();
    }

    /** What {@code help} says. */
    private static final class Help {

        private static final String TEXT = """
                step, s              the next line, that of a function that is called too
                next, n              the next line of this function, or of its caller
                finish, fin          to the caller
                reverse-step, rs     the same back; also reverse-next (rn), reverse-finish (rf)
                continue, c          to a stop, a violation, or where a step has to be chosen
                reverse-continue, rc back to a stop, or the beginning
                until PLACE, u       to a place: FILE:LINE, LINE or FUNCTION
                moves, m             the possible steps
                take MOVE, t         takes one of them; what came after is dropped
                goto N, g            to the end of step N of the history
                find TEXT            the next step with it in a statement, a place or a change; reverse-find
                break PLACE [if C]   a stop; C is a condition in model C
                watch WHAT, w        stops when it changes: an expression, or a name as state lists them
                info, i              the stops; delete N removes one
                print WHAT, p        the value of an expression or of a name as state lists them; F::WHAT in
                                     a call of F
                changes COPY         the statements that changed a copy: registers of CPU0.SSE
                locals               of the function
                state [GROUP]        registers, memory, tasks, CPUs, globals
                backtrace, bt        the calls; frame N chooses one
                threads              CPUs and tasks; thread NAME chooses one
                list, l              the text around
                command              the command line that executes this again
                quit, q
                an empty line repeats the last movement""";

        private Help() {
        }

        static List<String> lines() {
            return Arrays.asList(TEXT.split("\n"));
        }
    }
}
