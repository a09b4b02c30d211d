package org.xstate.check.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Memory outside the Java heap, within a budget in bytes. */
final class Memory {

    private static final long WORD_ALIGNMENT = Long.BYTES;

    private final long budget;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();

    Memory(long budget) {
        this.budget = budget;
    }

    /** A zeroed block, or nothing if the budget or the virtual machine does not allow it. */
    Optional<Block> allocate(long bytes) {
        if (!reserve(bytes)) {
            return Optional.empty();
        }
        Arena arena = Arena.ofShared();
        try {
            return Optional.of(new Block(segment(bytes, arena), arena));
        } catch (OutOfMemoryError refused) {
            // the operating system or -XX:MaxDirectMemorySize says no: a bound like the budget, and no damage done
            arena.close();
            used.addAndGet(-bytes);
            return Optional.empty();
        }
    }

    private static MemorySegment segment(long bytes, Arena arena) {
        if (bytes >= LargePages.PAGE && LargePages.available()) {
            return LargePages.map(bytes, arena).orElseThrow(OutOfMemoryError::new);
        }
        return arena.allocate(bytes, WORD_ALIGNMENT);
    }

    void free(Block block) {
        used.addAndGet(-block.segment().byteSize());
        block.arena().close();
    }

    /** Bytes in use. */
    long used() {
        return used.get();
    }

    /** Most bytes that were in use at one time. */
    long peak() {
        return peak.get();
    }

    private boolean reserve(long bytes) {
        long now;
        do {
            now = used.get();
            if (bytes > budget - now) {
                return false;
            }
        } while (!used.compareAndSet(now, now + bytes));
        peak.accumulateAndGet(now + bytes, Math::max);
        return true;
    }

    /** Some memory and what owns it. */
    record Block(MemorySegment segment, Arena arena) {
    }
}
