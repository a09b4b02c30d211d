package org.xstate.model.internal.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.antlr.v4.runtime.Token;
import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Declaration.Storage;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Statement;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.grammar.ModelCParser;
import org.xstate.model.internal.grammar.ModelCParser.StatementContext;

/** Makes statements of what the parser recognised. */
final class StatementBuilder {

    private final TreeBuilder tree;
    private final ExpressionBuilder expressions;

    StatementBuilder(TreeBuilder tree, ExpressionBuilder expressions) {
        this.tree = tree;
        this.expressions = expressions;
    }

    void item(ModelCParser.BlockItemContext context, List<Statement> all) {
        if (context.statement() != null) {
            all.add(statement(context.statement()));
            return;
        }
        ModelCParser.LocalDeclarationContext local = context.localDeclaration();
        Set<Storage> storage = storage(!local.CONST().isEmpty());
        TypeSyntax type = expressions.types().specifier(local.typeSpecifier());
        local.initDeclarator()
                .forEach(one -> all.add(new Statement.Local(tree.variable(type, storage, one))));
    }

    private static Set<Storage> storage(boolean constant) {
        return constant ? EnumSet.of(Storage.CONST) : EnumSet.noneOf(Storage.class);
    }

    private Statement statement(StatementContext context) {
        Span span = Spans.of(context.getStart());
        return switch (context) {
            case ModelCParser.BlockStatementContext block -> tree.block(block.block());
            case ModelCParser.SimpleStatementContext simple -> simple(simple.simple());
            case ModelCParser.IfStatementContext branch ->
                new Statement.If(expressions.expression(branch.expression()), statement(branch.statement(0)),
                        Optional.ofNullable(branch.statement(1)).map(this::statement), span);
            case ModelCParser.WhileStatementContext loop ->
                new Statement.While(expressions.expression(loop.expression()), statement(loop.statement()),
                        span);
            case ModelCParser.DoStatementContext loop ->
                new Statement.DoWhile(statement(loop.statement()), expressions.expression(loop.expression()),
                        span);
            case ModelCParser.ForStatementContext loop -> new Statement.For(start(loop.forStart()),
                    Optional.ofNullable(loop.expression()).map(expressions::expression),
                    Optional.ofNullable(loop.simple()).map(this::simple), statement(loop.statement()), span);
            case ModelCParser.SwitchStatementContext choice ->
                new Statement.Switch(expressions.expression(choice.expression()),
                        choice.switchGroup().stream().map(this::group).toList(), span);
            case ModelCParser.ReturnStatementContext back -> new Statement.Return(
                    Optional.ofNullable(back.expression()).map(expressions::expression), span);
            case ModelCParser.BreakStatementContext _ -> new Statement.Break(span);
            case ModelCParser.ContinueStatementContext _ -> new Statement.Continue(span);
            case ModelCParser.FallthroughStatementContext _ -> new Statement.Fallthrough(span);
            case ModelCParser.GotoStatementContext jump ->
                new Statement.Goto(jump.IDENTIFIER().getText(), Spans.of(jump.IDENTIFIER().getSymbol()));
            case ModelCParser.LabelStatementContext label ->
                new Statement.Label(label.IDENTIFIER().getText(), statement(label.statement()), span);
            case ModelCParser.AtomicStatementContext atomic ->
                new Statement.Atomic(tree.block(atomic.block()), span);
            case ModelCParser.EmptyStatementContext _ -> new Statement.Empty(span);
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private Optional<Statement> start(ModelCParser.ForStartContext context) {
        if (context.initDeclarator() != null) {
            TypeSyntax type = expressions.types().specifier(context.typeSpecifier());
            return Optional.of(new Statement.Local(
                    tree.variable(type, storage(!context.CONST().isEmpty()), context.initDeclarator())));
        }
        return Optional.ofNullable(context.simple()).map(this::simple);
    }

    private Statement.Group group(ModelCParser.SwitchGroupContext context) {
        List<Statement> all = new ArrayList<>();
        all.add(statement(context.statement()));
        context.blockItem().forEach(item -> item(item, all));
        List<Statement.SwitchLabel> labels = context.switchLabel().stream()
                .map(label -> new Statement.SwitchLabel(
                        Optional.ofNullable(label.expression()).map(expressions::expression),
                        Spans.of(label.getStart())))
                .toList();
        return new Statement.Group(labels, all);
    }

    private Statement simple(ModelCParser.SimpleContext context) {
        Span span = Spans.of(context);
        Expression first = expressions.expression(context.expression(0));
        if (context.step() != null) {
            boolean prefix = context.getStart() == context.step().getStart();
            return new Statement.Step(first, context.step().INCREMENT() != null, prefix, span);
        }
        if (context.assignment() != null) {
            Token operator = context.assignment().getStart();
            String symbol = operator.getText().substring(0, operator.getText().length() - 1);
            Optional<BinaryOperator> compound = symbol.isEmpty()
                    ? Optional.empty()
                    : Optional.of(BinaryOperator.of(symbol));
            return new Statement.Assign(first, compound, expressions.expression(context.expression(1)), span);
        }
        return new Statement.Evaluate(first, span);
    }
}
