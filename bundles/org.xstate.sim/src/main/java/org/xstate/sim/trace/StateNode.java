package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something in a state that has a name: a variable, a member, a component in a copy, or a group of such.
 *
 * @param name   as it stands below what it belongs to: {@code need_fpu_load}, {@code [0]}, {@code PKRU}
 * @param path   names it in the whole state: {@code tasks[0].need_fpu_load}, {@code registers of CPU0.PKRU}
 * @param type   as written in C; empty for a group and a component
 * @param value  in the words of the reader
 * @param word   the number behind it; absent where there is none, as of a struct
 * @param parent whether it has parts
 * @param parts  what it consists of; of a pointer, what it points to
 */
public record StateNode(String name, String path, String type, String value, Optional<Long> word,
        boolean parent, Supplier<List<StateNode>> parts) {

    public StateNode {
        Objects.requireNonNull(name);
        Objects.requireNonNull(path);
        Objects.requireNonNull(type);
        Objects.requireNonNull(value);
        Objects.requireNonNull(word);
        Objects.requireNonNull(parts);
    }

    static StateNode leaf(String name, String path, String type, String value, Optional<Long> word) {
        return new StateNode(name, path, type, value, word, false, List::of);
    }

    static StateNode of(String name, String path, String type, String value,
            Supplier<List<StateNode>> parts) {
        return new StateNode(name, path, type, value, Optional.empty(), true, parts);
    }

    /** The number in hexadecimal, the value itself where there is no number. */
    public String hexadecimal() {
        return word.map(number -> "0x" + Long.toHexString(number)).orElse(value);
    }

    StateNode named(String other) {
        return new StateNode(other, path, type, value, word, parent, parts);
    }
}
