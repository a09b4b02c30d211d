package org.xstate.isa.host.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps the calling thread on one logical CPU for a while: on a hybrid processor the core types answer differently. */
final class Affinity {

    /** Bytes of a cpu_set_t that serves 8192 CPUs, the largest NR_CPUS the kernel can be configured for. */
    private static final int SET_SIZE = 1024;

    private final NativeCalls calls;

    Affinity(NativeCalls calls) {
        this.calls = calls;
    }

    /** The logical CPUs that the thread may run on, ascending; empty if the kernel does not say. */
    List<Integer> allowed() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(SET_SIZE, 8);
            long length = calls.syscall(NativeCalls.SYS_SCHED_GETAFFINITY, 0, SET_SIZE, set.address());
            List<Integer> cpus = new ArrayList<>();
            for (int cpu = 0; cpu < length * 8; cpu++) {
                if ((set.get(ValueLayout.JAVA_BYTE, cpu / 8) >>> cpu % 8 & 1) != 0) {
                    cpus.add(cpu);
                }
            }
            return cpus;
        }
    }

    /** Runs {@code action} on one CPU and lets the thread go where it was allowed before. */
    <T> T on(int cpu, Supplier<T> action) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment before = arena.allocate(SET_SIZE, 8);
            long length = calls.syscall(NativeCalls.SYS_SCHED_GETAFFINITY, 0, SET_SIZE, before.address());
            MemorySegment one = arena.allocate(SET_SIZE, 8);
            one.set(ValueLayout.JAVA_BYTE, cpu / 8, (byte) (1 << cpu % 8));
            boolean moved = length > 0
                    && calls.syscall(NativeCalls.SYS_SCHED_SETAFFINITY, 0, length, one.address()) == 0;
            try {
                return action.get();
            } finally {
                if (moved) {
                    calls.syscall(NativeCalls.SYS_SCHED_SETAFFINITY, 0, length, before.address());
                }
            }
        }
    }
}
