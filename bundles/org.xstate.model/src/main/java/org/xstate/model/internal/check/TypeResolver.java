package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.Expression;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** From types as they are written to types. */
final class TypeResolver {

    private static final int MAX_LENGTH = 1 << 16;
    private static final int MAX_DEPTH = 32;

    private static final Map<String, Type> BUILT_IN = Map.ofEntries(Map.entry("void", Type.VOID),
            Map.entry("bool", Type.BOOL), Map.entry("_Bool", Type.BOOL), Map.entry("token_t", Type.TOKEN),
            Map.entry("cpu_t", Type.CPU), Map.entry("size_t", Type.Int.unsigned("size_t", 64)));

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;

    TypeResolver(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
    }

    /** A type of which there can be a variable. */
    Type complete(TypeSyntax syntax) {
        Type type = resolve(syntax, "");
        if (type instanceof Type.Void) {
            error("incomplete-type", syntax.span(), "a variable cannot be void");
            return Type.INT;
        }
        return finished(type, syntax.span());
    }

    private Type finished(Type type, Span span) {
        Type inner = type;
        while (inner instanceof Type.Array array) {
            inner = array.element();
        }
        if (inner instanceof Type.Struct struct && !scope.structs.containsKey(struct.name())) {
            error("incomplete-type", span, "'" + struct.text() + "' has no members yet");
            return Type.INT;
        }
        return type;
    }

    Type resolve(TypeSyntax syntax) {
        return resolve(syntax, "");
    }

    /** @param typedef the name that a typedef gives to a struct or enum without a tag */
    Type resolve(TypeSyntax syntax, String typedef) {
        return switch (syntax) {
            case TypeSyntax.Named named -> named(named);
            case TypeSyntax.Range range -> range(range);
            case TypeSyntax.Pointer pointer ->
                shallow(new Type.Pointer(resolve(pointer.target(), typedef)), pointer.span());
            case TypeSyntax.Array array -> shallow(array(array, typedef), array.span());
            case TypeSyntax.Struct struct -> struct(struct, typedef);
            case TypeSyntax.Enumeration enumeration -> enumeration(enumeration, typedef);
        };
    }

    /** Typedefs of typedefs can be nested without end although each is short. */
    private Type shallow(Type type, Span span) {
        int depth = 0;
        Type inner = type;
        while (inner instanceof Type.Pointer || inner instanceof Type.Array) {
            inner = inner instanceof Type.Pointer pointer ? pointer.target() : ((Type.Array) inner).element();
            depth++;
        }
        if (depth <= MAX_DEPTH) {
            return type;
        }
        error("nested-too-deeply", span, "a type is nested at most " + MAX_DEPTH + " deep");
        return Type.INT;
    }

    private Type named(TypeSyntax.Named named) {
        String name = named.name();
        if (BUILT_IN.containsKey(name)) {
            return BUILT_IN.get(name);
        }
        if (name.matches("[us](8|16|32|64)")) {
            return integer(name, name.startsWith("s"), Integer.parseInt(name.substring(1)));
        }
        if (name.matches("u?int(8|16|32|64)_t")) {
            return integer(name, !name.startsWith("u"), Integer.parseInt(name.replaceAll("[^0-9]", "")));
        }
        if (scope.typedefs.containsKey(name)) {
            return scope.typedefs.get(name);
        }
        return words(named);
    }

    private static Type integer(String name, boolean signed, int bits) {
        return signed ? Type.Int.signed(name, bits) : Type.Int.unsigned(name, bits);
    }

    private Type words(TypeSyntax.Named named) {
        List<String> words = new ArrayList<>(List.of(named.name().split(" ")));
        boolean unsigned = words.remove("unsigned");
        boolean signed = words.remove("signed");
        boolean integer = words.remove("int");
        String rest = String.join(" ", words);
        int bits = switch (rest) {
            case "char" -> 8;
            case "short" -> 16;
            case "" -> 32;
            case "long", "long long" -> 64;
            default -> 0;
        };
        if (bits == 0 || signed && unsigned || integer && bits == 8) {
            error("bad-type", named.span(), "'" + named.name() + "' is not a type");
            return Type.INT;
        }
        String name = (unsigned ? "unsigned " : "") + (rest.isEmpty() ? "int" : rest);
        return integer(name, !unsigned, bits);
    }

    private Type range(TypeSyntax.Range range) {
        Optional<BigInteger> low = expressions.constant(range.low());
        Optional<BigInteger> high = expressions.constant(range.high());
        if (low.isEmpty() || high.isEmpty()) {
            return Type.INT;
        }
        if (low.get().compareTo(high.get()) > 0 || !Type.INT.contains(low.get())
                || !Type.INT.contains(high.get())) {
            error("bad-range", range.span(), "range(" + low.get() + ", " + high.get()
                    + ") has no values, or some that an int has not");
            return Type.INT;
        }
        return Type.Int.range(low.get(), high.get());
    }

