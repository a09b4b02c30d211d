package org.xstate.model.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.check.GraphBuilder.Target;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Objects of pools and CPUs: choosing one, claiming something of some or of all. */
final class Quantifiers {

    static final String NOT_PURE = "what is asked of several objects looks at the state: it neither changes it nor chooses";

    private static final String CPUS = "cpus";

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;
    private final int cpus;
    private final Map<Span, Set<String>> pure = new LinkedHashMap<>();

    Quantifiers(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions, int cpus) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
        this.cpus = cpus;
    }

    /** Functions that must not change anything, by the condition that calls them. */
    Map<Span, Set<String>> pure() {
        return pure;
    }

    private GraphBuilder graph() {
        return expressions.body().graph;
    }

    Typed chooseCpu(Span span) {
        Place.Local place = graph().temporary(Type.CPU);
        graph().add(new Step.ChooseCpu(place));
        return Typed.of(new Value.Load(place), span);
    }

    Typed chooseFrom(Expression argument, Span span) {
        if (isCpus(argument)) {
            return chooseCpu(span);
        }
        return pool(argument).map(pool -> {
            Place.Local place = graph().temporary(new Type.Pointer(pool.type()));
            graph().add(new Step.ChooseObject(place, pool.name()));
            return Typed.of(new Value.Load(place), span);
        }).orElse(Typed.unknown(span));
    }

    private boolean isCpus(Expression expression) {
        return expression instanceof Expression.Name(String name, Span _) && name.equals(CPUS)
                && scope.find(CPUS).isEmpty();
    }

    private Optional<Symbol.Pool> pool(Expression expression) {
        Optional<Symbol> symbol = expression instanceof Expression.Name name
                ? scope.find(name.name())
                : Optional.empty();
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Pool pool) {
            return Optional.of(pool);
        }
        error("type-mismatch", expression.span(), "expected the name of a pool, or 'cpus'");
        return Optional.empty();
    }

    Typed quantifier(Expression.Call call) {
        boolean all = call.callee().equals("forall");
        Expression range = call.arguments().get(1);
        Optional<Symbol.Pool> pool = isCpus(range) ? Optional.empty() : pool(range);
        if (!(call.arguments().getFirst() instanceof Expression.Name name)) {
            error("syntax", call.arguments().getFirst().span(), "expected a name for the object");
            return Typed.unknown(call.span());
        }
        if (pool.isEmpty() && !isCpus(range)) {
            return Typed.unknown(call.span());
        }
        Place.Local object = graph().local(name.name(),
                pool.<Type>map(one -> new Type.Pointer(one.type())).orElse(Type.CPU));
        graph().give(object);
        GraphBuilder.Mark mark = graph().mark();
        Value condition = condition(name, object, call.arguments().get(2));
        if (graph().size() == mark.nodes()) {
            return Typed.of(pool
                    .<Value>map(one -> new Value.Quantifier(all, object, one.name(), condition))
                    .orElseGet(() -> new Value.CpuQuantifier(all, object, condition)), call.span());
        }
        for (Step step : graph().since(mark)) {
            if (Effects.of(step)) {
                error("not-pure", call.arguments().get(2).span(), NOT_PURE);
            } else if (step instanceof Step.Call one) {
                pure.computeIfAbsent(call.arguments().get(2).span(), _ -> new TreeSet<>())
                        .add(one.function());
            }
        }
        graph().rewind(mark);
        return oneByOne(call, name, object, pool);
    }

    private Value condition(Expression.Name name, Place.Local object, Expression condition) {
        scope.enter();
        scope.declare(name.name(), new Symbol.Variable(object, true, false, name.span()));
        expressions.body().enterAtomic();
        Value value = expressions.condition(condition);
        expressions.body().leaveAtomic();
        scope.leave();
        return value;
    }

    /** A condition with calls is a path of its own for each object. */
    private Typed oneByOne(Expression.Call call, Expression.Name name, Place.Local object,
            Optional<Symbol.Pool> pool) {
        boolean all = call.callee().equals("forall");
        Place.Local result = graph().temporary(Type.BOOL);
        boolean marked = expressions.body().isSplit();
        if (marked) {
            graph().add(new Step.AtomicBegin());
        }
        graph().add(new Step.Assign(result, new Value.Constant(all ? 0 : 1, Type.BOOL)));
        Target decided = new Target();
        int count = pool.map(Symbol.Pool::size).orElse(cpus);
        for (int i = 0; i < count; i++) {
            graph().add(new Step.Assign(object, element(pool, i)));
            Target next = new Target();
            graph().branch(condition(name, object, call.arguments().get(2)), all ? next : decided,
                    all ? decided : next);
            graph().place(next);
        }
        graph().add(new Step.Assign(result, new Value.Constant(all ? 1 : 0, Type.BOOL)));
        graph().place(decided);
        if (marked) {
            graph().add(new Step.AtomicEnd());
        }
        return Typed.of(new Value.Load(result), call.span());
    }

    private static Value element(Optional<Symbol.Pool> pool, int number) {
        if (pool.isEmpty()) {
            return new Value.Constant(number, Type.CPU);
        }
        Type.Struct struct = pool.get().type();
        Place objects = new Place.Global(pool.get().name(), new Type.Array(struct, pool.get().size()));
        return new Value.Address(new Place.Element(objects, new Value.Constant(number, Type.INT), struct),
                new Type.Pointer(struct));
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
