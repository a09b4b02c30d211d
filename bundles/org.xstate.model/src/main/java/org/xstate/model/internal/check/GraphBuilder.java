package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Builds a graph from first to last; successors that are not known yet are filled in when they are. */
final class GraphBuilder {

    /** A place in the graph that later nodes can be led to. */
    static final class Target {
        private int node = -1;
    }

    private static final class Draft {
        private final Span span;
        private final String statement;
        private final Step step;
        private final List<Target> next;

        private Draft(Span span, String statement, Step step, List<Target> next) {
            this.span = span;
            this.statement = statement;
            this.step = step;
            this.next = next;
        }
    }

    /**
     * A local variable whose value is needed.
     *
     * @param node number of the first node that can need it
     */
    record Read(int slot, int node, Span span) {
    }

    /** What is built up to a point. */
    record Mark(int nodes, int reads) {
    }

    private final List<Read> reads = new ArrayList<>();
    private final BitSet given = new BitSet();
    private final List<Graph.LocalVariable> locals = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private Span span;
    private String statement = "";
    private int temporaries;

    GraphBuilder(Span span) {
        this.span = span;
    }

    /** Which statement the nodes to come belong to. */
    void statement(Span place, String text) {
        span = place;
        statement = text;
    }

    Place.Local local(String name, Type type) {
        locals.add(new Graph.LocalVariable(name, type));
        return new Place.Local(locals.size() - 1, type);
    }

    Place.Local temporary(Type type) {
        temporaries++;
        return local("$" + temporaries, type);
    }

    int size() {
        return drafts.size();
    }

    /** Says that a local variable has a value from the beginning. */
    void give(Place.Local local) {
        given.set(local.slot());
    }

    BitSet given() {
        return given;
    }

    void read(int slot, Span place) {
        reads.add(new Read(slot, drafts.size(), place));
    }

    List<Read> reads() {
        return reads;
    }

    Mark mark() {
        return new Mark(drafts.size(), reads.size());
    }

    /** What was built since. */
    List<Step> since(Mark mark) {
        return drafts.subList(mark.nodes(), drafts.size()).stream().map(draft -> draft.step).toList();
    }

    /** Forgets what was built since. */
    void rewind(Mark mark) {
        reads.subList(mark.reads(), reads.size()).clear();
        truncate(mark.nodes());
    }

    /** Takes nodes back until so many are left; the values that were read there are read by the node that follows. */
    void truncate(int size) {
        while (drafts.size() > size) {
            drafts.removeLast();
        }
        reads.replaceAll(read -> new Read(read.slot(), Math.min(read.node(), size), read.span()));
    }

    void replace(int node, Step step) {
        Draft old = drafts.get(node);
        drafts.set(node, new Draft(old.span, old.statement, step, old.next));
    }

    /** A node after which the next node follows. */
    void add(Step step) {
        Target next = new Target();
        next.node = drafts.size() + 1;
        drafts.add(new Draft(span, statement, step, List.of(next)));
    }

    void branch(Value condition, Target then, Target otherwise) {
        drafts.add(new Draft(span, statement, new Step.Branch(condition), List.of(then, otherwise)));
    }

    void jump(Target target) {
        drafts.add(new Draft(span, statement, new Step.Nothing(), List.of(target)));
    }

    void giveBack(Step.Return back) {
        drafts.add(new Draft(span, statement, back, List.of()));
    }

    /** The next node is what the target means. */
    void place(Target target) {
        target.node = drafts.size();
    }

    List<Graph.LocalVariable> locals() {
        return List.copyOf(locals);
    }

    /** Every target has been placed; the last node must not lead beyond the end. */
    Graph build() {
        List<Graph.Node> nodes = drafts.stream().map(draft -> new Graph.Node(draft.span, draft.statement,
                draft.step,
                draft.next.stream().map(target -> target.node < 0 ? drafts.size() : target.node).toList()))
                .toList();
        return new Graph(locals, nodes);
    }
}
