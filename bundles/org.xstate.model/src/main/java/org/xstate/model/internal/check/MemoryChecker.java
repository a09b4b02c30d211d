package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Declarations of where values are kept: pools, per-CPU variables, buffers and what is seen in them. */
final class MemoryChecker {

    private final ProgramChecker program;
    private final SurfaceArguments arguments;

    MemoryChecker(ProgramChecker program, SurfaceArguments arguments) {
        this.program = program;
        this.arguments = arguments;
    }

    void tokens(Declaration.Surface surface) {
        surface.arguments().forEach(one -> arguments.name(one).ifPresent(name -> {
            if (program.scope.declare(name, new Symbol.Constant(new Value.TokenName(name), one.span()))) {
                program.unit.tokens.add(name);
            }
        }));
    }

    void pool(Declaration.Surface surface) {
        if (!arguments.counted(surface, 3, 3)) {
            return;
        }
        Optional<String> name = arguments.name(surface.arguments().get(1));
        Optional<BigInteger> size = arguments.number(surface.arguments().get(2));
        Optional<Type> type = arguments.type(surface.arguments().getFirst());
        if (name.isEmpty() || size.isEmpty() || type.isEmpty()) {
            return;
        }
        if (!(type.get() instanceof Type.Struct struct)) {
            error("type-mismatch", surface.arguments().getFirst().span(), "a pool is of structs");
            return;
        }
        if (size.get().signum() <= 0 || size.get().bitLength() > 8) {
            error("bad-length", surface.arguments().get(2).span(),
                    "a pool has 1 to 255 objects, not " + size.get());
            return;
        }
        Span span = surface.arguments().get(1).span();
        if (!program.scope.pooled.add(struct.name())) {
            error("redeclared", span, "'" + struct.text() + "' has a pool already");
            return;
        }
        Symbol.Pool pool = new Symbol.Pool(name.get(), struct, size.get().intValue(), span);
        if (program.scope.declare(name.get(), pool)) {
            program.unit.pools.add(new Program.Pool(name.get(), struct, pool.size(), span));
        }
    }

    void perCpu(Declaration.Surface surface) {
        if (!arguments.counted(surface, 2, 2)) {
            return;
        }
        Optional<Type> type = arguments.type(surface.arguments().getFirst());
        Optional<String> name = arguments.name(surface.arguments().get(1));
        if (type.isEmpty() || name.isEmpty()) {
            return;
        }
        Span span = surface.arguments().get(1).span();
        Symbol.Variable symbol = new Symbol.Variable(
                new Place.PerCpu(name.get(), Optional.empty(), type.get()), false, true, span);
        if (surface.keyword().equals("DECLARE_PER_CPU")) {
            program.announce(name.get(), symbol);
        } else if (program.define(name.get(), symbol)) {
            program.unit.perCpu.add(new Program.Variable(name.get(), type.get(), false, false,
                    program.zero(type.get()), span));
        }
    }

    /** The struct into which a {@code void *} points. */
    void buffer(Declaration.Surface surface) {
        struct(surface, 1).ifPresent(struct -> {
            if (program.scope.buffer.isPresent()) {
                error("redeclared", surface.span(),
                        "the buffer is 'struct " + program.scope.buffer.get() + "' already");
            }
            program.scope.buffer = Optional.of(struct.name());
        });
    }

    /** A struct of tokens as the view of a component in a buffer. */
    void component(Declaration.Surface surface) {
        Optional<Type.Struct> struct = struct(surface, 2);
        if (struct.isEmpty()) {
            return;
        }
        Declaration.Argument feature = surface.arguments().get(1);
        Optional<BigInteger> number = arguments.number(feature);
        if (number.isEmpty()) {
            return;
        }
        if (number.get().signum() < 0 || number.get().bitLength() > 6) {
            error("out-of-range", feature.span(),
                    "a component has a number from 0 to 63, not " + number.get());
            return;
        }
        for (Program.Member member : program.scope.structs.get(struct.get().name()).members()) {
            if (!(member.type() instanceof Type.Token)) {
                error("type-mismatch", surface.arguments().getFirst().span(),
                        "the parts of a component are tokens; '"
                                + member.name() + "' is '" + member.type().text() + "'");
                return;
            }
        }
        Value.Constant constant = new Value.Constant(number.get().longValue(), constantType(feature));
        if (program.scope.components.putIfAbsent(struct.get().name(), constant) != null) {
            error("redeclared", surface.span(),
                    "'" + struct.get().text() + "' is the view of a component already");
            return;
        }
        program.unit.components
                .add(new Program.Component(struct.get().name(), number.get().longValue(), surface.span()));
    }

    private Type constantType(Declaration.Argument argument) {
        return argument instanceof Declaration.ExpressionArgument(Expression expression)
                ? program.expressions.value(expression).type()
                : Type.INT;
    }

    private Optional<Type.Struct> struct(Declaration.Surface surface, int wanted) {
        if (!arguments.counted(surface, wanted, wanted)) {
            return Optional.empty();
        }
        Declaration.Argument argument = surface.arguments().getFirst();
        Optional<Type> type = arguments.type(argument);
        if (type.isPresent() && type.get() instanceof Type.Struct struct) {
            return Optional.of(struct);
        }
        if (type.isPresent() && program.diagnostics.errors() == 0) {
            error("type-mismatch", argument.span(), "expected a struct, found '" + type.get().text() + "'");
        }
        return Optional.empty();
    }

    private void error(String code, Span span, String message) {
        program.error(code, span, message);
    }
}
