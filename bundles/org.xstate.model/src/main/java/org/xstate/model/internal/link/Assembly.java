package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;
import org.xstate.model.link.Promise;
import org.xstate.model.link.Slot;
import org.xstate.model.link.Visibility;
import org.xstate.model.type.Type;

/** Puts bodies together to a machine. */
final class Assembly {

    private final Program program;
    private final LinkOptions options;
    private final World world;
    private final Planning planning;
    private final List<Lowered> bodies;
    private final Roots roots;
    private Bodies numbered;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    Assembly(Program program, LinkOptions options, World world, Planning planning, List<Lowered> bodies,
            Roots roots) {
        this.program = program;
        this.options = options;
        this.world = world;
        this.planning = planning;
        this.bodies = bodies;
        this.roots = roots;
    }

    Machine machine() {
        boolean open = !options.entries().isEmpty();
        Optional<InitialStates> initial = open ? Optional.empty() : initialStates();
        Bodies wide = new Bodies(instance -> Ordering.order(bodies.get(instance)));
        List<Integer> setups = initial.isPresent()
                ? initial.get().choice().stream().map(wide::root).toList()
                : wide.roots(roots.setups());
        Numbers first = new Numbers(wide.roots(roots.rules()), new ArrayList<>(), wide.roots(roots.guards()),
                new ArrayList<>(), setups, predicates(wide, roots.predicates()), wide.roots(roots.entries()));
        for (int task = 0; task < roots.tasks().size(); task++) {
            Lowered body = new OwnTask(world, bodies::get).known(expanded(roots.tasks().get(task)), task);
            first.tasks().add(wide.root(Ordering.order(Copies.replaced(body))));
        }
        roots.interrupts().forEach(one -> first.interrupts()
                .add(wide.root(Ordering.order(Copies.replaced(expanded(one))))));
        Narrowed narrowed = new Narrowed(world, wide,
                initial.map(InitialStates::ranges).orElseGet(world.memory()::initial), open);
        numbered = new Bodies(narrowed::procedure);
        Numbers last = new Numbers(numbered.roots(first.rules()), numbered.roots(first.tasks()),
                numbered.roots(first.guards()), numbered.roots(first.interrupts()),
                numbered.roots(first.setups()),
                predicates(numbered, first.predicates()), numbered.roots(first.entries()));
        variables(narrowed.slots(), initial);
        processes(last);
        return new Machine(options.cpus(), slots, world.tables().all(),
                numbered.all().stream().map(Lowered::procedure).toList(), rules(last), processes,
                last.setups(),
                claims(last), program.tokens(), world.currentTask());
    }

    private record Numbers(List<Integer> rules, List<Integer> tasks, List<Integer> guards,
            List<Integer> interrupts,
            List<Integer> setups, List<Optional<Integer>> predicates, List<Integer> entries) {
    }

    private static List<Optional<Integer>> predicates(Bodies bodies, List<Optional<Integer>> before) {
        return before.stream().map(one -> one.map(bodies::root)).toList();
    }

    private Lowered expanded(int instance) {
        Lowered body = Expansion.expand(bodies.get(instance), bodies::get, planning::isExpanded);
        boolean sent = roots.guards().stream().anyMatch(guard -> planning.whole(guard) == Visibility.SHARED);
        return Ordering.order(sent ? Answers.awaited(body) : body);
    }

    private Optional<InitialStates> initialStates() {
        Bodies alone = new Bodies(instance -> Ordering.order(bodies.get(instance)));
        return InitialStates.of(world, alone, alone.roots(roots.setups()));
    }

    private void variables(List<Interval> ranges, Optional<InitialStates> initial) {
        for (int i = 0; i < world.memory().slots(); i++) {
            Slot slot = world.memory().slot(i);
            slots.add(new Slot(slot.name(), slot.type(), ranges.get(i).min(), ranges.get(i).max(),
                    initial.isPresent() ? initial.get().first()[i] : slot.initial(), slot.kind(),
                    slot.owner(), slot.ghost()));
        }
    }

    private List<Machine.RuleEntry> rules(Numbers numbers) {
        List<Machine.RuleEntry> rules = new ArrayList<>();
        for (int i = 0; i < program.rules().size(); i++) {
            Program.Rule rule = program.rules().get(i);
            rules.add(new Machine.RuleEntry(rule.name(), numbers.rules.get(i), rule.span()));
        }
        return rules;
    }

