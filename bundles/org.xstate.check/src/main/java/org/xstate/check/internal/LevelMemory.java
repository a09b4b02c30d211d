package org.xstate.check.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the levels lie: slabs that are filled one after the other and kept to the end, because the search for a
 * counterexample goes back through all levels.
 */
final class LevelMemory implements AutoCloseable {

    private static final long FIRST_SLAB = 1L << 18;
    private static final long LARGEST_SLAB = 1L << 24;

    private final Memory memory;
    private final int words;
    private final List<Memory.Block> slabs = new ArrayList<>();
    private long nextSlab = FIRST_SLAB;
    private MemorySegment free = MemorySegment.NULL;

    LevelMemory(Memory memory, int words) {
        this.memory = memory;
        this.words = words;
    }

    /** A chunk with copies of the first states of an array, or nothing if there is no memory. */
    Optional<Level.Chunk> store(long[] source, int states) {
        long bytes = (long) states * words * Long.BYTES;
        return take(bytes).map(target -> {
            MemorySegment.copy(source, 0, target, ValueLayout.JAVA_LONG, 0, states * words);
            return new Level.Chunk(target, states);
        });
    }

    private synchronized Optional<MemorySegment> take(long bytes) {
        if (free.byteSize() < bytes) {
            Optional<Memory.Block> slab = memory.allocate(Math.max(bytes, nextSlab));
            if (slab.isEmpty()) {
                return Optional.empty();
            }
            slabs.add(slab.get());
            free = slab.get().segment();
            nextSlab = Math.min(2 * nextSlab, LARGEST_SLAB);
        }
        MemorySegment taken = free.asSlice(0, bytes);
        free = free.asSlice(bytes);
        return Optional.of(taken);
    }

    @Override
    public void close() {
        slabs.forEach(memory::free);
    }
}
