package org.xstate.model.ast;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;

/** A statement, or a declaration among statements. */
public sealed interface Statement {

    Span span();

    record Block(List<Statement> statements, Span span) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** {@code atomic { ... }}: one step that nothing intervenes in. */
    record Atomic(Block body, Span span) implements Statement {
    }

    /** A local variable; {@code int a, b;} makes two of these. */
    record Local(Declaration.Variable variable) implements Statement {
        @Override
        public Span span() {
            return variable.span();
        }
    }

    /**
     * {@code target = value}, {@code target |= value}, {@code target++}.
     *
     * @param operator what a compound assignment applies
     */
    record Assign(Expression target, Optional<BinaryOperator> operator, Expression value, Span span)
            implements Statement {
    }

    /** {@code target++}, {@code --target} and the like, which mean the same as a statement. */
    record Step(Expression target, boolean up, boolean prefix, Span span) implements Statement {
    }

    /** An expression as a statement: a call. */
    record Evaluate(Expression expression, Span span) implements Statement {
    }

    record If(Expression condition, Statement then, Optional<Statement> otherwise, Span span)
            implements Statement {
    }

    record While(Expression condition, Statement body, Span span) implements Statement {
    }

    record DoWhile(Statement body, Expression condition, Span span) implements Statement {
    }

    record For(Optional<Statement> start, Optional<Expression> condition, Optional<Statement> step,
            Statement body,
            Span span) implements Statement {
    }

    record Switch(Expression value, List<Group> groups, Span span) implements Statement {
        public Switch {
            groups = List.copyOf(groups);
        }
    }

    /** The labels that lead to the same statements; {@code default} is a label without a value. */
    record Group(List<SwitchLabel> labels, List<Statement> statements) {
        public Group {
            labels = List.copyOf(labels);
            statements = List.copyOf(statements);
        }
    }

    record SwitchLabel(Optional<Expression> value, Span span) {
    }

    record Return(Optional<Expression> value, Span span) implements Statement {
    }

    record Break(Span span) implements Statement {
    }

    record Continue(Span span) implements Statement {
    }

    /** Says that the next {@code case} is meant to follow. */
    record Fallthrough(Span span) implements Statement {
    }

    record Goto(String label, Span span) implements Statement {
    }

    record Label(String name, Statement statement, Span span) implements Statement {
    }

    record Empty(Span span) implements Statement {
    }
}
