package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Step;
import org.xstate.model.link.Visibility;

/** Where the processes that execute a body can stop, and which calls have to be expanded because they can stop inside. */
final class Planning {

    private final Instances instances;
    private final Sharing sharing;
    private final List<List<List<Access>>> accesses = new ArrayList<>();
    private final List<BitSet> inside = new ArrayList<>();
    /** By instance what the whole of it does. */
    private final Map<Integer, Visibility> whole = new HashMap<>();
    private final Map<Integer, Plan> plans = new HashMap<>();
    private final BitSet expanded = new BitSet();
    /** Instances in which there is an assumption. */
    private final BitSet assuming = new BitSet();

    Planning(Instances instances, Sharing sharing, Effects effects) {
        this.instances = instances;
        this.sharing = sharing;
        for (Instances.Instance one : instances.all()) {
            accesses.add(one.graph().nodes().stream().map(node -> effects.of(node, one.provenance()::own))
                    .toList());
            inside.add(Atomicity.inside(one.graph(), one.atomic()));
        }
    }

    /** Says who executes a body: its accesses, and those of what it calls, count. */
    void executes(int instance, Sharing.User user) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(instance));
        while (!open.isEmpty()) {
            int number = open.pop();
            if (!seen.get(number)) {
                seen.set(number);
                accesses.get(number).forEach(all -> all.forEach(one -> sharing.add(one, user)));
                open.addAll(instances.get(number).callees().values());
            }
        }
    }

    /** Whether a call of the instance outside of atomic sections is expanded. Callees have been planned. */
    boolean isExpanded(int instance) {
        return expanded.get(instance);
    }

    /** Who could see the whole of what a body does. */
    Visibility whole(int instance) {
        return whole.get(instance);
    }

    /** Instances in the order of their numbers, callees first. */
    void plan() {
        for (int i = 0; i < instances.all().size(); i++) {
            plan(i);
        }
    }

    Plan of(int instance) {
        return plans.get(instance);
    }

    private void plan(int number) {
        Instances.Instance instance = instances.get(number);
        List<Graph.Node> nodes = instance.graph().nodes();
        List<Visibility> visibility = new ArrayList<>();
        BitSet waiting = new BitSet();
        Visibility most = Visibility.NONE;
        assuming.set(number, nodes.stream().anyMatch(node -> node.step() instanceof Step.Assume)
                || instance.callees().values().stream().anyMatch(assuming::get));
        for (int i = 0; i < nodes.size(); i++) {
            boolean atomic = inside.get(number).get(i);
            Visibility own = sharing.of(accesses.get(number).get(i));
            Integer callee = instance.callees().get(i);
            if (callee != null && (atomic || !expanded.get(callee))) {
                boolean impossible = instances.get(callee).atomic() && assuming.get(callee);
                own = most(own, impossible ? Visibility.SHARED : whole.get(callee));
            }
            if (nodes.get(i).step() instanceof Step.AtomicBegin && !atomic) {
                own = most(own, section(number, i));
            }
            waiting.set(i, !atomic && nodes.get(i).step() instanceof Step.Assume
                    && !accesses.get(number).get(i).isEmpty());
            visibility.add(own);
            most = most(most, callee == null ? own : most(own, whole.get(callee)));
            if (!atomic && nodes.get(i).step() instanceof Step.Assume && !waiting.get(i)) {
                int first = firstOfStatement(nodes, i);
                most = first < i ? Visibility.SHARED : most;
                visibility.set(first, first < i ? Visibility.SHARED : visibility.get(first));
            }
        }
        whole.put(number, most);
        plans.put(number, new Plan(visibility, inside.get(number), waiting, instance.callees()));
        expanded.set(number, needsExpansion(number));
    }

    /** Where what a condition depends on is evaluated, if it takes several nodes. */
    private static int firstOfStatement(List<Graph.Node> nodes, int condition) {
        int first = condition;
        while (first > 0 && nodes.get(first - 1).span().equals(nodes.get(condition).span())) {
            first--;
        }
        return first;
    }

    private static Visibility most(Visibility a, Visibility b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /**
     * What the section that begins at a node does. Before one that may turn out to be impossible the process always stops:
     * what it did before has happened, whether it can go on or not.
     */
    private Visibility section(int number, int begin) {
        Instances.Instance instance = instances.get(number);
        Visibility most = Visibility.NONE;
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(instance.graph().nodes().get(begin).next());
        while (!open.isEmpty()) {
            int node = open.pop();
            if (!seen.get(node) && inside.get(number).get(node)) {
                seen.set(node);
                most = most(most, sharing.of(accesses.get(number).get(node)));
                Integer callee = instance.callees().get(node);
                if (callee != null) {
                    most = most(most, whole.get(callee));
                }
                if (instance.graph().nodes().get(node).step() instanceof Step.Assume
                        || callee != null && assuming.get(callee)) {
                    return Visibility.SHARED;
                }
                open.addAll(instance.graph().nodes().get(node).next());
            }
        }
        return most;
    }

    /**
     * Whether a process can stop inside. If every way through the body has at most one node before which it can stop, it can as
     * well stop before the call: nothing that others could see is before that node, nor after it.
     */
    private boolean needsExpansion(int number) {
        Instances.Instance instance = instances.get(number);
        List<Graph.Node> nodes = instance.graph().nodes();
        Plan plan = plans.get(number);
        BitSet stops = new BitSet();
        for (int i = 0; i < nodes.size(); i++) {
            boolean atomic = plan.atomic().get(i);
            Integer callee = instance.callees().get(i);
            boolean several = nodes.get(i).step() instanceof Step.Interleave || plan.waiting().get(i)
                    || callee != null && expanded.get(callee);
            if (!atomic && several) {
                return true;
            }
            stops.set(i, !atomic && plan.visibility().get(i) != Visibility.NONE);
        }
        return stops.stream().anyMatch(stop -> reaches(nodes, stop, stops));
    }

    private static boolean reaches(List<Graph.Node> nodes, int from, BitSet wanted) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(nodes.get(from).next());
        while (!open.isEmpty()) {
            int node = open.pop();
            if (wanted.get(node)) {
                return true;
            }
            if (!seen.get(node)) {
                seen.set(node);
                open.addAll(nodes.get(node).next());
            }
        }
        return false;
    }
}
