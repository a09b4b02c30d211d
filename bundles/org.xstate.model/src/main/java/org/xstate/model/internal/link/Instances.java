package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;

/** The bodies of a program that something leads to, by number. */
final class Instances {

    /** Functions with that prefix are one step, as those that verifiers know. */
    private static final String ATOMIC_PREFIX = "__VERIFIER_atomic_";

    /**
     * @param callees by node with a call the number of the instance that is called
     */
    record Instance(String name, int parameters, Graph graph, boolean atomic, Map<Integer, Integer> callees) {
    }

    private final Map<String, Program.Function> functions = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Instance> all = new ArrayList<>();

    Instances(Program program) {
        program.functions().forEach(one -> functions.put(one.name(), one));
    }

    /** A body that nothing calls. */
    int root(String name, Graph graph) {
        return add(name, 0, graph, false);
    }

    private int add(String name, int parameters, Graph graph, boolean atomic) {
        Map<Integer, Integer> callees = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).step() instanceof Step.Call call) {
                callees.put(i, function(call.function()));
            }
        }
        all.add(new Instance(name, parameters, graph, atomic, callees));
        return all.size() - 1;
    }

    private int function(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            Program.Function function = functions.get(name);
            known = add(name, function.parameters(), function.body(), name.startsWith(ATOMIC_PREFIX));
            numbers.put(name, known);
        }
        return known;
    }

    /** A callee has a lower number than what calls it. */
    List<Instance> all() {
        return List.copyOf(all);
    }
}
