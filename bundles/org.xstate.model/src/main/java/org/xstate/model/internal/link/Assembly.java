package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;

/** Puts bodies together to a machine. */
final class Assembly {

    private final Program program;
    private final LinkOptions options;
    private final World world;
    private final Planning planning;
    private final List<Lowered> bodies;
    private final Roots roots;
    private final List<Machine.Claim> claims;
    private final List<Procedure> procedures = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    Assembly(Program program, LinkOptions options, World world, Planning planning, List<Lowered> bodies,
            Roots roots,
            List<Machine.Claim> claims) {
        this.program = program;
        this.options = options;
        this.world = world;
        this.planning = planning;
        this.bodies = bodies;
        this.roots = roots;
        this.claims = claims;
    }

    Machine machine() {
        for (int i = 0; i < world.memory().slots(); i++) {
            slots.add(world.memory().slot(i));
        }
        List<Machine.RuleEntry> rules = new ArrayList<>();
        for (int i = 0; i < program.rules().size(); i++) {
            Program.Rule rule = program.rules().get(i);
            rules.add(new Machine.RuleEntry(rule.name(), procedure(roots.rules().get(i)), rule.span()));
        }
        processes();
        List<Integer> setups = roots.setups().stream().map(this::procedure).toList();
        List<Machine.Claim> numbered = claims.stream()
                .map(one -> new Machine.Claim(one.name(), one.sentence(),
                        one.predicate().map(this::procedure), one.span()))
                .toList();
        roots.entries().forEach(this::procedure);
        return new Machine(options.cpus(), slots, world.tables().all(), procedures, rules, processes, setups,
                numbered, program.tokens(), world.currentTask());
    }

    /** The number in the machine of a body whose calls stay calls. */
    private int procedure(int instance) {
        Integer known = numbers.get(instance);
        if (known == null) {
            known = add(Ordering.order(bodies.get(instance)));
            numbers.put(instance, known);
        }
        return known;
    }

    private int add(Lowered body) {
        List<Procedure.Node> nodes = body.nodes().stream().map(node -> {
            Instruction instruction = Rewriting.procedures(node.instruction(), this::procedure);
            return new Procedure.Node(node.span(), node.statement(), node.calls(), instruction, node.next(),
                    node.visibility(), node.atomic(), node.live());
        }).toList();
        procedures.add(new Procedure(body.name(), body.parameters(), body.locals(), nodes));
        return procedures.size() - 1;
    }

    /** A body that processes execute, with the slots that its locals need. */
    private record Body(int procedure, List<Procedure.Local> locals, List<Procedure.Node> nodes,
            LocalSlots kept) {
    }

    private Body body(int instance) {
        Lowered expanded = Ordering
                .order(Expansion.expand(bodies.get(instance), bodies::get, planning::isExpanded));
        List<BitSet> live = Liveness.of(expanded.nodes());
        List<Procedure.Node> nodes = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            Procedure.Node node = expanded.nodes().get(i);
            nodes.add(new Procedure.Node(node.span(), node.statement(), node.calls(), node.instruction(),
                    node.next(),
                    node.visibility(), node.atomic(), live.get(i)));
        }
        int procedure = add(new Lowered(expanded.name(), 0, expanded.locals(), nodes));
        return new Body(procedure, expanded.locals(), nodes, new LocalSlots(expanded.locals(), nodes));
    }

    private void processes() {
        List<Body> interrupts = roots.interrupts().stream().map(this::body).toList();
        int objects = program.tasks().isEmpty() && program.interrupts().isEmpty()
                ? 0
                : world.memory().pool(World.TASKS).size();
        for (int task = 0; task < objects; task++) {
            if (task < roots.tasks().size()) {
                process(program.tasks().get(task).name(), Process.Kind.TASK, task, 0,
                        body(roots.tasks().get(task)),
                        Optional.empty());
            }
            interrupts(interrupts, Process.Kind.TASK_INTERRUPT, task);
        }
        for (int cpu = 0; cpu < options.cpus(); cpu++) {
            interrupts(interrupts, Process.Kind.CPU_INTERRUPT, cpu);
        }
    }

    private void interrupts(List<Body> interrupts, Process.Kind kind, int instance) {
        for (int level = 0; level <= MAX_LEVEL; level++) {
            for (int i = 0; i < interrupts.size(); i++) {
                Program.Interrupt interrupt = program.interrupts().get(i);
                boolean ofTask = interrupt.level() == 0;
                if (interrupt.level() == level && ofTask == (kind == Process.Kind.TASK_INTERRUPT)) {
                    process(interrupt.name(), kind, instance, level, interrupts.get(i),
                            Optional.of(procedure(roots.guards().get(i))));
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
        int last = 0;
        for (int i = 1; i < body.nodes.size() && Ordering.stops(body.nodes.get(i)); i++) {
            last = i;
        }
        boolean runs = kind == Process.Kind.TASK;
        long least = runs ? Process.ENDED : Process.IDLE;
        slots.add(new Slot("location of " + title, Type.INT, least, last,
                runs ? 0 : Process.IDLE, Slot.Kind.LOCATION, owner, false));
        for (LocalSlots.Shelf shelf : body.kept.shelves()) {
            String names = String.join("|",
                    shelf.locals().stream().map(local -> body.locals.get(local).name()).distinct().toList());
            boolean read = shelf.locals().stream().anyMatch(body.nodes.getFirst().live()::get);
            slots.add(new Slot(title + ": " + names, shelf.type(), shelf.range().min(), shelf.range().max(),
                    read ? 0 : shelf.range().min(), Slot.Kind.LOCAL, owner, false));
        }
        processes.add(new Process(name, kind, instance, level, body.procedure, guard, location,
                body.kept.slots(body.locals.size(), location + 1)));
    }

    /** What the task of that number is called; those without a body, as the idle tasks, have no name. */
    private String task(int number) {
        return number < program.tasks().size()
                ? program.tasks().get(number).name()
                : World.TASKS + "[" + number + "]";
    }
}