    /** The properties, then what every model promises. */
    private List<Machine.Claim> claims(Numbers numbers) {
        List<Machine.Claim> claims = new ArrayList<>();
        for (int i = 0; i < program.properties().size(); i++) {
            Program.Property property = program.properties().get(i);
            claims.add(new Machine.Claim(property.name(), property.sentence(), numbers.predicates.get(i),
                    Optional.of(property.span())));
        }
        for (Promise promise : Promise.values()) {
            claims.add(new Machine.Claim(promise.claim(), promise.sentence(), Optional.empty(),
                    Optional.empty()));
        }
        return claims;
    }

    /** A body that processes execute, with the slots that its locals need. */
    private record Body(int number, Lowered lowered, LocalSlots kept) {
    }

    private Body body(int number) {
        Lowered lowered = numbered.all().get(number);
        return new Body(number, lowered, new LocalSlots(lowered.kept(), lowered.nodes()));
    }

    private void processes(Numbers numbers) {
        List<Body> interrupts = numbers.interrupts.stream().map(this::body).toList();
        int objects = program.tasks().isEmpty() && program.interrupts().isEmpty()
                ? 0
                : world.memory().pool(World.TASKS).size();
        for (int task = 0; task < objects; task++) {
            if (task < numbers.tasks.size()) {
                process(program.tasks().get(task).name(), Process.Kind.TASK, task, 0,
                        body(numbers.tasks.get(task)), Optional.empty());
            }
            interrupts(interrupts, numbers.guards, Process.Kind.TASK_INTERRUPT, task);
        }
        for (int cpu = 0; cpu < options.cpus(); cpu++) {
            interrupts(interrupts, numbers.guards, Process.Kind.CPU_INTERRUPT, cpu);
        }
    }

    private void interrupts(List<Body> interrupts, List<Integer> guards, Process.Kind kind, int instance) {
        for (int level = 0; level <= MAX_LEVEL; level++) {
            for (int i = 0; i < interrupts.size(); i++) {
                Program.Interrupt interrupt = program.interrupts().get(i);
                boolean ofTask = interrupt.level() == 0;
                if (interrupt.level() == level && ofTask == (kind == Process.Kind.TASK_INTERRUPT)) {
                    process(interrupt.name(), kind, instance, level, interrupts.get(i),
                            Optional.of(guards.get(i)));
                }
            }
        }
    }

    private static final int MAX_LEVEL = 9;

    private void process(String name, Process.Kind kind, int instance, int level, Body body,
            Optional<Integer> guard) {
        OptionalInt owner = OptionalInt.of(processes.size());
        String title = switch (kind) {
            case TASK -> name;
            case TASK_INTERRUPT -> name + " of " + task(instance);
            case CPU_INTERRUPT -> name + " on CPU " + instance;
        };
        int location = slots.size();
        List<Procedure.Node> nodes = body.lowered.nodes();
        int last = 0;
        for (int i = 1; i < nodes.size() && Ordering.stops(nodes.get(i)); i++) {
            last = i;
        }
        boolean runs = kind == Process.Kind.TASK;
        long least = runs ? Process.ENDED : Process.IDLE;
        slots.add(new Slot("location of " + title, Type.INT, least, last,
                runs ? 0 : Process.IDLE, Slot.Kind.LOCATION, owner, false));
        for (LocalSlots.Shelf shelf : body.kept.shelves()) {
            String names = String.join("|",
                    shelf.locals().stream().map(local -> body.lowered.locals().get(local).name()).distinct()
                            .toList());
            boolean read = shelf.locals().stream().anyMatch(nodes.getFirst().live()::get);
            slots.add(new Slot(title + ": " + names, shelf.type(), shelf.range().min(), shelf.range().max(),
                    read ? 0 : shelf.range().min(), Slot.Kind.LOCAL, owner, false));
        }
        processes.add(new Process(name, kind, instance, level, body.number, guard, location,
                body.kept.slots(body.lowered.locals().size(), location + 1)));
    }

    /** What the task of that number is called; those without a body, as the idle tasks, have no name. */
    private String task(int number) {
        return number < program.tasks().size()
                ? program.tasks().get(number).name()
                : World.TASKS + "[" + number + "]";
    }
}
