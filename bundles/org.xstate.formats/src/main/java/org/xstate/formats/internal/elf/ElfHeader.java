package org.xstate.formats.internal.elf;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.formats.internal.image.Bytes;

/**
 * What a core reader needs of an ELF header (System V ABI, chapter 4). Only little-endian files: x86 has no other.
 *
 * @param elf64          ELFCLASS64, else ELFCLASS32
 * @param type           e_type
 * @param machine        e_machine
 * @param osAbi          EI_OSABI
 * @param programHeaders byte offset of the program headers
 * @param entrySize      bytes of one program header
 * @param count          program headers, resolved where e_phnum is PN_XNUM
 */
record ElfHeader(boolean elf64, int type, int machine, int osAbi, long programHeaders, int entrySize,
        long count) {

    static final int ET_CORE = 4;
    static final int EM_386 = 3;
    static final int EM_X86_64 = 62;
    static final int ELFOSABI_FREEBSD = 9;

    private static final long MAGIC = 0x464c457fL;
    private static final int PN_XNUM = 0xffff;

    /** Whether the bytes begin as an ELF file does. */
    static boolean hasMagic(MemorySegment file) {
        return file.byteSize() >= 4 && Bytes.u32(file, 0) == MAGIC;
    }

    /** Bytes of the smallest program header of the class. */
    static int leastEntry(boolean elf64) {
        return elf64 ? 56 : 32;
    }

    /** Empty if the file ends before the header does, or is neither of the two classes in little-endian order. */
    static Optional<ElfHeader> of(MemorySegment file) {
        if (file.byteSize() < 52 || !hasMagic(file) || Bytes.u8(file, 5) != 1) {
            return Optional.empty();
        }
        int elfClass = Bytes.u8(file, 4);
        boolean elf64 = elfClass == 2;
        if (!elf64 && elfClass != 1 || elf64 && file.byteSize() < 64) {
            return Optional.empty();
        }
        long programHeaders = elf64 ? Bytes.u64(file, 32) : Bytes.u32(file, 28);
        long sections = elf64 ? Bytes.u64(file, 40) : Bytes.u32(file, 32);
        int entrySize = Bytes.u16(file, elf64 ? 54 : 42);
        long count = Bytes.u16(file, elf64 ? 56 : 44);
        if (count == PN_XNUM) {
            count = countInSection0(file, sections, elf64).orElse(count);
        }
        return Optional.of(new ElfHeader(elf64, Bytes.u16(file, 16), Bytes.u16(file, 18), Bytes.u8(file, 7),
                programHeaders, entrySize, count));
    }

    /** With PN_XNUM the number stands in sh_info of the first section header. */
    private static Optional<Long> countInSection0(MemorySegment file, long sections, boolean elf64) {
        int at = elf64 ? 44 : 28;
        if (sections <= 0 || sections > file.byteSize() - at - 4) {
            return Optional.empty();
        }
        return Optional.of(Bytes.u32(file, sections + at));
    }

    /** A program header. Offsets and sizes are unsigned: negative means beyond any file. */
    record Segment(int type, long offset, long fileSize, long align) {
        static final int PT_LOAD = 1;
        static final int PT_NOTE = 4;
    }

    /** The program header at {@code at}, which lies in the file. */
    Segment segment(MemorySegment file, long at) {
        return elf64
                ? new Segment((int) Bytes.u32(file, at), Bytes.u64(file, at + 8), Bytes.u64(file, at + 32),
                        Bytes.u64(file, at + 48))
                : new Segment((int) Bytes.u32(file, at), Bytes.u32(file, at + 4), Bytes.u32(file, at + 16),
                        Bytes.u32(file, at + 28));
    }
}
