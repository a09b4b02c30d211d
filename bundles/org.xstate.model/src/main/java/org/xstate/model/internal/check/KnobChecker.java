package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Knobs: constants that can be set from outside. */
final class KnobChecker {

    private final ProgramChecker program;
    private final SurfaceArguments arguments;
    private final Map<String, Settings.Wanted> wanted;
    private final OpenChoice open;

    KnobChecker(ProgramChecker program, SurfaceArguments arguments, Settings settings) {
        this.program = program;
        this.arguments = arguments;
        wanted = settings.knobs();
        open = new OpenChoice(settings.open());
    }

    void knob(Declaration.Surface surface) {
        if (!arguments.counted(surface, 2, Integer.MAX_VALUE)) {
            return;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        List<Type.Constant> constants = new ArrayList<>();
        for (Declaration.Argument argument : surface.arguments().subList(1, surface.arguments().size())) {
            arguments.name(argument).ifPresent(value -> {
                constants.add(new Type.Constant(value, BigInteger.valueOf(values.size())));
                values.put(value, (long) values.size());
            });
        }
        arguments.name(surface.arguments().getFirst()).ifPresent(name -> {
            Type.Enumeration type = new Type.Enumeration("knob " + name, constants);
            for (Declaration.Argument argument : surface.arguments().subList(1, surface.arguments().size())) {
                arguments.name(argument).ifPresent(value -> program.scope.declare(value,
                        new Symbol.Constant(new Value.Constant(values.get(value), type), argument.span())));
            }
            declare(surface, name, values, 0, type);
        });
    }

    void flag(Declaration.Surface surface) {
        if (arguments.counted(surface, 2, 2)) {
            Map<String, Long> values = new LinkedHashMap<>();
            values.put("false", 0L);
            values.put("true", 1L);
            Optional<BigInteger> standard = arguments.number(surface.arguments().get(1));
            arguments.name(surface.arguments().getFirst()).ifPresent(name -> declare(surface, name, values,
                    standard.map(value -> value.signum() == 0 ? 0L : 1L).orElse(0L), Type.BOOL));
        }
    }

    void range(Declaration.Surface surface) {
        if (!arguments.counted(surface, 4, 4)) {
            return;
        }
        List<Optional<BigInteger>> numbers = surface.arguments().subList(1, 4).stream().map(arguments::number)
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
            program.error("bad-range", surface.span(),
                    "a knob from " + low + " to " + high + " cannot be " + standard);
            return;
        }
        Map<String, Long> values = new LinkedHashMap<>();
        for (long value = low.longValue(); value <= high.longValue(); value++) {
            values.put(Long.toString(value), value);
        }
        arguments.name(surface.arguments().getFirst())
                .ifPresent(name -> declare(surface, name, values, standard.longValue(), Type.INT));
    }

    private void declare(Declaration.Surface surface, String name, Map<String, Long> values, long standard,
            Type type) {
        Optional<Settings.Wanted> set = Optional.ofNullable(wanted.remove(name));
        String text = set.map(Settings.Wanted::value).orElse(null);
        Long setting = text == null ? Long.valueOf(standard) : values.get(text);
        if (setting == null && text != null && text.matches("-?[0-9]{1,9}")
                && values.containsValue(Long.valueOf(text))) {
            setting = Long.valueOf(text);
        }
        if (setting == null) {
            Diagnostic diagnostic = Diagnostic.error("no-such-value",
                    set.flatMap(Settings.Wanted::place).orElse(surface.span()),
                    "knob '" + name + "' cannot be '" + text + "'");
            String all = values.size() > 16 ? "" : String.join(", ", values.keySet());
            Diagnostic noted = all.isEmpty() ? diagnostic : diagnostic.note("it can be " + all);
            program.diagnostics.add(Nearest.to(String.valueOf(text), values.keySet())
                    .map(near -> noted.suggest("did you mean '" + near + "'?")).orElse(noted));
            setting = standard;
        }
        Program.Knob knob = new Program.Knob(name, values, standard, setting, open.has(name),
                surface.arguments().getFirst().span());
        if (knob.open() ? opened(knob, type) : constant(knob, type)) {
            program.unit.knobs.add(knob);
        }
    }

    private boolean constant(Program.Knob knob, Type type) {
        return program.scope.declare(knob.name(),
                new Symbol.Constant(new Value.Constant(knob.setting(), type), knob.span()));
    }

    /** A variable that the text can only read, like a constant, and a setup that chooses its value. */
    private boolean opened(Program.Knob knob, Type type) {
        Place.Global place = new Place.Global(knob.name(), type);
        if (!program.scope.declare(knob.name(), new Symbol.Variable(place, true, false, knob.span()))) {
            return false;
        }
        program.scope.open.add(knob.name());
        program.scope.unshared.add(knob.name());
        program.scope.constants.add(knob.name());
        program.unit.globals.add(new Program.Variable(knob.name(), type, false, false,
                List.of(knob.setting()), knob.span()));
        open.add(knob, place);
        return true;
    }

    /** What makes the initial values of open knobs, and the tables that it needs. */
    Optional<Program.Setup> choice() {
        return open.setup(program);
    }

    /**
     * What is left when all knobs have taken theirs.
     *
     * @param outside the place for what is said from outside
     */
    void knobsThatAreNot(Span outside) {
        wanted.forEach((name, set) -> missing(name, set.knob()));
        open.missing().forEach(name -> missing(name, outside));
    }

    private void missing(String name, Span place) {
        Diagnostic diagnostic = Diagnostic.error("no-such-knob", place, "no such knob '" + name + "'");
        program.diagnostics.add(Nearest
                .to(name, program.unit.knobs.stream().map(Program.Knob::name).toList())
                .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
    }
}
