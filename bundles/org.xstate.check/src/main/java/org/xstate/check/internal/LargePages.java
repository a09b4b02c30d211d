package org.xstate.check.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;

/**
 * Blocks of 2 MiB pages from Linux. Random access to a large table is bound by address translation: with such pages it
 * is about twice as fast. The blocks come zeroed when they are first used, so that asking for a large one takes no time.
 *
 * <p>This needs native calls, and is offered only where the virtual machine was started with
 * {@code --enable-native-access}: without that the explorer uses ordinary memory and stays silent.
 */
final class LargePages {

    /** Size of a large page on x86-64, in bytes; smaller blocks do not profit. */
    static final long PAGE = 1L << 21;

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x2 | 0x20;
    private static final int MADV_HUGEPAGE = 14;
    private static final long MAP_FAILED = -1;

    private static final boolean AVAILABLE = LargePages.class.getModule().isNativeAccessEnabled()
            && System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("amd64");

    private LargePages() {
    }

    static boolean available() {
        return AVAILABLE;
    }

    /** A zeroed block that lives as long as the arena, or nothing if the kernel refuses. */
    static Optional<MemorySegment> map(long bytes, Arena arena) {
        long whole = Math.addExact(bytes, PAGE);
        long address = Calls.mmap(whole);
        if (address == MAP_FAILED) {
            return Optional.empty();
        }
        long aligned = address + PAGE - 1 & -PAGE;
        // a refusal costs speed only
        Calls.madvise(aligned, bytes);
        return Optional.of(MemorySegment.ofAddress(aligned).reinterpret(bytes, arena,
                block -> Calls.munmap(address, whole)));
    }

    /** Made when the first large block is wanted: linking takes tens of milliseconds, which a small model never pays. */
    private static final class Calls {

        private static final MethodHandle MMAP = find("mmap", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        private static final MethodHandle MUNMAP = find("munmap",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        private static final MethodHandle MADVISE = find("madvise",
                FunctionDescriptor.of(ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

        private static MethodHandle find(String name, FunctionDescriptor descriptor) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
        }

        static long mmap(long bytes) {
            try {
                return (long) MMAP.invokeExact(0L, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L);
            } catch (Throwable impossible) {
                throw new IllegalStateException("mmap", impossible);
            }
        }

        static int munmap(long address, long bytes) {
            try {
                return (int) MUNMAP.invokeExact(address, bytes);
            } catch (Throwable impossible) {
                throw new IllegalStateException("munmap", impossible);
            }
        }

        static int madvise(long address, long bytes) {
            try {
                return (int) MADVISE.invokeExact(address, bytes, MADV_HUGEPAGE);
            } catch (Throwable impossible) {
                throw new IllegalStateException("madvise", impossible);
            }
        }
    }
}
