package org.xstate.check.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One part of the visited set: an open-addressing table of whole states with linear probing.
 *
 * <p>A slot holds the words of a state. In word 0 of a used slot bit 63 is set; 0 is a free slot. A thread claims a free
 * slot by writing {@link #CLAIMED} there, writes the other words, and then word 0, so that whoever reads word 0 of a
 * state sees all of it. A slot once used never changes until the table grows, which only one thread does while no
 * other uses the table.
 *
 * <p>The home slot rises with the hash, so growing copies from one sequential stream to another.
 */
final class Shard {

    private static final VarHandle WORD = ValueLayout.JAVA_LONG.varHandle();
    private static final long OCCUPIED = 1L << 63;
    private static final long CLAIMED = 1;

    /** Part of the slots that may be used, in percent: more costs time (longer probes), less costs memory. */
    private static final long MAX_LOAD = 75;

    /** By how much a full table grows. */
    private static final double GROWTH = 1.5;

    /** Slots between two questions whether the exploration has ended, minus one. */
    private static final long ASK_MASK = (1L << 16) - 1;

    private final int words;
    private final long slotBytes;
    private final boolean concurrent;
    private final AtomicLong size = new AtomicLong();

    private Memory.Block block;
    private MemorySegment slots;
    private long capacity;
    private long limit;
    private long end;

    Shard(int words, boolean concurrent, long capacity, Memory.Block block) {
        this.words = words;
        this.slotBytes = (long) words * Long.BYTES;
        this.concurrent = concurrent;
        take(capacity, block);
    }

    private void take(long newCapacity, Memory.Block newBlock) {
        block = newBlock;
        slots = newBlock.segment();
        capacity = newCapacity;
        limit = newCapacity * MAX_LOAD / 100;
        end = newCapacity * slotBytes;
    }

    /**
     * Reads the home slot of a state, so that it is in the cache when {@link #insert} comes to it. Reads of one batch do
     * not wait for each other, while the branches of inserting wait for theirs.
     */
    long touch(long home) {
        return (long) WORD.get(slots, Math.unsignedMultiplyHigh(home, capacity) * slotBytes);
    }

    /**
     * Adds a state if it is not there.
     *
     * @param home hash without the bits that chose this shard, in the upper bits
     * @return whether it was new
     */
    boolean insert(long[] state, int at, long home) {
        MemorySegment memory = slots;
        long key = state[at] | OCCUPIED;
        long offset = Math.unsignedMultiplyHigh(home, capacity) * slotBytes;
        while (true) {
            long word = (long) WORD.getAcquire(memory, offset);
            if (word == key) {
                if (sameRest(memory, offset, state, at)) {
                    return false;
                }
            } else if (word == 0) {
                if (put(memory, offset, key, state, at)) {
                    return true;
                }
                continue;
            } else if (word == CLAIMED) {
                Thread.onSpinWait();
                continue;
            }
            offset += slotBytes;
            if (offset == end) {
                offset = 0;
            }
        }
    }

    private boolean sameRest(MemorySegment memory, long offset, long[] state, int at) {
        for (int i = 1; i < words; i++) {
            if ((long) WORD.get(memory, offset + (long) i * Long.BYTES) != state[at + i]) {
                return false;
            }
        }
        return true;
    }

    private boolean put(MemorySegment memory, long offset, long key, long[] state, int at) {
        if (concurrent && !WORD.compareAndSet(memory, offset, 0L, words == 1 ? key : CLAIMED)) {
            return false;
        }
        for (int i = 1; i < words; i++) {
            WORD.set(memory, offset + (long) i * Long.BYTES, state[at + i]);
        }
        WORD.setRelease(memory, offset, key);
        return true;
    }

    /** Takes note of added states; returns whether the table should grow now. */
    boolean added(long number) {
        return size.addAndGet(number) >= limit;
    }

    /** How many states a thread may add before it has to call {@link #added}. */
    long quota(int threads) {
        return Math.max(1, capacity / (64L * threads));
    }

    /**
     * Moves to a larger table if this one is full. If the exploration ends meanwhile, the old table stays as it is.
     *
     * @param ended asked now and then, because a large table takes longer than a cancel may
     * @return false if there is no memory for a larger table
     */
    boolean relieve(Memory memory, BooleanSupplier ended) {
        if (size.get() < limit) {
            return true;
        }
        long larger = (long) (capacity * GROWTH);
        Optional<Memory.Block> room = memory.allocate(larger * slotBytes);
        if (room.isEmpty()) {
            return false;
        }
        long oldCapacity = capacity;
        Memory.Block old = block;
        take(larger, room.get());
        if (moveAll(old.segment(), oldCapacity, ended)) {
            memory.free(old);
        } else {
            memory.free(block);
            take(oldCapacity, old);
        }
        return true;
    }

    private boolean moveAll(MemorySegment from, long slotsThere, BooleanSupplier ended) {
        long[] state = new long[words];
        for (long slot = 0; slot < slotsThere; slot++) {
            if ((slot & ASK_MASK) == ASK_MASK && ended.getAsBoolean()) {
                return false;
            }
            long offset = slot * slotBytes;
            long key = (long) WORD.get(from, offset);
            if (key != 0) {
                state[0] = key & ~OCCUPIED;
                for (int i = 1; i < words; i++) {
                    state[i] = (long) WORD.get(from, offset + (long) i * Long.BYTES);
                }
                move(state, key);
            }
        }
        return true;
    }

    /** Adds a state that is known to be new, while no other thread uses the table. */
    private void move(long[] state, long key) {
        long offset = Math.unsignedMultiplyHigh(StateTable.home(StateTable.hash(state, 0, words)), capacity)
                * slotBytes;
        while ((long) WORD.get(slots, offset) != 0) {
            offset += slotBytes;
            if (offset == end) {
                offset = 0;
            }
        }
        WORD.set(slots, offset, key);
        for (int i = 1; i < words; i++) {
            WORD.set(slots, offset + (long) i * Long.BYTES, state[i]);
        }
    }

    void close(Memory memory) {
        memory.free(block);
    }
}
