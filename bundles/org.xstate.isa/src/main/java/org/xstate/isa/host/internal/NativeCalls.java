package org.xstate.isa.host.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/**
 * Calls into the kernel and into stubs by java.lang.foreign. Everything goes through one signature (seven 64-bit
 * integers, the System V ABI ignores surplus arguments), because linking a signature is what costs time at start-up.
 */
final class NativeCalls implements AutoCloseable {

    /** Linux system call numbers for x86-64 (arch/x86/entry/syscalls/syscall_64.tbl). */
    static final int SYS_MMAP = 9;
    static final int SYS_MPROTECT = 10;
    static final int SYS_MUNMAP = 11;
    static final int SYS_RT_SIGACTION = 13;
    static final int SYS_ARCH_PRCTL = 158;
    static final int SYS_SCHED_SETAFFINITY = 203;
    static final int SYS_SCHED_GETAFFINITY = 204;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(StructLayout.PathElement.groupElement("errno"));

    private final Arena arena;
    private final MethodHandle call;
    private final MemorySegment syscall;
    private final MemorySegment state;

    private NativeCalls(Arena arena, MethodHandle call, MemorySegment syscall, MemorySegment state) {
        this.arena = arena;
        this.call = call;
        this.syscall = syscall;
        this.state = state;
    }

    /**
     * Links.
     *
     * @throws NativeRefusal on another platform, or if the module may not use native access
     */
    static NativeCalls open() {
        requirePlatform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Module module = NativeCalls.class.getModule();
        if (!module.isNativeAccessEnabled()) {
            String name = module.isNamed() ? module.getName() : "ALL-UNNAMED";
            throw new NativeRefusal("the JVM was started without native access for this code",
                    "start java with --enable-native-access=" + name);
        }
        Linker linker = Linker.nativeLinker();
        MemorySegment syscall = linker.defaultLookup().find("syscall").orElseThrow(
                () -> new NativeRefusal("the C library has no function syscall", ""));
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        MethodHandle call = linker.downcallHandle(
                FunctionDescriptor.of(word, word, word, word, word, word, word, word),
                Linker.Option.captureCallState("errno"));
        Arena arena = Arena.ofConfined();
        return new NativeCalls(arena, call, syscall, arena.allocate(STATE));
    }

    static void requirePlatform(String system, String architecture) {
        String arch = architecture.toLowerCase(Locale.ROOT);
        if (!system.equals("Linux") || !arch.equals("amd64") && !arch.equals("x86_64")) {
            throw new NativeRefusal("this is %s on %s; reading the processor is done on x86-64 Linux only"
                    .formatted(system, architecture), "record CPUID on the machine and use --cpuid FILE");
        }
    }

    /** A system call; the result, or the negated error number. */
    long syscall(long number, long... arguments) {
        long[] words = new long[6];
        System.arraycopy(arguments, 0, words, 0, arguments.length);
        long result = invoke(syscall, number, words[0], words[1], words[2], words[3], words[4], words[5]);
        return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
    }

    /** Calls machine code with up to three arguments in RDI, RSI and RDX; RAX is the result. */
    long call(MemorySegment code, long first, long second, long third) {
        return invoke(code, first, second, third, 0, 0, 0, 0);
    }

    private long invoke(MemorySegment address, long a, long b, long c, long d, long e, long f, long g) {
        try {
            return (long) call.invokeExact(address, state, a, b, c, d, e, f, g);
        } catch (Throwable failure) {
            throw new IllegalStateException("a native call did not take its arguments", failure);
        }
    }

    /** {@code EACCES (13)} and the like, for the few errors that occur here. */
    static String errorName(long result) {
        int number = (int) -result;
        String name = switch (number) {
            case 1 -> "EPERM";
            case 12 -> "ENOMEM";
            case 13 -> "EACCES";
            case 22 -> "EINVAL";
            case 28 -> "ENOSPC";
            case 38 -> "ENOSYS";
            case 95 -> "EOPNOTSUPP";
            default -> "errno";
        };
        return name + " (" + number + ")";
    }

    @Override
    public void close() {
        arena.close();
    }
}
