package org.xstate.model.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which variables that are not local the text of a program reads and writes; what a pointer points to counts as {@code *type}. */
public final class GlobalUses {

    private final Map<String, Program.Function> functions = new HashMap<>();
    private final Program program;

    public GlobalUses(Program program) {
        this.program = program;
        program.functions().forEach(one -> functions.put(one.name(), one));
    }

    /** What tasks, interrupts, rules and properties read, and the functions that they call. */
    public Set<String> readByBehaviour() {
        return read(behaviour());
    }

    /** What they write. */
    public Set<String> writtenByBehaviour() {
        Set<String> written = new HashSet<>();
        reached(behaviour()).forEach(step -> Parts.places(step).forEach(place -> root(place, written)));
        return written;
    }

    private List<Graph> behaviour() {
        return Stream.of(program.tasks().stream().map(Program.Task::body),
                program.interrupts().stream().flatMap(one -> Stream.of(one.guard(), one.body())),
                program.rules().stream().map(Program.Rule::body),
                program.properties().stream().flatMap(one -> one.body().stream()))
                .flatMap(all -> all).toList();
    }

    /** What setups read, and the functions that they call. */
    public Set<String> readBySetups() {
        return read(program.setups().stream().map(Program.Setup::body).toList());
    }

    /** Setups that do nothing but rule out combinations of some variables: they read no others, and change nothing. */
    public List<Program.Setup> filters(Set<String> variables) {
        return program.setups().stream().filter(setup -> isFilter(setup.body(), variables)).toList();
    }

    private static boolean isFilter(Graph graph, Set<String> variables) {
        Set<String> read = new HashSet<>();
        graph.nodes().forEach(node -> read(node.step(), read));
        return variables.containsAll(read) && graph.nodes().stream().map(Graph.Node::step)
                .allMatch(step -> switch (step) {
                    case Step.Assume _,Step.Branch _,Step.Return _,Step.Nothing _ -> true;
                    case Step.Assign assign -> assign.target() instanceof Place.Local;
                    default -> false;
                });
    }

    private Set<String> read(List<Graph> roots) {
        Set<String> globals = new HashSet<>();
        reached(roots).forEach(step -> read(step, globals));
        return globals;
    }

    /** The steps of some graphs and of the functions that they call. */
    private List<Step> reached(List<Graph> roots) {
        List<Step> steps = new ArrayList<>();
        Set<String> called = new HashSet<>();
        Deque<Graph> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            for (Graph.Node node : waiting.remove().nodes()) {
                steps.add(node.step());
                if (node.step() instanceof Step.Call call && functions.containsKey(call.function())
                        && called.add(call.function())) {
                    waiting.add(functions.get(call.function()).body());
                }
            }
        }
        return steps;
    }

    private static void read(Step step, Set<String> globals) {
        Parts.values(step).forEach(value -> read(value, globals));
        Parts.places(step).forEach(place -> inside(place, globals));
    }

    private static void read(Value value, Set<String> globals) {
        Parts.values(value).forEach(one -> read(one, globals));
        Parts.places(value).ifPresent(place -> {
            root(place, globals);
            inside(place, globals);
        });
    }

    /** What is read to find a place. */
    private static void inside(Place place, Set<String> globals) {
        Parts.values(place).forEach(value -> read(value, globals));
        Parts.inner(place).ifPresent(inner -> inside(inner, globals));
    }

    private static void root(Place place, Set<String> globals) {
        switch (place) {
            case Place.Global global -> globals.add(global.name());
            case Place.PerCpu one -> globals.add(one.name());
            case Place.Target target -> globals.add("*" + target.type().text());
            case Place.Local _,Place.Element _,Place.Field _ -> {
                // the root is a local, or still inside
            }
        }
        Parts.inner(place).ifPresent(inner -> root(inner, globals));
    }
}
