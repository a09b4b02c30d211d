package org.xstate.model.ast;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.diagnostic.Span;

/** What stands at the outermost level of a file. */
public sealed interface Declaration {

    Span span();

    record Include(String file, Span span) implements Declaration {
    }

    /**
     * {@code #define name value}: a named constant.
     *
     * @param parenthesised whether the whole value stands in parentheses
     */
    record Define(String name, Expression value, boolean parenthesised, Span span) implements Declaration {
    }

    record Typedef(String name, TypeSyntax type, Span span) implements Declaration {
    }

    /** {@code struct s { ... };} or {@code enum e { ... };} on its own. */
    record Tag(TypeSyntax type, Span span) implements Declaration {
    }

    /** A global variable; {@code int a, b;} makes two of these. */
    record Global(Variable variable) implements Declaration {
        @Override
        public Span span() {
            return variable.span();
        }
    }

    record Variable(String name, TypeSyntax type, Set<Storage> storage, Optional<Initializer> initializer,
            Span span) {
        public Variable {
            storage = Set.copyOf(storage);
        }
    }

    /** A function, or without a body its prototype. */
    record Function(String name, TypeSyntax result, List<Parameter> parameters, Set<Storage> storage,
            Optional<Statement.Block> body, Span span) implements Declaration {
        public Function {
            parameters = List.copyOf(parameters);
            storage = Set.copyOf(storage);
        }
    }

    record Parameter(String name, TypeSyntax type, Span span) {
    }

    /**
     * What is a macro of {@code xstate.h} to a C compiler: {@code rule(name) { ... }},
     * {@code knob(name, A, B);}, {@code pool(struct s, name, n);}, {@code hook(void, name)(int n);}.
     *
     * @param keyword    which one
     * @param parameters what is taken by a hook and by what hangs on it, the only ones with a second pair of parentheses
     */
    record Surface(String keyword, List<Argument> arguments, Optional<Parameters> parameters,
            Optional<Statement.Block> body, Span span) implements Declaration {
        public Surface {
            arguments = List.copyOf(arguments);
        }
    }

    /** A second pair of parentheses, empty if it says {@code (void)}. */
    record Parameters(List<Parameter> all) {
        public Parameters {
            all = List.copyOf(all);
        }
    }

    /** An argument of a {@link Surface}. */
    sealed interface Argument {
        Span span();
    }

    record ExpressionArgument(Expression expression) implements Argument {
        @Override
        public Span span() {
            return expression.span();
        }
    }

    record TypeArgument(TypeSyntax type) implements Argument {
        @Override
        public Span span() {
            return type.span();
        }
    }

    /** What may precede the type of a global, a function or a local. */
    enum Storage {
        STATIC, INLINE, CONST, EXTERN, GHOST
    }
}
