package org.xstate.model.ast;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a syntax tree in the kernel's style. What it writes parses to an equal tree, but for positions. */
public final class ModelPrinter {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private ModelPrinter() {
    }

    public static String print(SourceUnit unit) {
        ModelPrinter printer = new ModelPrinter();
        unit.declarations().forEach(printer::declaration);
        return printer.out.toString();
    }

    /** An expression on one line. */
    public static String print(Expression expression) {
        return ExpressionPrinter.print(expression);
    }

    /** The first line of a statement: what a trace shows for it. */
    public static String headline(Statement statement) {
        return switch (statement) {
            case Statement.If branch -> "if (" + print(branch.condition()) + ")";
            case Statement.While loop -> "while (" + print(loop.condition()) + ")";
            case Statement.DoWhile loop -> "while (" + print(loop.condition()) + ")";
            case Statement.For loop -> "for (;" + loop.condition().map(c -> " " + print(c)).orElse("") + ";)";
            case Statement.Switch choice -> "switch (" + print(choice.value()) + ")";
            case Statement.Block _ -> "{";
            case Statement.Atomic _ -> "atomic {";
            case Statement.Label label -> label.name() + ":";
            default -> {
                ModelPrinter printer = new ModelPrinter();
                printer.statement(statement);
                yield printer.out.toString().strip();
            }
        };
    }

    private void declaration(Declaration declaration) {
        switch (declaration) {
            case Declaration.Include include -> line("#include \"" + include.file() + "\"");
            case Declaration.Define define -> line("#define " + define.name() + " "
                    + (define.parenthesised() ? "(" + print(define.value()) + ")" : print(define.value())));
            case Declaration.Typedef typedef ->
                line("typedef " + TypePrinter.print(typedef.type(), typedef.name()) + ";");
            case Declaration.Tag tag -> line(TypePrinter.print(tag.type(), "") + ";");
            case Declaration.Global global -> variable(global.variable());
            case Declaration.Function function -> function(function);
            case Declaration.Surface surface -> surface(surface);
        }
    }

    private void function(Declaration.Function function) {
        String head = storage(function.storage()) + TypePrinter.print(function.result(),
                function.name() + parameters(function.parameters()));
        body(head, function.body());
    }

    private static String parameters(List<Declaration.Parameter> parameters) {
        return parameters.isEmpty()
                ? "(void)"
                : parameters.stream().map(one -> TypePrinter.print(one.type(), one.name()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private void surface(Declaration.Surface surface) {
        String arguments = surface.arguments().stream().map(argument -> switch (argument) {
            case Declaration.ExpressionArgument one -> print(one.expression());
            case Declaration.TypeArgument one -> TypePrinter.print(one.type(), "");
        }).collect(Collectors.joining(", "));
        String parameters = surface.parameters().map(all -> parameters(all.all())).orElse("");
        body(surface.keyword() + "(" + arguments + ")" + parameters, surface.body());
    }

    private void body(String head, Optional<Statement.Block> body) {
        if (body.isEmpty()) {
            line(head + ";");
            return;
        }
        line(head);
        statement(body.get());
        out.append('\n');
    }

    private void variable(Declaration.Variable variable) {
        line(storage(variable.storage()) + TypePrinter.print(variable.type(), variable.name())
                + variable.initializer().map(value -> " = " + initializer(value)).orElse("") + ";");
    }

    private static String storage(Set<Declaration.Storage> storage) {
        return storage.stream().sorted().map(one -> one.name().toLowerCase(Locale.ROOT) + " ")
                .collect(Collectors.joining());
    }

    private static String initializer(Initializer initializer) {
        return switch (initializer) {
            case Initializer.Value value -> print(value.value());
            case Initializer.Braces braces -> braces.elements().stream()
                    .map(one -> one.designator().map(ModelPrinter::designator).orElse("")
                            + initializer(one.value()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    private static String designator(Initializer.Designator designator) {
        return switch (designator) {
            case Initializer.Field field -> "." + field.member() + " = ";
            case Initializer.Slot slot -> "[" + print(slot.first())
                    + slot.last().map(last -> " ... " + print(last)).orElse("") + "] = ";
        };
    }

    private void statements(List<Statement> statements) {
        statements.forEach(this::statement);
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Block block -> braces("{", block.statements());
            case Statement.Atomic atomic -> braces("atomic {", atomic.body().statements());
            case Statement.Local local -> variable(local.variable());
            case Statement.If branch -> branch(branch);
            case Statement.While loop -> nested("while (" + print(loop.condition()) + ")", loop.body());
            case Statement.DoWhile loop -> {
                nested("do", loop.body());
                line("while (" + print(loop.condition()) + ");");
            }
            case Statement.For loop -> nested("for (" + loop.start().map(this::inline).orElse("") + ";"
                    + loop.condition().map(condition -> " " + print(condition)).orElse("") + ";"
                    + loop.step().map(step -> " " + inline(step)).orElse("") + ")", loop.body());
            case Statement.Switch choice -> choice(choice);
            case Statement.Return back ->
                line("return" + back.value().map(v -> " " + print(v)).orElse("") + ";");
            case Statement.Break _ -> line("break;");
            case Statement.Continue _ -> line("continue;");
            case Statement.Fallthrough _ -> line("fallthrough;");
            case Statement.Goto jump -> line("goto " + jump.label() + ";");
            case Statement.Label label -> {
                line(label.name() + ":");
                statement(label.statement());
            }
            case Statement.Empty _ -> line(";");
            case Statement.Assign _,Statement.Step _,Statement.Evaluate _ -> line(inline(statement) + ";");
        }
    }

    /** A statement without its semicolon, as it stands in the head of a {@code for}. */
    private String inline(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> print(assign.target()) + " "
                    + assign.operator().map(BinaryOperator::symbol).orElse("") + "= " + print(assign.value());
            case Statement.Step step -> {
                String symbol = step.up() ? "++" : "--";
                yield step.prefix() ? symbol + print(step.target()) : print(step.target()) + symbol;
            }
            case Statement.Evaluate evaluate -> print(evaluate.expression());
            case Statement.Local local -> {
                ModelPrinter printer = new ModelPrinter();
                printer.variable(local.variable());
                String text = printer.out.toString().strip();
                yield text.substring(0, text.length() - 1);
            }
            default -> throw new IllegalArgumentException("not in the head of a for: " + statement);
        };
    }

    /** The tree of an inner {@code if} without {@code else} is only ever followed by one within a block. */
    private void branch(Statement.If branch) {
        line("if (" + print(branch.condition()) + ")");
        indented(branch.then());
        branch.otherwise().ifPresent(otherwise -> {
            line("else");
            indented(otherwise);
        });
    }

    private void choice(Statement.Switch choice) {
        line("switch (" + print(choice.value()) + ") {");
        for (Statement.Group group : choice.groups()) {
            group.labels().forEach(
                    label -> line(
                            label.value().map(value -> "case " + print(value)).orElse("default") + ":"));
            depth++;
            statements(group.statements());
            depth--;
        }
        line("}");
    }

    private void nested(String head, Statement body) {
        line(head);
        indented(body);
    }

    private void indented(Statement body) {
        boolean block = body instanceof Statement.Block;
        depth += block ? 0 : 1;
        statement(body);
        depth -= block ? 0 : 1;
    }

    private void braces(String head, List<Statement> statements) {
        line(head);
        depth++;
        statements(statements);
        depth--;
        line("}");
    }

    private void line(String text) {
        out.repeat("\t", depth).append(text).append('\n');
    }
}
