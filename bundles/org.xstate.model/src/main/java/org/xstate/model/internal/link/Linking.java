package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Machine;

/** Lays out one program. */
public final class Linking {

    private final Program program;
    private final LinkOptions options;
    private final World world;
    private final Instances instances;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Linking(Program program, LinkOptions options) {
        this.options = options;
        this.world = new World(program, new Memory(program, options.cpus(), Addressed.in(graphs(program))));
        this.program = with(program, PossibleInterrupts.of(program, world));
        this.instances = new Instances(program);
    }

    private static Program with(Program all, List<Program.Interrupt> interrupts) {
        return new Program(all.structs(), all.globals(), all.perCpu(), all.pools(), all.buffer(),
                all.components(),
                all.tokens(), all.functions(), all.tasks(), interrupts, all.setups(), all.rules(),
                all.properties(),
                all.knobs(), all.scenarios(), all.cpus(), all.scenario());
    }

    /** @throws IllegalArgumentException if an entry is no function of the program */
    public Linked link() {
        Roots roots = roots();
        Sharing sharing = new Sharing(options.cpus(), options.merged(), !program.interrupts().isEmpty(),
                scalars());
        Planning planning = new Planning(instances, sharing, new Effects(program, options.cpus()));
        for (int i = 0; i < roots.tasks().size(); i++) {
            planning.executes(roots.tasks().get(i), Sharing.User.task(i));
        }
        for (int i = 0; i < program.interrupts().size(); i++) {
            Sharing.User user = Sharing.User.interrupt(program.interrupts().get(i).level());
            planning.executes(roots.guards().get(i), user);
            planning.executes(roots.interrupts().get(i), user);
        }
        planning.plan();
        List<Optional<Lowered>> lowered = new ArrayList<>();
        for (int i = 0; i < instances.all().size(); i++) {
            lowered.add(lower(instances.get(i), planning.of(i)));
        }
        checkTasks();
        if (!diagnostics.isEmpty()) {
            return new Linked(diagnostics, Optional.empty());
        }
        try {
            List<Lowered> bodies = lowered.stream().map(Optional::orElseThrow).toList();
            Machine machine = new Assembly(program, options, world, planning, bodies, roots).machine();
            new Width(program, world.memory()).check(machine);
            return new Linked(diagnostics, Optional.of(machine));
        } catch (NotExecutable refused) {
            return new Linked(List.of(diagnostic(refused)), Optional.empty());
        }
    }

    private Roots roots() {
        List<Integer> rules = program.rules().stream().map(one -> instances.root(one.name(), one.body()))
                .toList();
        List<Integer> tasks = program.tasks().stream().map(one -> instances.root(one.name(), one.body()))
                .toList();
        List<Integer> guards = program.interrupts().stream()
                .map(one -> instances.root(one.name() + " may begin", one.guard())).toList();
        List<Integer> interrupts = program.interrupts().stream()
                .map(one -> instances.root(one.name(), one.body())).toList();
        List<Integer> setups = program.setups().stream().map(one -> instances.root(one.name(), one.body()))
                .toList();
        List<Optional<Integer>> predicates = program.properties().stream()
                .map(one -> one.body().map(body -> instances.root(one.name(), body))).toList();
        List<Integer> entries = options.entries().stream().sorted().map(instances::entry).toList();
        return new Roots(rules, tasks, guards, interrupts, setups, predicates, entries);
    }

    private Set<String> scalars() {
        Set<String> names = new HashSet<>();
        graphs(program).forEach(graph -> graph.nodes().forEach(node -> Effects.addressed(node, names)));
        return names;
    }

    private static List<Graph> graphs(Program program) {
        return Stream.of(program.functions().stream().map(Program.Function::body),
                program.tasks().stream().map(Program.Task::body),
                program.interrupts().stream().flatMap(one -> Stream.of(one.guard(), one.body())),
                program.setups().stream().map(Program.Setup::body),
                program.rules().stream().map(Program.Rule::body),
                program.properties().stream().flatMap(one -> one.body().stream()))
                .flatMap(all -> all).toList();
    }

    private Optional<Lowered> lower(Instances.Instance one, Plan plan) {
        try {
            return Optional.of(BodyLowering.lower(world, one.name(), one.parameters(), one.graph(), plan));
        } catch (NotExecutable refused) {
            diagnostics.add(diagnostic(refused));
            return Optional.empty();
        }
    }

    private void checkTasks() {
        if (program.tasks().isEmpty() && program.interrupts().isEmpty()) {
            return;
        }
        Span span = program.tasks().isEmpty()
                ? program.interrupts().getFirst().span()
                : program.tasks().getFirst().span();
        boolean pool = program.pools().stream().anyMatch(one -> one.name().equals(World.TASKS));
        if (!pool || world.currentTask().isEmpty()) {
            diagnostics.add(diagnostic(new NotExecutable(span,
                    "tasks and interrupts need pool(struct task_struct, "
                            + World.TASKS + ", n) and DEFINE_PER_CPU(struct task_struct *, "
                            + World.CURRENT_TASK + ")")));
        }
    }

    private static Diagnostic diagnostic(NotExecutable refused) {
        return Diagnostic.error("not-executable", refused.span(), refused.getMessage());
    }
}
