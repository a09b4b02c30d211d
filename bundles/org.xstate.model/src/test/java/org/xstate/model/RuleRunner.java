package org.xstate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** A plain breadth-first exploration of a model in rule form with scalars and arrays: what the intermediate form means. */
final class RuleRunner {

    record Counts(int states, long transitions, int violatedAt) {
    }

    private record State(byte[] cells) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && java.util.Arrays.equals(cells, state.cells);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(cells);
        }
    }

    private final Program program;
    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final Map<String, Graph> functions = new HashMap<>();
    private final List<Program.Rule> rules;
    private byte[] cells;
    private long[] locals;
    private List<Long> choices = List.of();
    private int choice;

    RuleRunner(Program program) {
        this.program = program;
        this.rules = program.rules().stream().filter(rule -> !isOff(rule.body())).toList();
        program.functions().forEach(one -> functions.put(one.name(), one.body()));
        int offset = 0;
        for (Program.Variable variable : program.globals()) {
            offsets.put(variable.name(), offset);
            offset += variable.initial().size();
        }
    }

    /** Whether a knob blocks the rule whatever it chooses. */
    private static boolean isOff(Graph graph) {
        Graph.Node node = graph.nodes().getFirst();
        while (node.step() instanceof Step.Choose || node.step() instanceof Step.Assign) {
            node = graph.nodes().get(node.next().getFirst());
        }
        return node.step() instanceof Step.Assume(Value.Constant constant) && constant.bits() == 0;
    }

    /** Stops at the first violated property if asked to. */
    Counts explore(boolean untilViolated, int most) {
        List<Byte> first = new ArrayList<>();
        program.globals().forEach(one -> one.initial().forEach(value -> first.add(value.byteValue())));
        byte[] start = new byte[first.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = first.get(i);
        }
        Set<State> seen = new HashSet<>(Set.of(new State(start)));
        List<State> level = List.of(new State(start));
        long transitions = 0;
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<State> next = new ArrayList<>();
            for (State state : level) {
                if (untilViolated && violated(state)) {
                    return new Counts(seen.size(), transitions, depth);
                }
                for (Program.Rule rule : rules) {
                    List<State> successors = successors(rule.body(), state);
                    transitions += successors.size();
                    successors.stream().filter(seen::add).forEach(next::add);
                }
            }
            if (seen.size() > most) {
                throw new IllegalStateException("more than " + most + " states");
            }
            level = next;
        }
        return new Counts(seen.size(), transitions, -1);
    }

    private boolean violated(State state) {
        cells = state.cells;
        return program.properties().stream()
                .anyMatch(property -> run(property.body().orElseThrow(), new long[0]) == 0);
    }

    private List<State> successors(Graph rule, State from) {
        List<State> all = new ArrayList<>();
        List<List<Long>> open = new ArrayList<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<Long> taken = open.removeLast();
            cells = from.cells.clone();
            choices = taken;
            choice = 0;
            long outcome = run(rule, new long[0]);
            if (outcome == MORE) {
                for (long value = low; value <= high; value++) {
                    List<Long> longer = new ArrayList<>(taken);
                    longer.add(value);
                    open.add(longer);
                }
            } else if (outcome != BLOCKED) {
                all.add(new State(cells));
            }
        }
        return all;
    }

    private static final long BLOCKED = Long.MIN_VALUE;
    private static final long MORE = Long.MIN_VALUE + 1;
    private long low;
    private long high;

    /** What the graph returns, or how far it comes. */
    private long run(Graph graph, long[] arguments) {
        long[] outer = locals;
        locals = Arrays.copyOf(arguments, graph.locals().size());
        long result = nodes(graph);
        locals = outer;
        return result;
    }

    private long nodes(Graph graph) {
        int at = 0;
        while (true) {
            Graph.Node node = graph.nodes().get(at);
            int edge = 0;
            switch (node.step()) {
                case Step.Assign assign -> store(assign.target(), value(assign.value()));
                case Step.Choose choose -> {
                    if (choice == choices.size()) {
                        low = choose.low();
                        high = choose.high();
                        return MORE;
                    }
                    store(choose.target(), choices.get(choice++));
                }
                case Step.Assume assume -> {
                    if (value(assume.condition()) == 0) {
                        return BLOCKED;
                    }
                }
                case Step.Branch branch -> edge = value(branch.condition()) != 0 ? 0 : 1;
                case Step.Return back -> {
                    return back.value().map(this::value).orElse(1L);
                }
                case Step.Nothing _ -> edge = 0;
                case Step.Call call -> {
                    long result = run(functions.get(call.function()),
                            call.arguments().stream().mapToLong(this::value).toArray());
                    if (result == MORE || result == BLOCKED) {
                        return result;
                    }
                    call.result().ifPresent(place -> store(place, result));
                }
                default -> throw new IllegalStateException("not in rules of arrays: " + node.step());
            }
            at = node.next().get(edge);
        }
    }

    private int offset(Place place) {
        return switch (place) {
            case Place.Global global -> offsets.get(global.name());
            case Place.Element element -> {
                int length = ((Type.Array) element.array().type()).length();
                long index = value(element.index());
                if (index < 0 || index >= length) {
                    throw new IndexOutOfBoundsException(place + " at " + index);
                }
                yield offset(element.array()) + (int) index * size(element.type());
            }
            default -> throw new IllegalStateException(place.toString());
        };
    }

    private static int size(Type type) {
        return type instanceof Type.Array array ? array.length() * size(array.element()) : 1;
    }

    private void store(Place place, long value) {
        if (place.type() instanceof Type.Int bounded
                && outside(bounded, value)) {
            throw new IllegalStateException(value + " does not fit in " + place);
        }
        if (place instanceof Place.Local local) {
            locals[local.slot()] = value;
        } else {
            cells[offset(place)] = (byte) value;
        }
    }

    private static boolean outside(Type.Int type, long value) {
        return value < type.min().longValue() || value > type.max().longValue();
    }

    private long value(Value value) {
        return switch (value) {
            case Value.Constant constant -> constant.bits();
            case Value.Load load -> load.place() instanceof Place.Local local
                    ? locals[local.slot()]
                    : cells[offset(load.place())];
            case Value.Convert convert -> convert.type() instanceof Type.Bool
                    ? value(convert.operand()) != 0 ? 1 : 0
                    : value(convert.operand());
            case Value.Select select ->
                value(select.condition()) != 0 ? value(select.then()) : value(select.otherwise());
            case Value.Unary unary -> switch (unary.operator()) {
                case NOT -> 1 - value(unary.operand());
                case COMPLEMENT -> ~value(unary.operand());
                default -> -value(unary.operand());
            };
            case Value.Binary binary -> binary(binary);
            default -> throw new IllegalStateException(value.toString());
        };
    }

    private long binary(Value.Binary binary) {
        long a = value(binary.left());
        return switch (binary.operator()) {
            case LOGICAL_AND -> a != 0 ? value(binary.right()) : 0;
            case LOGICAL_OR -> a != 0 ? 1 : value(binary.right());
            case ADD -> a + value(binary.right());
            case SUBTRACT -> a - value(binary.right());
            case MULTIPLY -> a * value(binary.right());
            case DIVIDE -> a / value(binary.right());
            case REMAINDER -> a % value(binary.right());
            case AND -> a & value(binary.right());
            case OR -> a | value(binary.right());
            case XOR -> a ^ value(binary.right());
            case SHIFT_LEFT -> a << value(binary.right());
            case SHIFT_RIGHT -> a >> value(binary.right());
            case EQUAL -> a == value(binary.right()) ? 1 : 0;
            case NOT_EQUAL -> a != value(binary.right()) ? 1 : 0;
            case LESS -> a < value(binary.right()) ? 1 : 0;
            case GREATER -> a > value(binary.right()) ? 1 : 0;
            case LESS_EQUAL -> a <= value(binary.right()) ? 1 : 0;
            case GREATER_EQUAL -> a >= value(binary.right()) ? 1 : 0;
        };
    }
}