    private Type array(TypeSyntax.Array array, String typedef) {
        Type element = finished(resolve(array.element(), typedef), array.span());
        Optional<BigInteger> length = expressions.constant(array.length());
        boolean fits = length.map(n -> n.signum() > 0 && n.compareTo(BigInteger.valueOf(MAX_LENGTH)) <= 0)
                .orElse(true);
        if (!fits) {
            error("bad-length", array.length().span(),
                    "an array has 1 to " + MAX_LENGTH + " elements, not " + length.get());
        }
        return new Type.Array(element, fits ? length.map(BigInteger::intValue).orElse(1) : 1);
    }

    private Type struct(TypeSyntax.Struct struct, String typedef) {
        String name = struct.name().orElse(typedef);
        if (name.isEmpty()) {
            error("needs-name", struct.span(), "a struct needs a name");
            return Type.INT;
        }
        if (struct.members().isEmpty() && scope.namedStructs.add(name) && !scope.structs.containsKey(name)) {
            Nearest.to(name, scope.structs.keySet())
                    .ifPresent(near -> diagnostics.add(Diagnostic.warning("no-such-struct", struct.span(),
                            "no 'struct " + name + "' so far")
                            .suggest("did you mean 'struct " + near + "'?")));
        }
        struct.members().ifPresent(members -> define(name, members, struct.span()));
        return new Type.Struct(name);
    }

    private void define(String name, List<TypeSyntax.Member> members, Span span) {
        List<Program.Member> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TypeSyntax.Member member : members) {
            if (!names.add(member.name())) {
                error("redeclared", member.span(), "'" + member.name() + "' is declared twice");
            }
            Type type = complete(member.type());
            all.add(new Program.Member(member.name(),
                    member.width().map(width -> field(type, width, member)).orElse(type)));
        }
        if (members.isEmpty()) {
            error("incomplete-type", span, "'struct " + name + "' has no members");
        }
        if (!scope.shapes.define(name, all)) {
            error("bad-length", span, "'struct " + name + "' is nested too deeply or has too many scalars");
            all.clear();
        }
        if (scope.structs.putIfAbsent(name, new Program.Struct(name, all, span)) != null) {
            diagnostics.add(Diagnostic.error("redeclared", span, "'struct " + name + "' is declared twice")
                    .note("the first declaration is at " + scope.structs.get(name).span().place()));
        }
    }

    private Type field(Type type, Expression width, TypeSyntax.Member member) {
        Optional<BigInteger> bits = expressions.constant(width);
        int most = type instanceof Type.Int integer ? integer.bits() : type instanceof Type.Bool ? 1 : 0;
        if (most == 0) {
            error("bad-bit-field", member.span(), "a bit-field is an integer, not '" + type.text() + "'");
            return type;
        }
        if (bits.isEmpty()) {
            return type;
        }
        if (bits.get().signum() <= 0 || bits.get().compareTo(BigInteger.valueOf(most)) > 0) {
            error("bad-bit-field", width.span(),
                    "a bit-field of type '" + type.text() + "' has 1 to " + most + " bits, not "
                            + bits.get());
            return type;
        }
        return type instanceof Type.Int integer
                ? Type.Int.field(integer.signed(), integer.bits(), bits.get().intValue())
                : type;
    }

    private Type enumeration(TypeSyntax.Enumeration enumeration, String typedef) {
        String name = enumeration.name().orElse(typedef);
        if (enumeration.enumerators().isEmpty()) {
            Type.Enumeration known = scope.enums.get(name);
            if (known == null) {
                Diagnostic diagnostic = Diagnostic.error("no-such-enum", enumeration.span(),
                        "no such enum '" + name + "'");
                diagnostics.add(Nearest.to(name, scope.enums.keySet())
                        .map(near -> diagnostic.suggest("did you mean 'enum " + near + "'?"))
                        .orElse(diagnostic));
                return Type.INT;
            }
            return known;
        }
        return enumerate(name, enumeration.enumerators().get(), enumeration.span());
    }

    private Type enumerate(String name, List<TypeSyntax.Enumerator> enumerators, Span span) {
        List<Type.Constant> constants = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (TypeSyntax.Enumerator one : enumerators) {
            BigInteger value = one.value().flatMap(expressions::constant).orElse(next);
            if (!Type.INT.contains(value)) {
                error("out-of-range", one.span(),
                        value + " does not fit in an int, which holds an enum's values");
            }
            constants.add(new Type.Constant(one.name(), value));
            scope.declare(one.name(),
                    new Symbol.Constant(new org.xstate.model.ir.Value.Constant(value.longValue(), Type.INT),
                            one.span()));
            next = value.add(BigInteger.ONE);
        }
        Type.Enumeration type = new Type.Enumeration(name, constants);
        if (!name.isEmpty() && scope.enums.putIfAbsent(name, type) != null) {
            error("redeclared", span, "'enum " + name + "' is declared twice");
        }
        if (!name.isEmpty()) {
            constants.forEach(one -> scope.retype(one.name(), type));
        }
        return type;
    }

    private void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
