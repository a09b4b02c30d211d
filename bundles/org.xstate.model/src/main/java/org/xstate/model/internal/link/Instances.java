package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;

/**
 * The bodies of a program that something leads to, by number: a function once for each combination of parameters that are
 * pointers to the current task.
 */
final class Instances {

    /** Functions with that prefix are one step, as those that verifiers know. */
    private static final String ATOMIC_PREFIX = "__VERIFIER_atomic_";

    private record Key(String function, BitSet own) {
    }

    /**
     * @param atomic  whether the whole of it is one step
     * @param callees by node with a call the number of the instance that is called
     */
    record Instance(String name, int parameters, Graph graph, Provenance provenance, boolean atomic,
            Map<Integer, Integer> callees) {
    }

    private final Map<String, Program.Function> functions = new HashMap<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Key, Provenance> provenances = new HashMap<>();
    private final List<Instance> all = new ArrayList<>();

    Instances(Program program) {
        program.functions().forEach(one -> functions.put(one.name(), one));
    }

    /** A body that nothing calls. */
    int root(String name, Graph graph) {
        return add(name, 0, graph, new Provenance(graph, 0, new BitSet(), this::returnsOwn), false);
    }

    /** A function that is called from outside. */
    int entry(String name) {
        if (!functions.containsKey(name)) {
            throw new IllegalArgumentException("no function " + name);
        }
        return function(new Key(name, new BitSet()));
    }

    private int add(String name, int parameters, Graph graph, Provenance provenance, boolean atomic) {
        Map<Integer, Integer> callees = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).step() instanceof Step.Call call) {
                callees.put(i, function(new Key(call.function(), provenance.own(call.arguments()))));
            }
        }
        all.add(new Instance(name, parameters, graph, provenance, atomic, callees));
        return all.size() - 1;
    }

    private int function(Key key) {
        Integer known = numbers.get(key);
        if (known == null) {
            Program.Function function = functions.get(key.function);
            known = add(key.function, function.parameters(), function.body(), provenance(key),
                    key.function.startsWith(ATOMIC_PREFIX));
            numbers.put(key, known);
        }
        return known;
    }

    private Provenance provenance(Key key) {
        Provenance known = provenances.get(key);
        if (known == null) {
            Program.Function function = functions.get(key.function);
            known = new Provenance(function.body(), function.parameters(), key.own, this::returnsOwn);
            provenances.put(key, known);
        }
        return known;
    }

    private boolean returnsOwn(String function, BitSet own) {
        return provenance(new Key(function, own)).returnsOwn();
    }

    Instance get(int number) {
        return all.get(number);
    }

    /** A callee has a lower number than what calls it. */
    List<Instance> all() {
        return List.copyOf(all);
    }
}
