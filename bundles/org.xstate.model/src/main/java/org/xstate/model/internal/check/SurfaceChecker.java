package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** The declarations that are macros of xstate.h to a C compiler. */
final class SurfaceChecker {

    private static final List<String> KEYWORDS = List.of("scenario", "task", "rule", "property", "knob",
            "knob_flag",
            "knob_range", "pool", "tokens", "DEFINE_PER_CPU");

    private final ProgramChecker program;
    private final Settings settings;
    private final Set<String> names = new HashSet<>();

    SurfaceChecker(ProgramChecker program, Settings settings) {
        this.program = program;
        this.settings = settings;
    }

    void check(Declaration.Surface surface) {
        boolean bodied = Set.of("scenario", "task", "rule", "property").contains(surface.keyword());
        if (!KEYWORDS.contains(surface.keyword())) {
            Diagnostic diagnostic = Diagnostic.error("no-such-declaration", surface.span(),
                    "no such declaration '" + surface.keyword() + "'");
            program.diagnostics.add(Nearest.to(surface.keyword(), KEYWORDS)
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            return;
        }
        if (bodied != surface.body().isPresent()) {
            error("syntax", surface.span(), "'" + surface.keyword() + "(...)' is followed by "
                    + (bodied ? "statements in braces" : "';'"));
            return;
        }
        switch (surface.keyword()) {
            case "scenario" -> scenario(surface);
            case "task", "rule", "property" -> behaviour(surface);
            case "knob" -> knob(surface);
            case "knob_flag" -> flag(surface);
            case "knob_range" -> range(surface);
            case "pool" -> pool(surface);
            case "tokens" ->
                surface.arguments().forEach(one -> name(one).ifPresent(name -> token(name, one.span())));
            default -> perCpu(surface);
        }
    }

    private void token(String name, Span span) {
        if (program.scope.declare(name, new Symbol.Constant(new Value.TokenName(name), span))) {
            program.unit.tokens.add(name);
        }
    }

    private void scenario(Declaration.Surface surface) {
        if (counted(surface, 1, 1)) {
            name(surface.arguments().getFirst()).filter(name -> fresh(surface, name))
                    .ifPresent(name -> program.unit.scenarios.add(new Program.Scenario(name,
                            new ScenarioSettings(program.diagnostics).of(surface), surface.span())));
        }
    }

    private void behaviour(Declaration.Surface surface) {
        boolean property = surface.keyword().equals("property");
        if (!counted(surface, property ? 2 : 1, property ? 2 : 1)) {
            return;
        }
        Optional<String> name = name(surface.arguments().getFirst());
        if (name.isEmpty() || !fresh(surface, name.get())) {
            return;
        }
        Body body = new Body(name.get(), property ? Type.BOOL : Type.VOID, surface.span(),
                !surface.keyword().equals("task"));
        program.scope.enter();
        Graph graph = program.graph(body, surface.body().orElseThrow(), surface.span());
        program.scope.leave();
        switch (surface.keyword()) {
            case "task" -> program.unit.tasks
                    .add(new Program.Function(name.get(), Type.VOID, 0, graph, surface.span()));
            case "rule" -> program.unit.rules.add(new Program.Rule(name.get(), graph, surface.span()));
            default -> program.unit.properties
                    .add(new Program.Property(name.get(), sentence(surface), graph, surface.span()));
        }
    }

    private String sentence(Declaration.Surface surface) {
        Declaration.Argument argument = surface.arguments().get(1);
        if (argument instanceof Declaration.ExpressionArgument(Expression.Text text)) {
            return text.value();
        }
        error("type-mismatch", argument.span(), "expected a sentence in quotes");
        return "";
    }

    /** Two rules of one name could not be told apart in a trace. */
    private boolean fresh(Declaration.Surface surface, String name) {
        boolean fresh = names.add(surface.keyword() + " " + name);
        if (!fresh) {
            error("redeclared", surface.arguments().getFirst().span(),
                    surface.keyword() + " '" + name + "' is declared twice");
        }
        return fresh;
    }

    private boolean counted(Declaration.Surface surface, int least, int most) {
        int given = surface.arguments().size();
        if (given < least || given > most) {
            error("argument-count", surface.span(), "'" + surface.keyword() + "' takes " + least
                    + (most > least ? " or more" : "") + " argument" + (least == 1 ? "" : "s") + ", not "
                    + given);
        }
        return given >= least && given <= most;
    }

    private Optional<String> name(Declaration.Argument argument) {
        if (argument instanceof Declaration.ExpressionArgument(Expression.Name name)) {
            return Optional.of(name.name());
        }
        error("type-mismatch", argument.span(), "expected a name");
        return Optional.empty();
    }

    private void knob(Declaration.Surface surface) {
        if (!counted(surface, 2, Integer.MAX_VALUE)) {
            return;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        List<Type.Constant> constants = new ArrayList<>();
        for (Declaration.Argument argument : surface.arguments().subList(1, surface.arguments().size())) {
            name(argument).ifPresent(value -> {
                constants.add(new Type.Constant(value, BigInteger.valueOf(values.size())));
                values.put(value, (long) values.size());
            });
        }
        name(surface.arguments().getFirst()).ifPresent(name -> {
            Type.Enumeration type = new Type.Enumeration("knob " + name, constants);
            for (Declaration.Argument argument : surface.arguments().subList(1, surface.arguments().size())) {
                name(argument).ifPresent(value -> program.scope.declare(value,
                        new Symbol.Constant(new Value.Constant(values.get(value), type), argument.span())));
            }
            declare(surface, name, values, 0, type);
        });
    }

    private void flag(Declaration.Surface surface) {
        if (counted(surface, 2, 2)) {
            Map<String, Long> values = new LinkedHashMap<>();
            values.put("false", 0L);
            values.put("true", 1L);
            Optional<BigInteger> standard = number(surface.arguments().get(1));
            name(surface.arguments().getFirst()).ifPresent(name -> declare(surface, name, values,
                    standard.map(value -> value.signum() == 0 ? 0L : 1L).orElse(0L), Type.BOOL));
        }
    }

    private void range(Declaration.Surface surface) {
        if (!counted(surface, 4, 4)) {
            return;
        }
        List<Optional<BigInteger>> numbers = surface.arguments().subList(1, 4).stream().map(this::number)
                .toList();
        if (numbers.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        BigInteger low = numbers.get(0).get();
        BigInteger high = numbers.get(1).get();
        BigInteger standard = numbers.get(2).get();
        boolean valid = low.compareTo(standard) <= 0 && standard.compareTo(high) <= 0
                && Type.INT.contains(low)
                && Type.INT.contains(high) && high.subtract(low).bitLength() <= 16;
        if (!valid) {
            error("bad-range", surface.span(),
                    "a knob from " + low + " to " + high + " cannot be " + standard);
            return;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        for (long value = low.longValue(); value <= high.longValue(); value++) {
            values.put(Long.toString(value), value);
        }
        name(surface.arguments().getFirst())
                .ifPresent(name -> declare(surface, name, values, standard.longValue(), Type.INT));
    }

    private Optional<BigInteger> number(Declaration.Argument argument) {
        if (argument instanceof Declaration.ExpressionArgument(Expression expression)) {
            return program.expressions.constant(expression);
        }
        error("type-mismatch", argument.span(), "expected a constant");
        return Optional.empty();
    }

    private void declare(Declaration.Surface surface, String name, Map<String, Long> values, long standard,
            Type type) {
        String wanted = settings.knobs.remove(name);
        Long setting = wanted == null ? Long.valueOf(standard) : values.get(wanted);
        if (setting == null && wanted != null && wanted.matches("-?[0-9]{1,9}")
                && values.containsValue(Long.valueOf(wanted))) {
            setting = Long.valueOf(wanted);
        }
        if (setting == null) {
            Diagnostic diagnostic = Diagnostic.error("no-such-value", surface.span(),
                    "knob '" + name + "' cannot be '" + wanted + "'");
            String all = values.size() > 16 ? "" : String.join(", ", values.keySet());
            Diagnostic noted = all.isEmpty() ? diagnostic : diagnostic.note("it can be " + all);
            program.diagnostics.add(Nearest.to(String.valueOf(wanted), values.keySet())
                    .map(near -> noted.suggest("did you mean '" + near + "'?")).orElse(noted));
            setting = standard;
        }
        Span span = surface.arguments().getFirst().span();
        if (program.scope.declare(name, new Symbol.Constant(new Value.Constant(setting, type), span))) {
            program.unit.knobs.add(new Program.Knob(name, values, setting, span));
        }
    }

    /** Settings that are left when all knobs have taken theirs. */
    void knobsThatAreNot(String file) {
        settings.knobs.keySet().forEach(name -> {
            Diagnostic diagnostic = Diagnostic.error("no-such-knob", new Span(file, 1, 1, 1),
                    "no such knob '" + name + "'");
            program.diagnostics.add(Nearest
                    .to(name, program.unit.knobs.stream().map(Program.Knob::name).toList())
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
        });
    }

    private void pool(Declaration.Surface surface) {
        if (!counted(surface, 3, 3)) {
            return;
        }
        Optional<String> name = name(surface.arguments().get(1));
        Optional<BigInteger> size = number(surface.arguments().get(2));
        Optional<Type> type = type(surface.arguments().getFirst());
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

    private Optional<Type> type(Declaration.Argument argument) {
        if (argument instanceof Declaration.TypeArgument(var syntax)) {
            return Optional.of(program.expressions.types().complete(syntax));
        }
        error("type-mismatch", argument.span(), "expected a type");
        return Optional.empty();
    }

    private void perCpu(Declaration.Surface surface) {
        if (!counted(surface, 2, 2)) {
            return;
        }
        Optional<Type> type = type(surface.arguments().getFirst());
        Optional<String> name = name(surface.arguments().get(1));
        if (type.isPresent() && name.isPresent()) {
            Span span = surface.arguments().get(1).span();
            Place place = new Place.PerCpu(name.get(), Optional.empty(), type.get());
            if (program.scope.declare(name.get(), new Symbol.Variable(place, false, true, span))) {
                program.unit.perCpu
                        .add(new Program.Variable(name.get(), type.get(), false, false,
                                program.zero(type.get()), span));
            }
        }
    }

    private void error(String code, Span span, String message) {
        program.error(code, span, message);
    }
}
