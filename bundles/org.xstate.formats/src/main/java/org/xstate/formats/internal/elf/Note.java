package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;

/**
 * One ELF note.
 *
 * @param owner   its name without the final NUL
 * @param type    its number, which means something only together with the owner
 * @param content its descriptor, cut short if the file ends in it
 * @param offset  byte offset of the descriptor in the file
 * @param size    bytes that the descriptor has by its header
 */
record Note(String owner, int type, MemorySegment content, long offset, long size) {

    static final int NT_PRSTATUS = 1;
    static final int NT_PRFPREG = 2;
    static final int NT_PRXFPREG = 0x46e62b7f;
    static final int NT_X86_XSTATE = 0x202;
    static final int NT_X86_SHSTK = 0x204;
    static final int NT_X86_XSAVE_LAYOUT = 0x205;

    /** The owner of the notes that SVR4 defined. */
    static final String CORE = "CORE";
    /** The owner of the notes that Linux added. */
    static final String LINUX = "LINUX";

    boolean is(String anOwner, int aType) {
        return type == aType && owner.equals(anOwner);
    }

    /** Whether the file ends before the note does. */
    boolean isCut() {
        return content.byteSize() < size;
    }
}
