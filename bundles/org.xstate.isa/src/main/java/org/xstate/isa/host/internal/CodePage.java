package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;

/**
 * Machine code in memory of its own, never writable and executable at the same time: mapped read-write, filled, then
 * made read-execute.
 */
final class CodePage implements AutoCloseable {

    private static final int PROT_READ = 1;
    private static final int PROT_WRITE = 2;
    private static final int PROT_EXEC = 4;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_ANONYMOUS = 0x20;
    private static final long PAGE = 4096;

    private final NativeCalls calls;
    private final MemorySegment memory;

    private CodePage(NativeCalls calls, MemorySegment memory) {
        this.calls = calls;
        this.memory = memory;
    }

    /**
     * Makes code executable.
     *
     * @throws NativeRefusal if the kernel or a security module refuses memory, or refuses to make it executable
     */
    static CodePage of(NativeCalls calls, byte[] code) {
        long size = (code.length + PAGE - 1) / PAGE * PAGE;
        long address = calls.syscall(NativeCalls.SYS_MMAP, 0, size, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (address < 0) {
            throw new NativeRefusal("mmap of %d bytes failed: %s".formatted(size,
                    NativeCalls.errorName(address)), "");
        }
        CodePage page = new CodePage(calls, MemorySegment.ofAddress(address).reinterpret(size));
        MemorySegment.copy(MemorySegment.ofArray(code), 0, page.memory, 0, code.length);
        long refused = calls.syscall(NativeCalls.SYS_MPROTECT, address, size, PROT_READ | PROT_EXEC);
        if (refused < 0) {
            page.close();
            throw new NativeRefusal("executable memory was refused: mprotect(PROT_EXEC) failed with "
                    + NativeCalls.errorName(refused),
                    "allow it for java (SELinux: execmem and execmod; systemd: MemoryDenyWriteExecute=no; "
                            + "prctl: no PR_SET_MDWE)");
        }
        return page;
    }

    /** Where the byte at {@code offset} is, to be called. */
    MemorySegment at(long offset) {
        return MemorySegment.ofAddress(memory.address() + offset);
    }

    @Override
    public void close() {
        calls.syscall(NativeCalls.SYS_MUNMAP, memory.address(), memory.byteSize());
    }
}
