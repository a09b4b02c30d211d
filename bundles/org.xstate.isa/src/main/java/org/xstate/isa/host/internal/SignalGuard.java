package org.xstate.isa.host.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Puts the stub's handler in front of the JVM's for the signals that exceptions arrive as. For a child process only: the
 * handlers stay until it ends.
 */
final class SignalGuard {

    /** struct kernel_sigaction on x86-64: handler, flags, restorer, mask; each 8 bytes. */
    private static final int HANDLER = 0;
    private static final int FLAGS = 8;
    private static final int RESTORER = 16;
    private static final int ACTION_SIZE = 32;
    private static final long MASK_SIZE = 8;
    private static final long SA_SIGINFO = 4;
    private static final long SA_RESTORER = 0x04000000;
    private static final long LOWEST_HANDLER = 2;

    private SignalGuard() {
    }

    /** Builds the code of the stubs with the present handlers as its way out, and installs its handler. */
    static Installed install(NativeCalls calls) {
        long[] previous = new long[CaseStubs.SIGNALS.length];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(ACTION_SIZE, 8);
            for (int i = 0; i < previous.length; i++) {
                change(calls, CaseStubs.SIGNALS[i], 0, action.address());
                previous[i] = action.get(ValueLayout.JAVA_LONG, HANDLER);
                if (Long.compareUnsigned(previous[i], LOWEST_HANDLER) < 0) {
                    throw new NativeRefusal("the JVM handles no signal " + CaseStubs.SIGNALS[i], "");
                }
            }
            MachineCode code = CaseStubs.code(previous);
            CodePage page = CodePage.of(calls, code.toByteArray());
            for (int signal : CaseStubs.SIGNALS) {
                change(calls, signal, 0, action.address());
                long flags = action.get(ValueLayout.JAVA_LONG, FLAGS);
                action.set(ValueLayout.JAVA_LONG, FLAGS, flags | SA_SIGINFO | SA_RESTORER);
                action.set(ValueLayout.JAVA_LONG, HANDLER, page.at(code.offset(CaseStubs.HANDLER)).address());
                action.set(ValueLayout.JAVA_LONG, RESTORER,
                        page.at(code.offset(CaseStubs.RESTORER)).address());
                change(calls, signal, action.address(), 0);
            }
            return new Installed(code, page);
        }
    }

    private static void change(NativeCalls calls, int signal, long to, long from) {
        long result = calls.syscall(NativeCalls.SYS_RT_SIGACTION, signal, to, from, MASK_SIZE);
        if (result < 0) {
            throw new NativeRefusal("rt_sigaction for signal %d failed: %s".formatted(signal,
                    NativeCalls.errorName(result)), "");
        }
    }

    /** The stubs in executable memory. */
    record Installed(MachineCode code, CodePage page) {
        /** Where a routine is. */
        long address(String label) {
            return page.at(code.offset(label)).address();
        }
    }
}
