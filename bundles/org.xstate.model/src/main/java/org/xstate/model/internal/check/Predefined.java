package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** The constants that every model has: what the scenario says, for text that is read before it. */
final class Predefined {

    /** Settings that are numbers, and the constants that they set. */
    static final Map<String, String> COUNTS = new TreeMap<>(Map.of("cpus", "NR_CPUS", "softirqs", "SOFTIRQS",
            "hardirqs", "HARDIRQS", "nmis", "NMIS", "operations", "OPERATIONS", "migrations", "MIGRATIONS"));

    static final List<String> NAMES = List.of("NR_CPUS", "NR_TASKS", "KERNEL_THREADS", "SOFTIRQS", "HARDIRQS",
            "NMIS", "OPERATIONS", "MIGRATIONS", "FEATURES", "CONTINUATIONS");

    private static final Type.Int MASK = Type.Int.unsigned("u64", 64);
    private static final String FEATURE = "XFEATURE_";
    private static final String CONTINUATION = "CONT_";

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final Settings settings;
    private final Map<String, Long> masks = new HashMap<>();

    Predefined(Scope scope, Diagnostics diagnostics, Settings settings) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.settings = settings;
    }

    Optional<Typed> find(String name, Span span) {
        return switch (name) {
            case "FEATURES" -> Optional.of(mask(name, FEATURE, settings.features(), span));
            case "CONTINUATIONS" -> Optional.of(mask(name, "", settings.continuations(), span));
            case "KERNEL_THREADS" -> Optional.of(
                    Typed.of(new Value.Constant(settings.numbers().get(name), MASK), span));
            default -> Optional.ofNullable(settings.numbers().get(name))
                    .map(number -> Typed.number(BigInteger.valueOf(number), Type.INT, span));
        };
    }

    /** Says which of the listed names mean nothing, even if the text does not use the constants. */
    void check() {
        Span nowhere = new Span("", 1, 1, 1);
        if (!scope.constants(FEATURE).isEmpty()) {
            mask("FEATURES", FEATURE, settings.features(), nowhere);
        }
        if (!scope.constants(CONTINUATION).isEmpty()) {
            mask("CONTINUATIONS", "", settings.continuations(), nowhere);
        }
    }

    /** One bit for each listed constant, at the place that is its number. */
    private Typed mask(String name, String prefix, List<Expression> listed, Span span) {
        Long known = masks.get(name);
        if (known == null) {
            known = 0L;
            for (Expression one : listed) {
                if (one instanceof Expression.Name constant) {
                    known |= bit(prefix, constant);
                }
            }
            masks.put(name, known);
        }
        return Typed.of(new Value.Constant(known, MASK), span);
    }

    private long bit(String prefix, Expression.Name name) {
        Optional<BigInteger> number = scope.constant(prefix + name.name());
        if (number.isPresent() && number.get().signum() >= 0 && number.get().bitLength() <= 6) {
            return 1L << number.get().intValue();
        }
        boolean feature = prefix.equals(FEATURE);
        Diagnostic diagnostic = Diagnostic.error(feature ? "no-such-feature" : "no-such-continuation",
                name.span(), "no such " + (feature ? "feature" : "continuation") + " '" + name.name() + "'");
        List<String> near = scope.constants(feature ? FEATURE : CONTINUATION).stream()
                .map(one -> one.substring(prefix.length())).toList();
        diagnostics.add(Nearest.to(name.name(), near)
                .map(one -> diagnostic.suggest("did you mean '" + one + "'?")).orElse(diagnostic));
        return 0;
    }
}
