package org.xstate.ui.images.internal.hex;

/** Bytes to show. They may change at any time; the view is told to draw again. */
public interface HexContent {

    /** Nothing. */
    HexContent EMPTY = new HexContent() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public byte at(int offset) {
            throw new IndexOutOfBoundsException(offset);
        }

        @Override
        public boolean isMarked(int offset) {
            return false;
        }
    };

    int size();

    byte at(int offset);

    /** Whether the byte is drawn as one that stands out: changed since it was saved, or different from another's. */
    boolean isMarked(int offset);

    /** As many as there are from {@code offset}, at most {@code length}. */
    default byte[] bytes(int offset, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, size() - offset))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = at(offset + i);
        }
        return bytes;
    }
}
