package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** The names that are declared at a point of the text. */
final class Scope {

    final Map<String, Type> typedefs = new HashMap<>();
    final Map<String, Type.Enumeration> enums = new HashMap<>();
    final Map<String, Program.Struct> structs = new LinkedHashMap<>();
    /** Structs that are named but may not have members yet. */
    final Set<String> namedStructs = new LinkedHashSet<>();
    final Shapes shapes = new Shapes();
    /** Views of components: the constant that numbers the component, by the name of the struct. */
    final Map<String, Value.Constant> components = new LinkedHashMap<>();
    /** The struct into which a {@code void *} points. */
    Optional<String> buffer = Optional.empty();
    final Set<String> pooled = new HashSet<>();
    /** Globals whose reading and writing nobody else can see: ghosts and constants. */
    final Set<String> unshared = new HashSet<>();
    /** Globals that are constants. */
    final Set<String> constants = new HashSet<>();
    /** Knobs that are left open. */
    final Set<String> open = new HashSet<>();
    final Set<String> used = new HashSet<>();

    private final Diagnostics diagnostics;
    private final Map<String, Symbol> globals = new LinkedHashMap<>();
    private final Deque<Map<String, Symbol>> blocks = new ArrayDeque<>();
    private final Set<Symbol> read = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());

    Scope(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void enter() {
        blocks.push(new LinkedHashMap<>());
    }

    /** Leaves a block, and says which of its variables nobody looked at. */
    void leave() {
        blocks.pop().forEach((name, symbol) -> {
            if (!read.contains(symbol)) {
                diagnostics.add(Diagnostic.warning("unused", symbol.span(), "'" + name + "' is never used"));
            }
        });
    }

    /** Declares a local or, outside any block, a global; false if the name is taken. */
    boolean declare(String name, Symbol symbol) {
        Map<String, Symbol> block = blocks.isEmpty() ? globals : blocks.peek();
        Symbol old = block.get(name);
        boolean reserved = Intrinsics.names().contains(name)
                && !(symbol instanceof Symbol.Variable && Intrinsics.isAlsoVariable(name));
        if (old instanceof Symbol.Function before && symbol instanceof Symbol.Function now
                && !(before.defined() && now.defined())) {
            agree(name, before, now);
            block.put(name, before.defined() ? before : now);
            return true;
        }
        if (old != null || reserved || typedefs.containsKey(name)) {
            Diagnostic diagnostic = Diagnostic.error("redeclared", symbol.span(), reserved
                    ? "'" + name + "' is an intrinsic of model C"
                    : "'" + name + "' is declared twice");
            diagnostics.add(old == null
                    ? diagnostic
                    : diagnostic.note("the first declaration is at "
                            + old.span().place()));
            return false;
        }
        block.put(name, symbol);
        return true;
    }

    /** Whether the name is that of such a variable. */
    boolean isSameVariable(String name, Symbol.Variable wanted) {
        return globals.get(name) instanceof Symbol.Variable known && known.place().equals(wanted.place())
                && known.constant() == wanted.constant() && known.shared() == wanted.shared();
    }

    private void agree(String name, Symbol.Function before, Symbol.Function now) {
        if (!before.result().equals(now.result()) || !before.parameters().equals(now.parameters())) {
            diagnostics.add(Diagnostic.error("redeclared", now.span(),
                    "'" + name + "' differs from its declaration at " + before.span().place()));
        }
    }

    /** Gives the constant of an enum the enum's type, which exists only when all its constants are known. */
    void retype(String name, Type type) {
        if (globals.get(name) instanceof Symbol.Constant(Value.Constant constant, Span span)) {
            globals.put(name, new Symbol.Constant(new Value.Constant(constant.bits(), type), span));
        }
    }

    Optional<Symbol> find(String name) {
        for (Map<String, Symbol> block : blocks) {
            Symbol symbol = block.get(name);
            if (symbol != null) {
                read.add(symbol);
                return Optional.of(symbol);
            }
        }
        Optional<Symbol> global = Optional.ofNullable(globals.get(name));
        global.ifPresent(_ -> used.add(name));
        return global;
    }

    /** The number of a constant that is declared so far. */
    Optional<BigInteger> constant(String name) {
        return globals.get(name) instanceof Symbol.Constant(Value.Constant constant, Span _)
                ? Optional.of(constant.number())
                : Optional.empty();
    }

    /** The names of constants that begin so. */
    List<String> constants(String prefix) {
        return globals.keySet().stream()
                .filter(name -> name.startsWith(prefix) && globals.get(name) instanceof Symbol.Constant)
                .toList();
    }

    /** For a parameter, which a signature may force upon a function. */
    void touch(Symbol symbol) {
        read.add(symbol);
    }

    /** The error for a name that means nothing, with the nearest one that does. */
    Diagnostic missing(String kind, String code, String name, Span span, boolean functions) {
        Map<String, Span> candidates = new LinkedHashMap<>();
        globals.forEach((candidate, symbol) -> {
            if (symbol instanceof Symbol.Function == functions && !(symbol instanceof Symbol.Unknown)) {
                candidates.put(candidate, symbol.span());
            }
        });
        if (!functions) {
            new ArrayList<>(blocks).reversed()
                    .forEach(block -> block
                            .forEach((candidate, symbol) -> candidates.put(candidate, symbol.span())));
        }
        List<String> names = new ArrayList<>(candidates.keySet());
        names.addAll(functions ? Intrinsics.names() : Intrinsics.values());
        Diagnostic diagnostic = Diagnostic.error(code, span, "no such " + kind + " '" + name + "'");
        return Nearest.to(name, names).map(near -> {
            Span place = candidates.get(near);
            String where = place == null ? "" : " (" + place.file() + ":" + place.line() + ")";
            return diagnostic.suggest("did you mean '" + near + "'" + where + "?");
        }).orElse(diagnostic);
    }

    /** Whether a pointer of that type is a place in a buffer, counted in bytes. */
    boolean isPlace(Type type) {
        return type instanceof Type.Pointer(Type target) && (target instanceof Type.Void
                || target instanceof Type.Int integer && integer.bits() == 8 && !integer.isBounded()
                || target instanceof Type.Struct struct && components.containsKey(struct.name()));
    }

    /** Whether it points to the struct that is the buffer. */
    boolean isBuffer(Type type) {
        return type instanceof Type.Pointer(Type.Struct struct) && buffer.equals(Optional.of(struct.name()));
    }

    /** Whether a pointer becomes another without a cast: one of the two is {@code void *}. */
    boolean isConvertible(Type from, Type to) {
        boolean anything = from.equals(new Type.Pointer(Type.VOID)) || to.equals(new Type.Pointer(Type.VOID));
        return anything && isCastable(from, to);
    }

    /** Whether a pointer can be cast to another: both are places in a buffer, or the first byte of one is meant. */
    boolean isCastable(Type from, Type to) {
        return isPlace(to) && (isPlace(from) || isBuffer(from));
    }

    boolean isPooled(Type type) {
        return type instanceof Type.Pointer(Type.Struct struct) && pooled.contains(struct.name());
    }
}
