package org.xstate.model.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is declared in files that are read together, at the outermost level and in structs and enums. */
final class Names {

    static final Names NONE = new Names(List.of());

    private final Map<String, Symbol> byKey = new LinkedHashMap<>();
    private final Map<String, Map<String, Symbol>> members = new TreeMap<>();
    private final Map<String, List<Symbol>> membersByName = new TreeMap<>();

    Names(Collection<List<Symbol>> files) {
        files.forEach(file -> file.forEach(this::add));
    }

    private void add(Symbol symbol) {
        byKey.merge(symbol.key(), symbol, (old, other) -> old.defining() || !other.defining() ? old : other);
        if (symbol.kind() == SymbolKind.MEMBER
                && members.computeIfAbsent(symbol.container(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(symbol.name(), symbol) == null) {
            membersByName.computeIfAbsent(symbol.name(), _ -> new java.util.ArrayList<>()).add(symbol);
        }
    }

    Optional<Symbol> key(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** A function, a variable, a constant, a knob: what an expression can name. */
    Optional<Symbol> name(String name) {
        return key("name:" + name);
    }

    Optional<Symbol> tag(String tag) {
        return key(tag);
    }

    boolean isType(String name) {
        return Words.TYPES.contains(name) || byKey.containsKey("type:" + name);
    }

    /** With what a typedef stands for. */
    TypeRef resolved(TypeRef type) {
        TypeRef known = type;
        for (int i = 0; i < 8; i++) {
            Optional<Symbol> typedef = key("type:" + known.base());
            if (typedef.isEmpty()) {
                return known;
            }
            known = typedef.get().type().with(known.pointers(), known.arrays());
        }
        return known;
    }

    /** The members of a struct, in the order of the text. */
    Collection<Symbol> members(TypeRef type) {
        return members.getOrDefault(resolved(type).base(), Map.of()).values();
    }

    /** A member of that struct; where the struct is not known, the only member of that name. */
    Optional<Symbol> member(TypeRef type, String name) {
        TypeRef known = resolved(type);
        if (known.isKnown()) {
            return Optional.ofNullable(members.getOrDefault(known.base(), Map.of()).get(name));
        }
        List<Symbol> all = membersByName.getOrDefault(name, List.of());
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    Collection<Symbol> all() {
        return byKey.values();
    }
}
