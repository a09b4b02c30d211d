package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.ModelPrinter;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.ast.Statement;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.ast.UnaryOperator;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.diagnostic.Span;

/** What the printer writes of a tree parses to the same tree. */
class RoundTripTest {

    private static final Span NOWHERE = new Span("m.c", 1, 1, 1);

    private Random random;

    @Test
    void randomProgramsSurvivePrintingAndParsing() throws ReflectiveOperationException {
        for (int seed = 0; seed < 500; seed++) {
            random = new Random(seed);
            SourceUnit unit = new SourceUnit("m.c", List.of(new Declaration.Function("f",
                    new TypeSyntax.Named("int", NOWHERE), List.of(), Set.of(), Optional.of(block(3)),
                    NOWHERE)));
            assertSurvives(unit);
        }
    }

    @Test
    void acceptedTextsSurvivePrintingAndParsing() throws ReflectiveOperationException {
        for (String text : AcceptedTest.ACCEPTED) {
            assertSurvives(Models.compile(text).units().getLast());
        }
    }

    private static void assertSurvives(SourceUnit unit) throws ReflectiveOperationException {
        String text = ModelPrinter.print(unit);
        Compilation again = ModelCompiler.compile(SourceFiles.of(Map.of("m.c", text)), "m.c",
                CompileOptions.DEFAULT);
        assertTrue(again.diagnostics().stream().noneMatch(one -> one.code().equals("syntax")),
                () -> text + again.diagnostics());
        assertEquals(bare(unit).toString(), bare(again.units().getLast()).toString(), text);
    }

    /** A tree without positions: nested lists of what its records hold. */
    private static Object bare(Object value) throws ReflectiveOperationException {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? "none" : bare(optional.get());
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            for (Object one : list) {
                all.add(bare(one));
            }
            return all;
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Object::toString).sorted().toList();
        }
        if (!(value instanceof Record)) {
            return value;
        }
        List<Object> parts = new ArrayList<>(List.of(value.getClass().getSimpleName()));
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (component.getType() != Span.class) {
                parts.add(bare(component.getAccessor().invoke(value)));
            }
        }
        return parts;
    }

    private Statement.Block block(int depth) {
        List<Statement> all = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            all.add(statement(depth));
        }
        return new Statement.Block(all, NOWHERE);
    }

    private Statement statement(int depth) {
        if (depth == 0) {
            return new Statement.Return(Optional.of(expression(2)), NOWHERE);
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Statement.If(expression(2), block(depth - 1),
                    random.nextBoolean() ? Optional.of(block(depth - 1)) : Optional.empty(), NOWHERE);
            case 1 -> new Statement.While(expression(2), statement(depth - 1), NOWHERE);
            case 2 -> new Statement.DoWhile(block(depth - 1), expression(2), NOWHERE);
            case 3 -> new Statement.For(Optional.of(assign()), Optional.of(expression(1)),
                    Optional.of(
                            new Statement.Step(name(), random.nextBoolean(), random.nextBoolean(), NOWHERE)),
                    statement(depth - 1), NOWHERE);
            case 4 -> new Statement.Switch(name(),
                    List.of(new Statement.Group(
                            List.of(new Statement.SwitchLabel(Optional.of(number()), NOWHERE),
                                    new Statement.SwitchLabel(Optional.empty(), NOWHERE)),
                            List.of(new Statement.Break(NOWHERE)))),
                    NOWHERE);
            case 5 -> new Statement.Label("l", new Statement.Goto("l", NOWHERE), NOWHERE);
            case 6 -> new Statement.Atomic(block(depth - 1), NOWHERE);
            case 7 -> new Statement.Evaluate(
                    new Expression.Call("g", List.of(expression(2), expression(1)), NOWHERE),
                    NOWHERE);
            default -> assign();
        };
    }

    private Statement assign() {
        Optional<BinaryOperator> operator = random.nextBoolean()
                ? Optional.of(BinaryOperator.OR)
                : Optional.empty();
        return new Statement.Assign(place(), operator, expression(3), NOWHERE);
    }

    private Expression place() {
        return switch (random.nextInt(4)) {
            case 0 -> new Expression.Member(name(), "m", random.nextBoolean(), NOWHERE);
            case 1 -> new Expression.Index(name(), expression(1), NOWHERE);
            case 2 -> new Expression.Unary(UnaryOperator.DEREFERENCE, expression(1), NOWHERE);
            default -> name();
        };
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? name() : number();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Expression.Unary(UnaryOperator.values()[random.nextInt(5)], expression(depth - 1),
                    NOWHERE);
            case 1 -> new Expression.Conditional(expression(depth - 1), expression(depth - 1),
                    expression(depth - 1),
                    NOWHERE);
            case 2 ->
                new Expression.Cast(new TypeSyntax.Pointer(new TypeSyntax.Named("u8", NOWHERE), NOWHERE),
                        expression(depth - 1), NOWHERE);
            case 3 -> place();
            default ->
                new Expression.Binary(BinaryOperator.values()[random.nextInt(18)], expression(depth - 1),
                        expression(depth - 1), NOWHERE);
        };
    }

    private Expression name() {
        return new Expression.Name(List.of("a", "b", "tsk").get(random.nextInt(3)), NOWHERE);
    }

    private Expression number() {
        int value = random.nextInt(100);
        return new Expression.Number(BigInteger.valueOf(value), Integer.toString(value), NOWHERE);
    }
}
