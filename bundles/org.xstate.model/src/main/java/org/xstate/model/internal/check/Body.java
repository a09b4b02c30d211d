package org.xstate.model.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.check.GraphBuilder.Target;
import org.xstate.model.type.Type;

/** What is being built while the body of a function, a rule or a constant is checked. */
final class Body {

    final GraphBuilder graph;
    final String name;
    final Type result;
    final Map<String, Target> labels = new LinkedHashMap<>();
    final Map<String, Span> placed = new LinkedHashMap<>();
    final Map<String, Span> jumps = new LinkedHashMap<>();
    private int atomic;
    private Span numbered;

    Body(String name, Type result, Span span, boolean isAtomic) {
        this.name = name;
        this.result = result;
        this.graph = new GraphBuilder(span);
        this.atomic = isAtomic ? 1 : 0;
    }

    /** Whether others may intervene between accesses to what is shared. */
    boolean isSplit() {
        return atomic == 0;
    }

    /** Says that a CPU is named by its number. */
    void numberCpu(Span span) {
        numbered = numbered == null ? span : numbered;
    }

    Optional<Span> numberedCpu() {
        return Optional.ofNullable(numbered);
    }

    void enterAtomic() {
        atomic++;
    }

    void leaveAtomic() {
        atomic--;
    }
}
