package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.api.RestorePolicy;
import org.xstate.model.KernelVersion;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Program;

/** What a scenario says about the machine that it runs on: settings by name, each with what it takes. */
final class ScenarioSettings {

    private enum Kind {
        STRING, COUNT, NAMES, KNOB, POLICY, SCENARIO
    }

    /** No machine that anybody explores has more. */
    private static final int MAX_CPUS = 8;
    private static final int MAX_COUNT = 255;

    private static final Map<String, Kind> KINDS = kinds();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new TreeMap<>();
        List.of("cpu_profile", "kernel", "design", "expect_violation")
                .forEach(name -> kinds.put(name, Kind.STRING));
        Predefined.COUNTS.keySet().forEach(name -> kinds.put(name, Kind.COUNT));
        kinds.put("features", Kind.NAMES);
        kinds.put("continuations", Kind.NAMES);
        kinds.put("set", Kind.KNOB);
        kinds.put("policy", Kind.POLICY);
        kinds.put(Likeness.SETTING, Kind.SCENARIO);
        return kinds;
    }

    private final Diagnostics diagnostics;
    private final List<String> earlier;

    /** @param earlier names of the scenarios before it: those that it can be like */
    ScenarioSettings(List<String> earlier, Diagnostics diagnostics) {
        this.earlier = List.copyOf(earlier);
        this.diagnostics = diagnostics;
    }

    List<Program.Setting> of(Declaration.Surface scenario) {
        List<Program.Setting> settings = new ArrayList<>();
        for (Statement statement : scenario.body().orElseThrow().statements()) {
            if (statement instanceof Statement.Evaluate(Expression.Call call, Span _)) {
                setting(call).ifPresent(settings::add);
            } else {
                error("misplaced", statement.span(), "a scenario consists of settings such as 'cpus(2);'");
            }
        }
        return settings;
    }

    private Optional<Program.Setting> setting(Expression.Call call) {
        Kind kind = KINDS.get(call.callee());
        if (kind == null) {
            Diagnostic diagnostic = Diagnostic.error("no-such-setting", call.span(),
                    "no such setting '" + call.callee() + "'");
            diagnostics.add(Nearest.to(call.callee(), KINDS.keySet())
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            return Optional.empty();
        }
        boolean valid = switch (kind) {
            case STRING -> exactly(call, 1) && string(call);
            case COUNT -> exactly(call, 1) && isCount(call);
            case NAMES ->
                call.arguments().stream().allMatch(one -> is(one instanceof Expression.Name, one, "a name"));
            case KNOB -> exactly(call, 2)
                    && is(call.arguments().getFirst() instanceof Expression.Name, call.arguments().getFirst(),
                            "a name")
                    && is(isValue(call.arguments().getLast()), call.arguments().getLast(),
                            "a value of the knob");
            case POLICY -> isPolicy(call);
            case SCENARIO -> exactly(call, 1)
                    && is(call.arguments().getFirst() instanceof Expression.Name, call.arguments().getFirst(),
                            "a name")
                    && isEarlier(call.arguments().getFirst());
        };
        return valid
                ? Optional.of(new Program.Setting(call.callee(),
                        call.arguments().stream().map(ScenarioSettings::text).toList(),
                        call.arguments().stream().map(Expression::span).toList(), call.span()))
                : Optional.empty();
    }

    private boolean isEarlier(Expression argument) {
        String name = text(argument);
        boolean known = earlier.contains(name);
        if (!known) {
            Diagnostic diagnostic = Diagnostic.error("no-such-scenario", argument.span(),
                    "there is no scenario '" + name + "' before this one");
            diagnostics.add(Nearest.to(name, earlier)
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
        }
        return known;
    }

    static String text(Expression expression) {
        return switch (expression) {
            case Expression.Text text -> text.value();
            case Expression.Name name -> name.name();
            case Expression.Number number -> number.value().toString();
            default -> "";
        };
    }

    private boolean exactly(Expression.Call call, int wanted) {
        int given = call.arguments().size();
        if (given != wanted) {
            error("argument-count", call.span(), "'" + call.callee() + "' takes " + wanted + " argument"
                    + (wanted == 1 ? "" : "s") + ", not " + given);
        }
        return given == wanted;
    }

    private boolean string(Expression.Call call) {
        Expression argument = call.arguments().getFirst();
        boolean version = !call.callee().equals("kernel")
                || argument instanceof Expression.Text text && KernelVersion.parse(text.value()).isPresent();
        return is(argument instanceof Expression.Text, argument, "a string")
                && is(version, argument, "a version such as \"6.16\"");
    }

    /** {@code policy(PKRU, eager)}, {@code policy(PASID, on_trap, 13)}: a component, and when its registers are loaded. */
    private boolean isPolicy(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        boolean trap = arguments.size() > 1 && text(arguments.get(1)).equals("on_trap");
        if (!exactly(call, trap ? 3 : 2)
                || !is(arguments.getFirst() instanceof Expression.Name, arguments.getFirst(), "a name")) {
            return false;
        }
        if (trap) {
            return is(RestorePolicy.named("on_trap:" + text(arguments.getLast())).isPresent(),
                    arguments.getLast(), "an exception's vector, 0 to 31");
        }
        Expression policy = arguments.getLast();
        if (RestorePolicy.named(text(policy)).isEmpty()) {
            Diagnostic diagnostic = Diagnostic.error("no-such-policy", policy.span(),
                    "no such policy '" + text(policy) + "'");
            List<String> names = RestorePolicy.names().stream().map(one -> one.replace('-', '_')).toList();
            diagnostics.add(Nearest.to(text(policy), names)
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?"))
                    .orElse(diagnostic.note("there is " + String.join(", ", names))));
            return false;
        }
        return true;
    }

    /** Whether a setting names a knob and a value as it should. */
    static boolean isKnob(Expression.Call call) {
        return call.arguments().size() == 2 && call.arguments().getFirst() instanceof Expression.Name
                && isValue(call.arguments().getLast());
    }

    private static boolean isValue(Expression expression) {
        return expression instanceof Expression.Name || expression instanceof Expression.Number;
    }

    /** The number that a setting sets, if it sets one as it should. */
    static Optional<Long> count(Expression.Call call) {
        return KINDS.get(call.callee()) == Kind.COUNT && call.arguments().size() == 1
                && call.arguments().getFirst() instanceof Expression.Number number && fits(call, number)
                        ? Optional.of(number.value().longValue())
                        : Optional.empty();
    }

    private static boolean fits(Expression.Call call, Expression.Number number) {
        return number.value().compareTo(BigInteger.valueOf(least(call))) >= 0
                && number.value().compareTo(BigInteger.valueOf(most(call))) <= 0;
    }

    private static int least(Expression.Call call) {
        return call.callee().equals("cpus") ? 1 : 0;
    }

    private static int most(Expression.Call call) {
        return call.callee().equals("cpus") ? MAX_CPUS : MAX_COUNT;
    }

    private boolean isCount(Expression.Call call) {
        Expression argument = call.arguments().getFirst();
        if (!is(argument instanceof Expression.Number, argument, "a number")) {
            return false;
        }
        boolean fits = fits(call, (Expression.Number) argument);
        if (!fits) {
            error("out-of-range", argument.span(), "'" + call.callee() + "' takes " + least(call) + " to "
                    + most(call) + ", not " + text(argument));
        }
        return fits;
    }

    private boolean is(boolean valid, Expression argument, String wanted) {
        if (!valid) {
            error("type-mismatch", argument.span(), "expected " + wanted);
        }
        return valid;
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
