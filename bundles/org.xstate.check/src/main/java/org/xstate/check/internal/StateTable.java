package org.xstate.check.internal;

import java.util.Optional;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/**
 * The visited set: whole states, off-heap, in {@value #SHARDS} shards that grow one at a time. Small shards keep short
 * how long growing stops the other threads, and how much memory it needs beside the old table. Their sizes are
 * staggered, so that they do not grow all at once.
 *
 * <p>Threads add states while they hold the lock as readers; growing holds it as a writer.
 */
final class StateTable implements AutoCloseable {

    /** Most states that a thread adds while it holds the lock. */
    static final int BATCH = 256;

    private static final int SHARD_BITS = 4;
    private static final int SHARDS = 1 << SHARD_BITS;

    /** A new shard has room for so many batches of each thread: see {@link #minimalCapacity}. */
    private static final int BATCHES_OF_ROOM = 12;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long FINISHER = 0xD6E8FEB86659FD93L;

    private final Memory memory;
    private final int words;
    private final Shard[] shards;
    private final StampedLock lock = new StampedLock();
    private volatile boolean crowded;

    private StateTable(Memory memory, int words, Shard[] shards) {
        this.memory = memory;
        this.words = words;
        this.shards = shards;
    }

    /** An empty table, or nothing if the memory is too small for the smallest one. */
    static Optional<StateTable> create(Memory memory, int words, int threads) {
        Shard[] shards = new Shard[SHARDS];
        long smallest = minimalCapacity(threads);
        for (int i = 0; i < SHARDS; i++) {
            long capacity = smallest + smallest * i / (2 * SHARDS);
            Optional<Memory.Block> block = memory.allocate(capacity * words * Long.BYTES);
            if (block.isEmpty()) {
                for (int j = 0; j < i; j++) {
                    shards[j].close(memory);
                }
                return Optional.empty();
            }
            shards[i] = new Shard(words, threads > 1, capacity, block.get());
        }
        return Optional.of(new StateTable(memory, words, shards));
    }

    /**
     * A shard is found full late: a thread tells of its additions by quota (all threads together a 64th of the slots)
     * and grows the table after its batch. A quarter of the slots is free by then, which has to suffice for two batches
     * of each thread.
     */
    private static long minimalCapacity(int threads) {
        return (long) BATCHES_OF_ROOM * BATCH * threads;
    }

    /** Spreads the words of a state over 64 bits, the upper ones best. */
    static long hash(long[] state, int at, int words) {
        long hash = 0;
        for (int i = 0; i < words; i++) {
            hash = (hash ^ state[at + i]) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        return hash * FINISHER;
    }

    /** The bits of a hash that choose the slot within a shard, in the upper bits. */
    static long home(long hash) {
        return hash << SHARD_BITS;
    }

    Writer writer(int threads) {
        return new Writer(threads);
    }

    @Override
    public void close() {
        for (Shard shard : shards) {
            shard.close(memory);
        }
    }

    /** Adds states for one thread. */
    final class Writer {

        private final int threads;
        private final long[] pending = new long[SHARDS];
        private final long[] hashes = new long[BATCH];
        /** Takes what was touched, so that the reads are not optimised away. */
        private long sink;

        private Writer(int threads) {
            this.threads = threads;
        }

        /**
         * Adds up to {@value #BATCH} states.
         *
         * @param states words of the states, one after the other
         * @param first index of the first of them, in states
         * @param number how many
         * @param fresh receives the indices of those that were new, in rising order
         * @return how many were new
         */
        int insert(long[] states, int first, int number, int[] fresh) {
            long reserved = 0;
            for (int i = 0; i < number; i++) {
                int at = (first + i) * words;
                reserved |= states[at];
                hashes[i] = hash(states, at, words);
            }
            if (reserved < 0) {
                throw new IllegalStateException("a state uses bit 63 of its first word");
            }
            int count = 0;
            long stamp = lock.readLock();
            try {
                long touched = 0;
                for (int i = 0; i < number; i++) {
                    touched ^= shards[(int) (hashes[i] >>> (Long.SIZE - SHARD_BITS))].touch(home(hashes[i]));
                }
                sink = touched;
                for (int i = 0; i < number; i++) {
                    long hash = hashes[i];
                    int shard = (int) (hash >>> (Long.SIZE - SHARD_BITS));
                    if (shards[shard].insert(states, (first + i) * words, home(hash))) {
                        fresh[count++] = first + i;
                        pending[shard]++;
                    }
                }
                publish(count);
            } finally {
                lock.unlockRead(stamp);
            }
            return count;
        }

        private void publish(int count) {
            if (count == 0) {
                return;
            }
            for (int i = 0; i < SHARDS; i++) {
                if (pending[i] >= shards[i].quota(threads)) {
                    if (shards[i].added(pending[i])) {
                        crowded = true;
                    }
                    pending[i] = 0;
                }
            }
        }

        /** Lets the table grow if it has to and the exploration goes on; false if there is no memory for that. */
        boolean relieve(BooleanSupplier ended) {
            return !crowded || grow(ended);
        }
    }

    private boolean grow(BooleanSupplier ended) {
        long stamp = lock.writeLock();
        try {
            for (Shard shard : shards) {
                if (!shard.relieve(memory, ended)) {
                    return false;
                }
            }
            crowded = false;
            return true;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
