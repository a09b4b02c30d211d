package org.xstate.model.index;

import java.util.Objects;

/**
 * A type as far as members can be looked up by it.
 *
 * @param base     {@code struct task_struct}, {@code enum xfeature}, {@code u64}; empty if it is not known
 * @param pointers how often it is pointed to
 * @param arrays   dimensions
 */
public record TypeRef(String base, int pointers, int arrays) {

    static final TypeRef UNKNOWN = new TypeRef("", 0, 0);

    public TypeRef {
        Objects.requireNonNull(base);
    }

    static TypeRef of(String base) {
        return new TypeRef(base, 0, 0);
    }

    TypeRef pointer() {
        return new TypeRef(base, pointers + 1, arrays);
    }

    /** What {@code *} or {@code [i]} gives. */
    TypeRef element() {
        return arrays > 0
                ? new TypeRef(base, pointers, arrays - 1)
                : new TypeRef(base, Math.max(0, pointers - 1), 0);
    }

    /** The same with pointers and dimensions of a declarator. */
    TypeRef with(int morePointers, int moreArrays) {
        return new TypeRef(base, pointers + morePointers, arrays + moreArrays);
    }

    public boolean isKnown() {
        return !base.isEmpty();
    }

    /** As in a declaration without a name: {@code struct fpu *}. */
    public String text() {
        return base + (pointers > 0 ? " " + "*".repeat(pointers) : "") + "[]".repeat(arrays);
    }
}
