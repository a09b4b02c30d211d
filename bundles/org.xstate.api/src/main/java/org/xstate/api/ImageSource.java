package org.xstate.api;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The bytes of an input and the name it is reported under. Large files are mapped: touch only what is needed.
 *
 * @param name    as the user gave it
 * @param content the whole file, read-only
 */
public record ImageSource(String name, MemorySegment content) {
    public ImageSource {
        Objects.requireNonNull(name);
        Objects.requireNonNull(content);
    }

    /** Size in bytes. */
    public long size() {
        return content.byteSize();
    }
}
