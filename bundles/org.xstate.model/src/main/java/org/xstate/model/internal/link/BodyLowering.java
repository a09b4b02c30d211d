package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Promise;
import org.xstate.model.type.Type;

/** From a graph to nodes that work on words. A node that moves several words becomes several nodes in one step. */
final class BodyLowering {

    private static final BitSet NOTHING = new BitSet();

    private final World world;
    private final Graph graph;
    private final Plan plan;
    private final Unit unit;
    private final int[] firsts;
    private final Values values;
    private final List<Instruction> chain = new ArrayList<>();

    private BodyLowering(World world, Graph graph, Plan plan) {
        this.world = world;
        this.graph = graph;
        this.plan = plan;
        this.unit = new Unit(world);
        Span start = graph.nodes().getFirst().span();
        this.firsts = graph.locals().stream().mapToInt(one -> unit.add(one.name(), one.type(), start))
                .toArray();
        this.values = new Values(unit, slot -> firsts[slot], start);
    }

    private Span span() {
        return graph.nodes().getFirst().span();
    }

    static Lowered lower(World world, String name, int parameters, Graph graph, Plan plan) {
        BodyLowering lowering = new BodyLowering(world, graph, plan);
        List<Procedure.Node> nodes = lowering.nodes();
        int words = parameters == graph.locals().size()
                ? lowering.firstAfterLocals()
                : lowering.firsts[parameters];
        return new Lowered(name, words, lowering.unit.locals(), nodes);
    }

    /** Before temporaries were added. */
    private int firstAfterLocals() {
        return graph.locals().stream().mapToInt(one -> world.memory().size(one.type())).sum();
    }

