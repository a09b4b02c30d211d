package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.type.Type;

/** What stands between the parentheses of a declaration that is a macro to a C compiler. */
final class SurfaceArguments {

    private final ProgramChecker program;

    SurfaceArguments(ProgramChecker program) {
        this.program = program;
    }

    boolean counted(Declaration.Surface surface, int least, int most) {
        int given = surface.arguments().size();
        if (given < least || given > most) {
            error("argument-count", surface.span(), "'" + surface.keyword() + "' takes " + least
                    + (most > least ? " or more" : "") + " argument" + (least == 1 ? "" : "s") + ", not "
                    + given);
        }
        return given >= least && given <= most;
    }

    Optional<String> name(Declaration.Argument argument) {
        if (argument instanceof Declaration.ExpressionArgument(Expression.Name name)) {
            return Optional.of(name.name());
        }
        error("type-mismatch", argument.span(), "expected a name");
        return Optional.empty();
    }

    /** A name with its place. */
    Optional<Expression.Name> named(Declaration.Argument argument) {
        return name(argument).map(name -> new Expression.Name(name, argument.span()));
    }

    Optional<BigInteger> number(Declaration.Argument argument) {
        if (argument instanceof Declaration.ExpressionArgument(Expression expression)) {
            return program.expressions.constant(expression);
        }
        error("type-mismatch", argument.span(), "expected a constant");
        return Optional.empty();
    }

    String sentence(Declaration.Argument argument) {
        if (argument instanceof Declaration.ExpressionArgument(Expression.Text text)) {
            return text.value();
        }
        error("type-mismatch", argument.span(), "expected a sentence in quotes");
        return "";
    }

    Optional<Type> type(Declaration.Argument argument) {
        return syntax(argument).map(program.expressions.types()::complete);
    }

    /** A type as it is written: unlike that of a variable it may be void. */
    Optional<TypeSyntax> syntax(Declaration.Argument argument) {
        if (argument instanceof Declaration.TypeArgument(var syntax)) {
            return Optional.of(syntax);
        }
        error("type-mismatch", argument.span(), "expected a type");
        return Optional.empty();
    }

    private void error(String code, Span span, String message) {
        program.error(code, span, message);
    }
}
