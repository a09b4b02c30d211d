package org.xstate.check;

/**
 * How a machine is checked.
 *
 * @param exploration threads, bounds, deadlocks
 * @param reductions  whether states that cannot differ in what they lead to are taken for one; the verdict and the length
 *                    of a counterexample do not depend on it, counts do
 */
public record CheckOptions(ExplorationOptions exploration, boolean reductions) {

    /** Part of the heap's bound, by default a quarter of the memory, that the visited set takes unless told otherwise. */
    private static final int TIMES_HEAP = 2;

    /**
     * One thread and all reductions. The visited set may take half of the machine's memory (or of the container's): twice
     * the heap, which by default is a quarter.
     */
    public static CheckOptions defaults() {
        return new CheckOptions(ExplorationOptions.defaults().withMaxMemory(memory()), true);
    }

    private static long memory() {
        long heap = Runtime.getRuntime().maxMemory();
        return heap > Long.MAX_VALUE / TIMES_HEAP ? ExplorationOptions.UNLIMITED : TIMES_HEAP * heap;
    }

    public CheckOptions withExploration(ExplorationOptions options) {
        return new CheckOptions(options, reductions);
    }

    public CheckOptions withReductions(boolean wanted) {
        return new CheckOptions(exploration, wanted);
    }
}