    private List<Procedure.Node> nodes() {
        List<List<Instruction>> chains = new ArrayList<>();
        int[] starts = new int[graph.nodes().size()];
        int size = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = size;
            chain.clear();
            values.at(graph.nodes().get(i).span());
            lower(i, graph.nodes().get(i));
            chains.add(List.copyOf(chain));
            size += chain.size();
        }
        List<Procedure.Node> nodes = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Graph.Node node = graph.nodes().get(i);
            List<Integer> next = node.next().stream().map(one -> starts[one]).toList();
            List<Instruction> instructions = chains.get(i);
            for (int k = 0; k < instructions.size(); k++) {
                boolean last = k == instructions.size() - 1;
                nodes.add(new Procedure.Node(node.span(), node.statement(), List.of(), instructions.get(k),
                        last ? next : List.of(nodes.size() + 1), plan.visibility().get(i),
                        plan.atomic().get(i) || k > 0, NOTHING));
            }
        }
        return nodes;
    }

    private void lower(int number, Graph.Node node) {
        switch (node.step()) {
            case Step.Assign assign -> assign(assign.target(), assign.value());
            case Step.Choose choose -> choose(choose.target(), choose.low(), choose.high());
            case Step.ChooseCpu choose -> choose(choose.target(), 0, world.memory().cpus() - 1L);
            case Step.ChooseObject choose -> {
                Program.Pool pool = world.memory().pool(choose.pool());
                long first = world.memory().firstOf(pool);
                choose(choose.target(), first, first + pool.size() - 1);
            }
            case Step.Call call -> call(call, plan.callees().get(number));
            case Step.Assume assume -> {
                Expression condition = values.value(assume.condition());
                chain.add(new Instruction.Assume(condition, plan.waiting().get(number)));
            }
            case Step.Assert one ->
                claim(one.condition(), unit.claims().number(Promise.ASSERTION), one.text());
            case Step.Expect one ->
                claim(one.condition(), unit.claims().number(Promise.EXPECTATION), one.text());
            case Step.Require one ->
                claim(one.condition(), unit.claims().property(one.property()), one.text());
            case Step.Cover cover -> chain.add(new Instruction.Cover(cover.label()));
            case Step.Interleave _ -> chain.add(new Instruction.Interleave());
            case Step.Branch branch -> chain.add(new Instruction.Branch(values.value(branch.condition())));
            case Step.Return back -> chain.add(new Instruction.Return(back.value().map(this::scalar)));
            case Step.AtomicBegin _,Step.AtomicEnd _,Step.Nothing _ -> chain.add(new Instruction.Nothing());
        }
    }

    private void claim(Value condition, int claim, String text) {
        chain.add(new Instruction.Assert(values.value(condition), claim, text));
    }

    private Expression scalar(Value value) {
        if (world.memory().size(value.type()) != 1 || value.type() instanceof Type.Struct) {
            throw new NotExecutable(graph.nodes().getFirst().span(),
                    "a function cannot return '" + value.type().text() + "': return a pointer to it");
        }
        return values.value(value);
    }

    private void assign(Place target, Value value) {
        if (target.type() instanceof Type.Struct || target.type() instanceof Type.Array) {
            if (!(value instanceof Value.Load load)) {
                throw new IllegalStateException("a struct that is nowhere: " + value);
            }
            copy(values.place(target), values.place(load.place()), target.type());
        } else {
            store(values.place(target), target.type(), values.value(value));
        }
    }

    private void store(Location target, Type type, Expression value) {
        switch (target) {
            case Location.Slots slots -> chain.add(new Instruction.Store(slots.first(), value));
            case Location.Locals(int first, int _, Expression.Constant(long index)) ->
                chain.add(new Instruction.SetLocal(first + (int) index, value));
            case Location.Locals locals -> {
                int index = kept("$index", Type.INT, locals.index());
                int word = kept("$value", type, value);
                for (int i = 0; i < locals.count(); i++) {
                    Expression old = new Expression.Local(locals.first() + i);
                    chain.add(new Instruction.SetLocal(locals.first() + i,
                            Fold.select(Fold.equal(new Expression.Local(index), Fold.constant(i)),
                                    new Expression.Local(word), old)));
                }
            }
            case Location.Words _,Location.Known _ ->
                throw new IllegalStateException("a constant is written");
        }
    }

    /** Evaluates an expression now, to be used by the nodes that follow. */
    private int kept(String name, Type type, Expression value) {
        int local = unit.add(name, type, span());
        chain.add(new Instruction.SetLocal(local, value));
        return local;
    }

    private void copy(Location to, Location from, Type type) {
        int count = world.memory().size(type);
        if (to instanceof Location.Slots target && from instanceof Location.Slots source) {
            chain.add(new Instruction.CopySlots(target.first(), source.first(), count));
            return;
        }
        Location target = settled(to);
        Location source = settled(from);
        List<Type> scalars = world.memory().scalars(type);
        for (int i = 0; i < count; i++) {
            store(target.plus(Fold.constant(i)), scalars.get(i),
                    values.load(source.plus(Fold.constant(i))));
        }
    }

    /** The place, found once, whatever is written afterwards. */
    private Location settled(Location location) {
        return switch (location) {
            case Location.Slots(Expression first) when !(first instanceof Expression.Constant) ->
                new Location.Slots(new Expression.Local(kept("$from", Type.LONG, first)));
            case Location.Words(int table, Expression first) when !(first instanceof Expression.Constant) ->
                new Location.Words(table, new Expression.Local(kept("$from", Type.LONG, first)));
            case Location.Locals(int first, int count, Expression index) when !(index instanceof Expression.Constant) ->
                new Location.Locals(first, count, new Expression.Local(kept("$from", Type.LONG, index)));
            default -> location;
        };
    }

    private void choose(Place target, long low, long high) {
        Location location = values.place(target);
        if (location instanceof Location.Locals(int first, int _, Expression.Constant(long index))) {
            chain.add(new Instruction.Choose(first + (int) index, low, high));
            return;
        }
        int local = unit.add("$choice", target.type(), span());
        chain.add(new Instruction.Choose(local, low, high));
        store(location, target.type(), new Expression.Local(local));
    }

    private void call(Step.Call call, int procedure) {
        List<Expression> arguments = new ArrayList<>();
        for (Value argument : call.arguments()) {
            if (argument.type() instanceof Type.Struct) {
                Location source = settled(values.place(((Value.Load) argument).place()));
                for (int i = 0; i < world.memory().size(argument.type()); i++) {
                    arguments.add(values.load(source.plus(Fold.constant(i))));
                }
            } else {
                arguments.add(values.value(argument));
            }
        }
        Optional<Location> result = call.result().map(values::place);
        if (result.isEmpty()) {
            chain.add(new Instruction.Call(OptionalInt.empty(), procedure, arguments));
        } else if (result
                .get() instanceof Location.Locals(int first, int _, Expression.Constant(long index))) {
            chain.add(new Instruction.Call(OptionalInt.of(first + (int) index), procedure, arguments));
        } else {
            Type type = call.result().get().type();
            int local = unit.add("$result", type, span());
            chain.add(new Instruction.Call(OptionalInt.of(local), procedure, arguments));
            store(result.get(), type, new Expression.Local(local));
        }
    }
}
