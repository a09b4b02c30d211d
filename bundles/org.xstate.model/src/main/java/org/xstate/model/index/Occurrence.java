package org.xstate.model.index;

import java.util.Objects;

/**
 * A place where a name stands.
 *
 * @param key    of what it means; empty if nothing is declared that it could mean
 * @param kind   of what it means; {@link SymbolKind#LOCAL} if nothing is declared
 * @param name   as it stands there
 * @param offset in the file's text
 */
public record Occurrence(String key, SymbolKind kind, String name, String file, int offset, Use use) {

    /** What is done with it there. */
    public enum Use {
        DECLARATION, READ, WRITE, CALL
    }

    public Occurrence {
        Objects.requireNonNull(key);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(file);
        Objects.requireNonNull(use);
    }

    public int length() {
        return name.length();
    }

    /** Behind the last character. */
    public int end() {
        return offset + name.length();
    }

    /** Whether it is known what it means. */
    public boolean isResolved() {
        return !key.isEmpty();
    }
}
