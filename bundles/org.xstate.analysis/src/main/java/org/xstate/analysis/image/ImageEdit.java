package org.xstate.analysis.image;

import java.util.Objects;

import org.xstate.analysis.convert.FieldSetting;

/** A change of an image that keeps its size and layout. */
public sealed interface ImageEdit {

    /** Bytes as they are. @param offset from the first byte of the image */
    record Bytes(int offset, byte[] bytes) implements ImageEdit {
        public Bytes {
            bytes = bytes.clone();
        }
    }

    /** A field or register; its component is in use afterwards, as with {@code xstate convert --set}. */
    record Field(FieldSetting setting) implements ImageEdit {
        public Field {
            Objects.requireNonNull(setting);
        }
    }

    /** Sets XSTATE_BV[i]: the bytes that are in memory become the component's value. */
    record InUse(int component) implements ImageEdit {
    }

    /** Clears XSTATE_BV[i]: the bytes stay, and a restore ignores them. */
    record NotInUse(int component) implements ImageEdit {
    }

    /** Clears XSTATE_BV[i] and writes the bytes of the initial configuration. */
    record Init(int component) implements ImageEdit {
    }
}
