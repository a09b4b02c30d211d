package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Step;

/** Who calls whom, after branches on constants are gone: no circles, nothing without a body. */
final class CallGraph {

    private final Unit unit;
    private final Diagnostics diagnostics;
    private final Map<String, Map<String, Span>> callees = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private int depth;

    /** Call chains deeper than this are no model of anything. */
    private static final int MAX_DEPTH = 200;

    CallGraph(Unit unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    void add(String caller, Graph graph) {
        Map<String, Span> called = new LinkedHashMap<>();
        for (Graph.Node node : graph.nodes()) {
            if (node.step() instanceof Step.Call call) {
                called.putIfAbsent(call.function(), node.span());
            }
        }
        callees.put(caller, called);
    }

    void check() {
        callees.values().forEach(called -> called.forEach((name, span) -> {
            if (!unit.declared.containsKey(name)) {
                diagnostics
                        .add(Diagnostic.error("no-body", span, "'" + name + "' is declared but has no body"));
            }
        }));
        callees.keySet().forEach(name -> follow(name, new LinkedHashSet<>()));
    }

    private void follow(String name, LinkedHashSet<String> path) {
        if (path.contains(name)) {
            List<String> circle = new ArrayList<>(path);
            circle = new ArrayList<>(circle.subList(circle.indexOf(name), circle.size()));
            circle.add(name);
            diagnostics.add(Diagnostic.error("recursion", unit.declared.get(name).span(), "'" + name
                    + "' calls itself: " + String.join(" -> ", circle)));
            return;
        }
        if (done.contains(name) || !callees.containsKey(name)) {
            return;
        }
        if (++depth > MAX_DEPTH) {
            diagnostics.add(Diagnostic.error("nested-too-deeply", unit.declared.get(name).span(),
                    "calls are nested more than " + MAX_DEPTH + " deep"));
        } else {
            path.add(name);
            callees.get(name).keySet().forEach(callee -> follow(callee, path));
            path.remove(name);
        }
        depth--;
        done.add(name);
    }
}
