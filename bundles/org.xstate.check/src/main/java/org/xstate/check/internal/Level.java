package org.xstate.check.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** The states at one distance from the initial states, in chunks that a thread takes as a unit of work. */
final class Level {

    /** States of a full chunk. */
    static final int CHUNK = 1024;

    private final LevelMemory memory;
    private final List<Chunk> chunks = new ArrayList<>();
    private long states;

    /** @param memory where its states will lie */
    Level(LevelMemory memory) {
        this.memory = memory;
    }

    /** Adds copies of the first states of an array; false if there is no memory for them. */
    boolean add(long[] source, int number) {
        return memory.store(source, number).map(this::add).isPresent();
    }

    private synchronized Chunk add(Chunk chunk) {
        chunks.add(chunk);
        states += chunk.states();
        return chunk;
    }

    synchronized int chunks() {
        return chunks.size();
    }

    synchronized Chunk chunk(int index) {
        return chunks.get(index);
    }

    /** Number of states. */
    synchronized long states() {
        return states;
    }

    /** Some states, one after the other. */
    record Chunk(MemorySegment memory, int states) {

        /** Copies the words of all states to the beginning of an array. */
        void copyTo(long[] target) {
            MemorySegment.copy(memory, ValueLayout.JAVA_LONG, 0, target, 0,
                    (int) (memory.byteSize() / Long.BYTES));
        }
    }
}
