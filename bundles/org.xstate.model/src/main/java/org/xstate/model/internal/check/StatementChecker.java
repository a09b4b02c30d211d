package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.ModelPrinter;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.internal.check.GraphBuilder.Target;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** From the statements of one body to its graph. */
final class StatementChecker {

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;
    private final Body body;
    private final Deque<Exit> breaks = new ArrayDeque<>();
    private final Deque<Exit> continues = new ArrayDeque<>();
    /** How many atomic blocks are open here. */
    private int atomic;
    /** Atomic blocks that are open here, by number. */
    private final Deque<Integer> blocks = new ArrayDeque<>();
    private int count;
    /** The atomic block in which a label and the jumps to it stand. */
    private final Map<String, Integer> labelled = new HashMap<>();

    /** Where a jump leads, and how many atomic blocks are open there. */
    private record Exit(Target target, int atomic) {
    }

    StatementChecker(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions, Body body) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
        this.body = body;
    }

    /** The whole body, with the labels that its jumps name. */
    void whole(Statement.Block block) {
        statement(block);
        body.jumps.forEach((label, span) -> {
            if (!body.placed.containsKey(label)) {
                Diagnostic diagnostic = Diagnostic.error("no-such-label", span,
                        "no such label '" + label + "'");
                diagnostics.add(Nearest.to(label, body.placed.keySet())
                        .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
                body.graph.place(target(label));
            }
        });
        body.placed.forEach((label, span) -> {
            if (!body.jumps.containsKey(label)) {
                diagnostics.add(Diagnostic.warning("unused", span, "nothing jumps to '" + label + "'"));
            }
        });
    }

    private Target target(String label) {
        return body.labels.computeIfAbsent(label, _ -> new Target());
    }

    private void statements(List<Statement> statements) {
        scope.enter();
        statements.forEach(this::statement);
        scope.leave();
    }

    private void statement(Statement statement) {
        GraphBuilder graph = body.graph;
        if (!(statement instanceof Statement.Block)) {
            graph.statement(statement.span(), ModelPrinter.headline(statement));
        }
        switch (statement) {
            case Statement.Block block -> statements(block.statements());
            case Statement.Atomic atomic -> atomic(atomic);
            case Statement.Local local -> local(local.variable());
            case Statement.Assign assign -> assign(assign);
            case Statement.Step step ->
                write(step.target(), Optional.of(step.up() ? BinaryOperator.ADD : BinaryOperator.SUBTRACT),
                        new Expression.Number(BigInteger.ONE, "1", step.span()));
            case Statement.Evaluate evaluate -> evaluate(evaluate);
            case Statement.If branch -> branch(branch);
            case Statement.While loop ->
                loop(Optional.of(loop.condition()), Optional.empty(), loop.body(), loop);
            case Statement.For loop -> {
                scope.enter();
                loop.start().ifPresent(this::statement);
                loop(loop.condition(), loop.step(), loop.body(), loop);
                scope.leave();
            }
            case Statement.DoWhile loop -> doWhile(loop);
            case Statement.Switch choice -> choice(choice);
            case Statement.Return back -> giveBack(back);
            case Statement.Break _ -> jump(breaks, "break", statement.span());
            case Statement.Continue _ -> jump(continues, "continue", statement.span());
            case Statement.Fallthrough _ ->
                error("misplaced", statement.span(), "fallthrough ends the statements of a case");
            case Statement.Goto jump -> {
                body.jumps.putIfAbsent(jump.label(), jump.span());
                inBlock(jump.label(), jump.span());
                graph.jump(target(jump.label()));
            }
            case Statement.Label label -> {
                if (body.placed.putIfAbsent(label.name(), label.span()) != null) {
                    error("redeclared", label.span(), "label '" + label.name() + "' is declared twice");
                } else {
                    inBlock(label.name(), label.span());
                    graph.place(target(label.name()));
                }
                statement(label.statement());
            }
            case Statement.Empty _ -> graph.add(new Step.Nothing());
        }
    }

    /** A label and what jumps to it stand in the same atomic block, or both in none. */
    private void inBlock(String label, Span span) {
        int block = blocks.isEmpty() ? 0 : blocks.peek();
        Integer other = labelled.putIfAbsent(label, block);
        if (other != null && other != block) {
            error("misplaced", span, "'" + label + "' is on the other side of an atomic block's border");
        }
    }

    private void atomic(Statement.Atomic atomic) {
        body.graph.add(new Step.AtomicBegin());
        body.enterAtomic();
        this.atomic++;
        blocks.push(++count);
        statement(atomic.body());
        blocks.pop();
        this.atomic--;
        body.leaveAtomic();
        body.graph.statement(atomic.span(), "}");
        body.graph.add(new Step.AtomicEnd());
    }

    private void local(Declaration.Variable variable) {
        Type type = expressions.types().complete(variable.type());
        Place.Local place = body.graph.local(variable.name(), type);
        boolean constant = variable.storage().contains(Declaration.Storage.CONST);
        variable.initializer().ifPresent(initializer -> {
            if (initializer instanceof org.xstate.model.ast.Initializer.Value value) {
                body.graph.add(new Step.Assign(place, expressions.valueFor(type, value.value())));
            } else {
                error("bad-initializer", variable.span(), "a local starts with one value; assign the others");
            }
        });
        scope.declare(variable.name(), new Symbol.Variable(place, constant, false, variable.span()));
    }

    private void assign(Statement.Assign assign) {
        write(assign.target(), assign.operator(), assign.value());
    }

    private void write(Expression to, Optional<BinaryOperator> operator, Expression from) {
        Typed target = expressions.check(to);
        boolean writable = !target.known() || isAssignable(target, to);
        Value value;
        if (operator.isPresent()) {
            Typed old = expressions.loaded(target);
            Typed result = expressions.operators().binary(operator.get(), old, expressions.value(from),
                    to.span());
            // compound assignments convert back silently, as C does, unless the target has bounds
            value = result.known() && Integers.isInteger(result.type()) && Integers.isInteger(target.type())
                    ? Conversions.converted(result.value(), target.type())
                    : expressions.conversions().assigned(result, target.type());
        } else {
            value = target.known()
                    ? expressions.valueFor(target.type(), from)
                    : expressions.value(from).value();
        }
        if (target.known() && writable) {
            expressions.store(target, value);
        }
    }

    private boolean isAssignable(Typed target, Expression to) {
        if (target.place().isEmpty()) {
            error("not-assignable", target.span(), "this cannot be assigned to");
            return false;
        }
        if (target.type() instanceof Type.Array) {
            error("not-assignable", target.span(), "an array is assigned element by element");
            return false;
        }
        Expression root = to;
        while (root instanceof Expression.Index
                || root instanceof Expression.Member member && !member.arrow()) {
            root = root instanceof Expression.Index index
                    ? index.array()
                    : ((Expression.Member) root).object();
        }
        if (root instanceof Expression.Name name
                && scope.find(name.name()).orElse(null) instanceof Symbol.Variable v
                && v.constant()) {
            error("not-assignable", target.span(), "'" + name.name() + "' is constant");
            return false;
        }
        return true;
    }

    private void evaluate(Statement.Evaluate evaluate) {
        if (!(evaluate.expression() instanceof Expression.Call)) {
            error("no-effect", evaluate.span(), "this statement does nothing");
        }
        expressions.check(evaluate.expression());
    }

    private void branch(Statement.If branch) {
        GraphBuilder graph = body.graph;
        Target then = new Target();
        Target otherwise = new Target();
        Target end = new Target();
        graph.branch(expressions.condition(branch.condition()), then, otherwise);
        graph.place(then);
        statement(branch.then());
        branch.otherwise().ifPresent(_ -> graph.jump(end));
        graph.place(otherwise);
        branch.otherwise().ifPresent(this::statement);
        graph.place(end);
    }

    private void loop(Optional<Expression> condition, Optional<Statement> step, Statement inner,
            Statement loop) {
        GraphBuilder graph = body.graph;
        Target start = new Target();
        Target into = new Target();
        Target again = new Target();
        Target end = new Target();
        graph.statement(loop.span(), ModelPrinter.headline(loop));
        graph.place(start);
        condition.ifPresent(one -> graph.branch(expressions.condition(one), into, end));
        graph.place(into);
        body(inner, again, end);
        graph.place(again);
        step.ifPresent(this::statement);
        graph.jump(start);
        graph.place(end);
    }

    private void body(Statement inner, Target again, Target end) {
        breaks.push(new Exit(end, atomic));
        continues.push(new Exit(again, atomic));
        statement(inner);
        breaks.pop();
        continues.pop();
    }

    private void doWhile(Statement.DoWhile loop) {
        GraphBuilder graph = body.graph;
        Target start = new Target();
        Target again = new Target();
        Target end = new Target();
        graph.place(start);
        body(loop.body(), again, end);
        graph.place(again);
        graph.statement(loop.condition().span(), ModelPrinter.headline(loop));
        graph.branch(expressions.condition(loop.condition()), start, end);
        graph.place(end);
    }

    private void choice(Statement.Switch choice) {
        GraphBuilder graph = body.graph;
        Typed value = expressions.value(choice.value());
        if (value.known() && !Integers.isInteger(value.type())) {
            error("type-mismatch", value.span(), "expected an integer, found '" + value.type().text() + "'");
            value = Typed.unknown(value.span());
        }
        Target end = new Target();
        Target fallback = end;
        List<Target> starts = choice.groups().stream().map(_ -> new Target()).toList();
        Map<BigInteger, Span> seen = new HashMap<>();
        for (int i = 0; i < starts.size(); i++) {
            for (Statement.SwitchLabel label : choice.groups().get(i).labels()) {
                if (label.value().isEmpty()) {
                    if (fallback != end) {
                        error("redeclared", label.span(), "a switch has one default");
                    }
                    fallback = starts.get(i);
                } else {
                    test(value, label.value().get(), starts.get(i), seen);
                }
            }
        }
        graph.jump(fallback);
        breaks.push(new Exit(end, atomic));
        for (int i = 0; i < starts.size(); i++) {
            graph.place(starts.get(i));
            group(choice.groups().get(i), i + 1 == starts.size());
        }
        breaks.pop();
        graph.place(end);
    }

    private void test(Typed value, Expression label, Target start, Map<BigInteger, Span> seen) {
        Optional<BigInteger> constant = expressions.constant(label);
        if (constant.isEmpty() || !value.known()) {
            return;
        }
        Span before = seen.putIfAbsent(constant.get(), label.span());
        if (before != null) {
            diagnostics.add(Diagnostic.error("redeclared", label.span(), "this case is there already")
                    .note("the first one is at " + before.place()));
        }
        if (constant.get().compareTo(Integers.min(value.type())) < 0
                || constant.get().compareTo(Integers.max(value.type())) > 0) {
            error("out-of-range", label.span(),
                    constant.get() + " is not a value of '" + value.type().text() + "'");
        }
        Target next = new Target();
        Type.Int common = Integers.promoted(value.type());
        Value left = Conversions.converted(value.value(), common);
        Value right = new Value.Constant(constant.get().longValue(), common);
        body.graph.branch(left instanceof Value.Constant
                ? new Value.Constant(left.equals(right) ? 1 : 0, Type.BOOL)
                : new Value.Binary(BinaryOperator.EQUAL, left, right, Type.BOOL), start, next);
        body.graph.place(next);
    }

    private void group(Statement.Group group, boolean last) {
        List<Statement> all = group.statements();
        boolean announced = all.getLast() instanceof Statement.Fallthrough;
        statements(announced ? all.subList(0, all.size() - 1) : all);
        if (announced && last) {
            error("misplaced", all.getLast().span(), "nothing follows to fall through to");
        } else if (!announced && !last && !leaves(all.getLast())) {
            diagnostics.add(Diagnostic.warning("falls-through", all.getLast().span(),
                    "the next case follows this").suggest("write 'fallthrough;' if it is meant to"));
        }
    }

    private static boolean leaves(Statement statement) {
        return switch (statement) {
            case Statement.Break _,Statement.Continue _,Statement.Return _,Statement.Goto _ -> true;
            case Statement.Block block ->
                !block.statements().isEmpty() && leaves(block.statements().getLast());
            case Statement.If branch ->
                leaves(branch.then()) && branch.otherwise().map(StatementChecker::leaves).orElse(false);
            default -> false;
        };
    }

    private void giveBack(Statement.Return back) {
        boolean nothing = body.result instanceof Type.Void;
        if (nothing && back.value().isPresent()) {
            error("type-mismatch", back.value().get().span(), "'" + body.name + "' returns nothing");
        } else if (!nothing && back.value().isEmpty()) {
            error("type-mismatch", back.span(), "'" + body.name + "' returns '" + body.result.text() + "'");
        }
        Optional<Value> value = nothing
                ? Optional.empty()
                : back.value().map(one -> expressions.valueFor(body.result, one));
        if (atomic > 0 && value.isPresent() && !(value.get() instanceof Value.Constant)) {
            Place.Local result = body.graph.temporary(body.result);
            body.graph.add(new Step.Assign(result, value.get()));
            value = Optional.of(new Value.Load(result));
        }
        leaveAtomic(0);
        body.graph.giveBack(new Step.Return(value));
    }

    private void jump(Deque<Exit> exits, String word, Span span) {
        if (exits.isEmpty()) {
            error("misplaced", span, "nothing to " + word + " here");
        } else {
            leaveAtomic(exits.peek().atomic());
            body.graph.jump(exits.peek().target());
        }
    }

    /** Ends the atomic blocks that a jump leaves. */
    private void leaveAtomic(int left) {
        for (int i = atomic; i > left; i--) {
            body.graph.add(new Step.AtomicEnd());
        }
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
