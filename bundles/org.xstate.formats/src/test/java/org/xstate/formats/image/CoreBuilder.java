package org.xstate.formats.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds ELF cores with one note segment, by the System V ABI and the structures of Linux. */
final class CoreBuilder {

    private final boolean elf64;
    private final int machine;
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private int align = 4;
    private boolean extendedNumbering;
    private int osAbi;

    private CoreBuilder(boolean elf64, int machine) {
        this.elf64 = elf64;
        this.machine = machine;
    }

    static CoreBuilder elf64() {
        return new CoreBuilder(true, 62);
    }

    static CoreBuilder elf32() {
        return new CoreBuilder(false, 3);
    }

    static CoreBuilder x32() {
        return new CoreBuilder(false, 62);
    }

    /** Notes aligned to 8 bytes, as p_align then says. */
    CoreBuilder align8() {
        align = 8;
        return this;
    }

    /** The number of program headers in section header 0, as for more than 65,534 mappings. */
    CoreBuilder extendedNumbering() {
        extendedNumbering = true;
        return this;
    }

    CoreBuilder osAbi(int value) {
        osAbi = value;
        return this;
    }

    CoreBuilder note(String owner, int type, byte[] content) {
        byte[] name = (owner + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer head = buffer(12);
        head.putInt(name.length).putInt(content.length).putInt(type);
        notes.writeBytes(head.array());
        notes.writeBytes(name);
        pad();
        notes.writeBytes(content);
        pad();
        return this;
    }

    private void pad() {
        while (notes.size() % align != 0) {
            notes.write(0);
        }
    }

    /** NT_PRSTATUS of the class's size with pr_pid where struct elf_prstatus has it. */
    CoreBuilder thread(int pid) {
        ByteBuffer status = buffer(elf64 ? 336 : machine == 62 ? 296 : 144);
        status.putInt(elf64 ? 32 : 24, pid);
        return note("CORE", 1, status.array());
    }

    CoreBuilder xstate(byte[] area) {
        return note("LINUX", 0x202, area);
    }

    /** @param entries type, size, offset for each component */
    CoreBuilder layout(int... entries) {
        ByteBuffer content = buffer(entries.length / 3 * 16);
        for (int i = 0; i < entries.length; i += 3) {
            content.putInt(entries[i]).putInt(entries[i + 1]).putInt(entries[i + 2]).putInt(0);
        }
        return note("LINUX", 0x205, content.array());
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Byte offset of the first note in what {@link #build} gives. */
    int notesAt() {
        int headers = elf64 ? 64 + 56 : 52 + 32;
        int sections = extendedNumbering ? elf64 ? 64 : 40 : 0;
        return (headers + sections + 7) / 8 * 8;
    }

    byte[] build() {
        return build(notesAt());
    }

    /** The header, and a note segment that begins at {@code offset}; the notes themselves only if they follow at once. */
    byte[] build(long offset) {
        boolean inPlace = offset == notesAt();
        ByteBuffer core = buffer(notesAt() + (inPlace ? notes.size() : 0));
        core.put(new byte[]{0x7f, 'E', 'L', 'F', (byte) (elf64 ? 2 : 1), 1, 1, (byte) osAbi});
        core.putShort(16, (short) 4).putShort(18, (short) machine).putInt(20, 1);
        int section = notesAt() - (extendedNumbering ? elf64 ? 64 : 40 : 0);
        short count = (short) (extendedNumbering ? 0xffff : 1);
        if (elf64) {
            core.putLong(32, 64).putLong(40, extendedNumbering ? section : 0).putShort(52, (short) 64);
            core.putShort(54, (short) 56).putShort(56, count);
            core.putInt(64, 4).putLong(72, offset).putLong(96, notes.size()).putLong(112, align);
        } else {
            core.putInt(28, 52).putInt(32, extendedNumbering ? section : 0).putShort(40, (short) 52);
            core.putShort(42, (short) 32).putShort(44, count);
            core.putInt(52, 4).putInt(56, (int) offset).putInt(68, notes.size()).putInt(80, align);
        }
        if (extendedNumbering) {
            core.putInt(section + (elf64 ? 44 : 28), 1);
        }
        if (inPlace) {
            core.put(notesAt(), notes.toByteArray());
        }
        return core.array();
    }

    byte[] notes() {
        return notes.toByteArray();
    }
}
