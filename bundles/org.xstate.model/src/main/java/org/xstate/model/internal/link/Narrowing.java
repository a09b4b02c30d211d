package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/**
 * Finds between which words variables lie wherever the program is: an abstract interpretation with intervals, of all procedures
 * together, until nothing new comes. A value that no execution has may be thought possible, never the other way round.
 */
final class Narrowing {

    private final List<Lowered> procedures;
    private final Ranges ranges;
    private final SlotRanges slots;
    private final List<List<Bounds>> bounds = new ArrayList<>();
    private final List<Interval[]> parameters = new ArrayList<>();
    private final Interval[] results;
    private final BitSet entered = new BitSet();
    private boolean changed;

    /**
     * @param procedures with what is live in the nodes; calls are of their numbers
     * @param roots      those that nothing calls
     */
    Narrowing(List<Lowered> procedures, BitSet roots, Ranges ranges, SlotRanges slots) {
        this.procedures = procedures;
        this.ranges = ranges;
        this.slots = slots;
        this.results = new Interval[procedures.size()];
        for (Lowered one : procedures) {
            bounds.add(one.nodes().stream().map(node -> new Bounds(node.live())).toList());
            parameters.add(new Interval[one.parameters()]);
        }
        roots.stream().forEach(this::enter);
        do {
            changed = false;
            for (int i = 0; i < procedures.size(); i++) {
                if (entered.get(i)) {
                    analyse(i);
                }
            }
            changed |= slots.hasChanged();
        } while (changed);
    }

    /** What is known before a node. */
    Bounds at(int procedure, int node) {
        return bounds.get(procedure).get(node);
    }

    /** What a procedure returns; empty if it never does. */
    Optional<Interval> result(int procedure) {
        return Optional.ofNullable(results[procedure]);
    }

    /** What a node sets a local to; empty if it sets none or never ends. */
    Optional<Interval> set(Instruction instruction, Function<Expression, Interval> range) {
        return switch (instruction) {
            case Instruction.SetLocal set -> Optional.of(range.apply(set.value()));
            case Instruction.Choose choose -> Optional.of(new Interval(choose.low(), choose.high()));
            case Instruction.Call call -> result(call.procedure());
            default -> Optional.empty();
        };
    }

    private void enter(int procedure) {
        Lowered body = procedures.get(procedure);
        Interval[] start = new Interval[body.locals().size()];
        java.util.Arrays.fill(start, Interval.of(0));
        System.arraycopy(parameters.get(procedure), 0, start, 0, body.parameters());
        entered.set(procedure);
        changed |= bounds.get(procedure).getFirst().join(start);
    }

    private void analyse(int procedure) {
        List<Procedure.Node> nodes = procedures.get(procedure).nodes();
        Deque<Integer> open = new ArrayDeque<>();
        BitSet waiting = new BitSet();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (at(procedure, i).isReached()) {
                open.push(i);
                waiting.set(i);
            }
        }
        Interval[] locals = new Interval[procedures.get(procedure).locals().size()];
        while (!open.isEmpty()) {
            int number = open.poll();
            waiting.clear(number);
            at(procedure, number).load(locals);
            Procedure.Node node = nodes.get(number);
            if (!execute(procedure, node.instruction(), locals)) {
                continue;
            }
            for (int edge = 0; edge < node.next().size(); edge++) {
                int next = node.next().get(edge);
                Interval[] there = locals;
                if (node.instruction() instanceof Instruction.Branch(Expression condition)) {
                    there = locals.clone();
                    if (!Refinement.apply(condition, edge == 0, there, range(there))) {
                        continue;
                    }
                }
                if (at(procedure, next).join(there)) {
                    changed = true;
                    if (!waiting.get(next)) {
                        waiting.set(next);
                        open.add(next);
                    }
                }
            }
        }
    }

    private Function<Expression, Interval> range(Interval[] locals) {
        return expression -> ranges.of(expression, local -> locals[local]);
    }

    /** What a node does; false if nothing follows it. */
    private boolean execute(int procedure, Instruction instruction, Interval[] locals) {
        Function<Expression, Interval> range = range(locals);
        switch (instruction) {
            case Instruction.SetLocal set -> locals[set.local()] = range.apply(set.value());
            case Instruction.Choose choose ->
                locals[choose.local()] = new Interval(choose.low(), choose.high());
            case Instruction.Store store ->
                slots.store(ranges.slots(store.slot(), local -> locals[local]), range.apply(store.value()));
            case Instruction.CopySlots copy -> copy(copy, locals);
            case Instruction.Call call -> {
                return call(call, locals, range);
            }
            case Instruction.Assume assume -> {
                return Refinement.apply(assume.condition(), true, locals, range);
            }
            case Instruction.Assert claim -> {
                return Refinement.apply(claim.condition(), true, locals, range);
            }
            case Instruction.Return back -> back.value().ifPresentOrElse(
                    value -> result(procedure, range.apply(value)), () -> result(procedure, Interval.of(0)));
            case Instruction.Branch _,Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> {
                // changes nothing
            }
        }
        return true;
    }

    private void copy(Instruction.CopySlots copy, Interval[] locals) {
        BitSet from = ranges.slots(copy.from(), local -> locals[local]);
        BitSet to = ranges.slots(copy.to(), local -> locals[local]);
        from.stream().forEach(source -> to.stream().forEach(target -> {
            for (int i = 0; i < copy.count(); i++) {
                slots.store(target + i, slots.of(source + i));
            }
        }));
    }

    private boolean call(Instruction.Call call, Interval[] locals, Function<Expression, Interval> range) {
        Interval[] known = parameters.get(call.procedure());
        boolean wider = !entered.get(call.procedure());
        for (int i = 0; i < known.length; i++) {
            Interval argument = range.apply(call.arguments().get(i));
            Interval joined = known[i] == null ? argument : known[i].union(argument);
            wider |= !joined.equals(known[i]);
            known[i] = joined;
        }
        if (wider) {
            enter(call.procedure());
        }
        Interval result = results[call.procedure()];
        if (result == null) {
            return false;
        }
        call.result().ifPresent(local -> locals[local] = result);
        return true;
    }

    private void result(int procedure, Interval value) {
        Interval joined = results[procedure] == null ? value : results[procedure].union(value);
        if (!joined.equals(results[procedure])) {
            results[procedure] = joined;
            changed = true;
        }
    }
}
