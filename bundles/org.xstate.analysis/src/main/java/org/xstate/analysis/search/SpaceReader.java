package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.OpenKnobs;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.GlobalUses;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Sink;
import org.xstate.model.state.PackedMachine;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Finds out what there is to sweep in a file: the knobs, the combinations that have a meaning, the scenarios that judge. */
final class SpaceReader {

    private final SearchRequest request;

    /** @param ignored names of scenarios that do not judge */
    record Read(KnobSpace space, List<Judge> judges, List<String> ignored) {
    }

    SpaceReader(SearchRequest request) {
        this.request = request;
    }

    /** @throws SearchRefused if there is nothing to sweep */
    Read read() {
        List<Scenario> all = ScenarioLoader.load(request.file(), request.load()).stream()
                .map(SpaceReader::required).toList();
        List<Scenario> scenarios = all.stream().filter(this::isWanted).toList();
        List<String> ignored = new ArrayList<>(all.stream().filter(one -> !isWanted(one)).map(Scenario::name)
                .toList());
        Map<String, Program.Knob> declared = declared(all);
        List<Program.Knob> cases = request.cases().stream().filter(declared::containsKey)
                .map(declared::get).toList();
        List<Program.Knob> knobs = knobs(declared);
        if (knobs.isEmpty()) {
            throw new SearchRefused(
                    request.file() + " declares no knob that is not set: there is nothing to search");
        }
        if (KnobSpace.product(knobs) > KnobSpace.MAX_COMBINATIONS) {
            throw new SearchRefused("more than " + KnobSpace.MAX_COMBINATIONS + " combinations of "
                    + String.join(", ", knobs.stream().map(Program.Knob::name).toList())
                    + ": name fewer with --knobs, or set some with --set");
        }
        List<Judge> judges = new ArrayList<>();
        Optional<KnobSpace> space = Optional.empty();
        for (Scenario scenario : scenarios) {
            Program opened = opened(scenario, knobs, cases);
            if (space.isEmpty()) {
                space = Optional.of(new KnobSpace(knobs, meaningful(opened, knobs)));
            }
            Judge.of(scenario, opened, knobs, cases, request.costs())
                    .ifPresentOrElse(judges::add, () -> ignored.add(scenario.name()));
        }
        if (judges.isEmpty()) {
            throw new SearchRefused(
                    "no scenario of " + request.file() + " does anything that depends on its knobs");
        }
        return new Read(space.orElseThrow(), judges, ignored);
    }

    /** A search that is not whole leaves interrupts out: with them there are a hundred times as many states. */
    private boolean isWanted(Scenario scenario) {
        boolean interrupted = scenario.bounds()
                .filter(bounds -> bounds.softirqs() + bounds.hardirqs() + bounds.nmis() > 0).isPresent();
        return !isAboutAnother(scenario)
                && (request.whole() || !request.load().scenarios().isEmpty() || !interrupted);
    }

    /** Whether it sets a knob of the file to another value than what is set from outside, which would win. */
    private boolean isAboutAnother(Scenario scenario) {
        Map<String, String> outside = request.load().knobs();
        return scenario.program().scenario().stream().flatMap(one -> one.settings().stream())
                .anyMatch(setting -> setting.name().equals("set")
                        && outside.containsKey(setting.arguments().getFirst())
                        && !outside.get(setting.arguments().getFirst()).equals(setting.arguments().getLast())
                        && scenario.knobs().stream().anyMatch(
                                knob -> knob.name().equals(setting.arguments().getFirst())
                                        && !scenario.isLibrary(knob.span().file())));
    }

    static Scenario required(LoadedScenario loaded) {
        return loaded.scenario().orElseThrow(() -> new SearchRefused(loaded.text()));
    }

