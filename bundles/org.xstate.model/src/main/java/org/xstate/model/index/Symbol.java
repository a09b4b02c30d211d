package org.xstate.model.index;

import java.util.Objects;

/**
 * A declaration. Several declarations can be about one thing: a function and its prototypes have one key.
 *
 * @param key           the same for all declarations of one thing, and for nothing else among files that are read together
 * @param type          of what has one; of a function its result
 * @param signature     the declaration as it is written, without a body, on one line
 * @param documentation the comment before it or on its line, without stars; empty if there is none
 * @param file          by the name under which it was read
 * @param offset        where the name stands
 * @param begin         where the declaration begins
 * @param end           behind its last character
 * @param container     what it is a part of: the struct, the enum, the knob, the hook, the function, the scenario; or empty
 * @param defining      whether it is more than an announcement
 */
public record Symbol(SymbolKind kind, String name, String key, TypeRef type, String signature,
        String documentation,
        String file, int offset, int begin, int end, String container, boolean defining) {

    public Symbol {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(key);
        Objects.requireNonNull(type);
        Objects.requireNonNull(signature);
        Objects.requireNonNull(documentation);
        Objects.requireNonNull(file);
        Objects.requireNonNull(container);
    }
}