    private static Map<String, Program.Knob> declared(List<Scenario> scenarios) {
        Map<String, Program.Knob> declared = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            scenario.knobs().stream().filter(knob -> !scenario.isLibrary(knob.span().file()))
                    .forEach(knob -> declared.putIfAbsent(knob.name(), standard(knob)));
        }
        return declared;
    }

    /** As it is if no scenario sets it. */
    private static Program.Knob standard(Program.Knob knob) {
        return new Program.Knob(knob.name(), knob.values(), knob.standard(), knob.standard(), false,
                knob.span());
    }

    private List<Program.Knob> knobs(Map<String, Program.Knob> declared) {
        List<String> names = request.knobs().orElseGet(() -> declared.keySet().stream()
                .filter(name -> !request.cases().contains(name)).toList());
        for (String name : names) {
            if (!declared.containsKey(name)) {
                throw new SearchRefused(request.file() + " declares no knob '" + name + "'; it declares "
                        + String.join(", ", declared.keySet()));
            }
            if (request.cases().contains(name)) {
                throw new SearchRefused("knob '" + name + "' is a case; --cases names others");
            }
        }
        Set<String> wanted = new LinkedHashSet<>(names);
        wanted.removeAll(request.load().knobs().keySet());
        List<Program.Knob> knobs = declared.values().stream().filter(knob -> wanted.contains(knob.name()))
                .toList();
        return request.whole() || request.knobs().isPresent() ? knobs : first(knobs);
    }

    private static List<Program.Knob> first(List<Program.Knob> knobs) {
        int number = knobs.size();
        while (number > 1
                && KnobSpace.product(knobs.subList(0, number)) > SearchRequest.QUICK_COMBINATIONS) {
            number--;
        }
        return knobs.subList(0, number);
    }

    /** The program with knobs as variables, made for one combination of their values. */
    private Program opened(Scenario scenario, List<Program.Knob> knobs, List<Program.Knob> cases) {
        List<Program.Knob> all = new ArrayList<>(knobs);
        cases.stream().filter(one -> !request.load().knobs().containsKey(one.name())).forEach(all::add);
        OpenKnobs open = new OpenKnobs(all.stream().map(Program.Knob::name).toList(),
                Optional.of(List.of(all.stream().map(Program.Knob::setting).toList())));
        LoadOptions load = request.load().only(List.of(scenario.name())).leaving(open);
        return required(ScenarioLoader.load(request.file(), load).getFirst()).program();
    }

    /** What is left of all combinations by the setups that only look at these knobs. */
    private static List<List<Long>> meaningful(Program opened, List<Program.Knob> knobs) {
        Set<String> names = new LinkedHashSet<>(knobs.stream().map(Program.Knob::name).toList());
        List<Program.Variable> variables = opened.globals().stream()
                .filter(one -> names.contains(one.name())).toList();
        List<Program.Setup> setups = new ArrayList<>(List.of(choice(knobs, variables)));
        setups.addAll(new GlobalUses(opened).filters(names));
        Program filter = new Program(List.of(), variables, List.of(), List.of(), Optional.empty(), List.of(),
                List.of(), List.of(), List.of(), List.of(), setups, List.of(), List.of(), List.of(),
                List.of(), 1,
                Optional.empty());
        Machine machine = Linker.link(filter, LinkOptions.cpus(1)).machine()
                .orElseThrow(() -> new IllegalStateException("a setup that only looks at knobs"));
        PackedMachine packed = PackedMachine.of(machine);
        List<String> slots = machine.slots().stream().map(slot -> slot.name()).toList();
        int[] order = knobs.stream().mapToInt(knob -> slots.indexOf(knob.name())).toArray();
        List<List<Long>> found = new ArrayList<>();
        new Interpreter(machine).initial(new Sink() {
            @Override
            public void add(long[] state, int at, int action) {
                List<Long> combination = new ArrayList<>();
                for (int slot : order) {
                    combination.add(packed.get(state, at, slot));
                }
                found.add(List.copyOf(combination));
            }

            @Override
            public void addFailed(long[] state, int at, int action, int claim) {
                throw new IllegalStateException("a setup that only looks at knobs fails");
            }
        });
        found.sort(KnobSpace::compare);
        return found;
    }

    private static Program.Setup choice(List<Program.Knob> knobs, List<Program.Variable> variables) {
        Span span = knobs.getFirst().span();
        List<Graph.LocalVariable> locals = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Program.Knob knob : knobs) {
            Program.Variable variable = variables.stream().filter(one -> one.name().equals(knob.name()))
                    .findFirst().orElseThrow();
            Place.Local chosen = new Place.Local(locals.size(), variable.type());
            locals.add(new Graph.LocalVariable(knob.name(), variable.type()));
            steps.add(new Step.Choose(chosen, java.util.Collections.min(knob.values().values()),
                    java.util.Collections.max(knob.values().values())));
            steps.add(
                    new Step.Assign(new Place.Global(knob.name(), variable.type()), new Value.Load(chosen)));
        }
        steps.add(new Step.Return(Optional.empty()));
        List<Graph.Node> nodes = new ArrayList<>();
        for (Step step : steps) {
            nodes.add(new Graph.Node(span, "all combinations", step,
                    nodes.size() + 1 < steps.size() ? List.of(nodes.size() + 1) : List.of()));
        }
        return new Program.Setup("all combinations", new Graph(locals, nodes), span);
    }
}
