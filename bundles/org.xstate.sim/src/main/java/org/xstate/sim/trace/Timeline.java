package org.xstate.sim.trace;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.xstate.sim.run.Moment;

/**
 * What a history looks like from afar: for each step who did it, how each CPU executes afterwards and for whom, which tasks
 * have to be loaded, and what was moved. A few words for each step, so that a hundred thousand steps are drawn at once.
 * Immutable; {@link TimelineMaker} makes and extends it.
 */
public final class Timeline {

    /** How a CPU executes. */
    public enum Mode {
        USER("user mode"), KERNEL("kernel"), IDLE("idle"), SOFTIRQ("softirq"), HARDIRQ("hardirq"), NMI("NMI");

        private final String words;

        Mode(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What happened in a step that a reader looks for. */
    public enum Tick {
        /** An instruction of the XSAVE family stored registers. */
        SAVE("save"),
        /** One of the XRSTOR family loaded them. */
        RESTORE("restore"),
        /** A register of a component was written by itself: an instruction of its own, WRMSR. */
        REGISTER("register write"),
        /** Bytes of an image were stored otherwise. */
        MEMORY("memory write"),
        /** An exception was raised. */
        TRAP("trap"),
        /** Another task became current. */
        SWITCH("switch"),
        /** A claim is violated. */
        VIOLATION("violation");

        private final String words;

        Tick(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        int bit() {
            return 1 << ordinal();
        }

        /** Whether it is among ticks as bits. */
        public boolean in(int bits) {
            return (bits & bit()) != 0;
        }
    }

    /** A lane. @param cpu whether it is that of a CPU @param number of the CPU or task; of a rule in rule form */
    public record Lane(boolean cpu, int number, String name) {
    }

    private static final List<Mode> MODES = List.of(Mode.values());
    /** Nobody, as a task's number. */
    public static final int NOBODY = -1;

    static final int MODE = 0x7;
    static final int LOCKED = 0x8;
    static final int KERNEL_FPU = 0x10;
    static final int CURRENT_SHIFT = 8;
    /** Positions in a row: action and ticks, CPU that executed, tasks whose images were moved, TIF flags, then the CPUs. */
    static final int ACTION = 0;
    static final int TICKS = 1;
    static final int CPU = 2;
    static final int SAVED_TO = 3;
    static final int RESTORED_FROM = 4;
    static final int WRITTEN = 5;
    static final int FLAGS = 6;
    static final int FIRST_CPU = 7;

    private final List<Lane> cpus;
    private final List<Lane> tasks;
    private final List<String> actions;
    private final int[][] rows;
    private final Moment[] moments;
    private final int size;
    private final BitSet taken = new BitSet();

    Timeline(List<Lane> cpus, List<Lane> tasks, List<String> actions, int[][] rows, Moment[] moments,
            int size) {
        this.cpus = List.copyOf(cpus);
        this.tasks = List.copyOf(tasks);
        this.actions = List.copyOf(actions);
        this.rows = rows;
        this.moments = moments;
        this.size = size;
        for (int step = 1; step < size; step++) {
            taken.set(rows[step][ACTION]);
        }
    }

    /** Number of steps that it knows; step 0 is the beginning. */
    public int steps() {
        return Math.max(0, size - 1);
    }

    public List<Lane> cpus() {
        return cpus;
    }

    /** Of tasks; of rules in rule form. */
    public List<Lane> tasks() {
        return tasks;
    }

    /** The name of what stepped: a task, an interrupt, a rule. */
    public String actor(int step) {
        int action = rows[step][ACTION];
        return action < 0 ? "" : actions.get(action);
    }

    /** Number of what stepped among all; -1 for the beginning. */
    public int action(int step) {
        return rows[step][ACTION];
    }

    /** The CPU on which it stepped. */
    public OptionalInt cpu(int step) {
        return rows[step][CPU] < 0 ? OptionalInt.empty() : OptionalInt.of(rows[step][CPU]);
    }

    public boolean has(int step, Tick tick) {
        return (rows[step][TICKS] & tick.bit()) != 0;
    }

    /** The ticks of a step as bits, by their ordinal. */
    public int ticks(int step) {
        return rows[step][TICKS];
    }

    /**
     * The task whose image a tick of the step is about; {@link #NOBODY} if none's.
     *
     * @param tick of those that move an image: save, restore, memory write
     */
    public int imageOf(int step, Tick tick) {
        return switch (tick) {
            case SAVE -> rows[step][SAVED_TO];
            case RESTORE -> rows[step][RESTORED_FROM];
            case MEMORY -> rows[step][WRITTEN];
            default -> NOBODY;
        };
    }

    /** Whether the task's TIF_NEED_FPU_LOAD is set after the step. */
    public boolean needsLoad(int step, int task) {
        return (rows[step][FLAGS] >>> task & 1) != 0;
    }

    /** How the CPU executes after the step; for the step of an interrupt, in that. */
    public Mode mode(int step, int cpu) {
        return MODES.get(rows[step][FIRST_CPU + cpu] & MODE);
    }

    /**
     * A step after which the CPU is as it is after most of these: mode, task and locks are the same. Of equals the first.
     *
     * @param to the last one
     */
    public int typical(int from, int to, int cpu) {
        int[] looks = new int[to - from + 1];
        int[] counts = new int[looks.length];
        int[] firsts = new int[looks.length];
        int known = 0;
        for (int step = from; step <= to; step++) {
            int look = rows[step][FIRST_CPU + cpu];
            int at = 0;
            while (at < known && looks[at] != look) {
                at++;
            }
            if (at == known) {
                looks[at] = look;
                firsts[at] = step;
                known++;
            }
            counts[at]++;
        }
        int most = 0;
        for (int at = 1; at < known; at++) {
            most = counts[at] > counts[most] ? at : most;
        }
        return firsts[most];
    }

    /** Whether the CPU executes in one of these modes after any of the steps. @param to the last one */
    public boolean isAnyIn(Set<Mode> modes, int from, int to, int cpu) {
        int seen = 0;
        for (int step = from; step <= to; step++) {
            seen |= 1 << (rows[step][FIRST_CPU + cpu] & MODE);
        }
        int bits = seen;
        return modes.stream().anyMatch(mode -> (bits >> mode.ordinal() & 1) != 0);
    }

    /** The ticks of several steps as bits, by their ordinal. @param to the last one */
    public int ticks(int from, int to) {
        int bits = 0;
        for (int step = from; step <= to; step++) {
            bits |= rows[step][TICKS];
        }
        return bits;
    }

    /** Whether preemption, bottom halves or interrupts are off there after the step. */
    public boolean isLocked(int step, int cpu) {
        return (rows[step][FIRST_CPU + cpu] & LOCKED) != 0;
    }

    /** Whether a kernel FPU section is open there after the step. */
    public boolean isKernelFpu(int step, int cpu) {
        return (rows[step][FIRST_CPU + cpu] & KERNEL_FPU) != 0;
    }

    /** The task that is current there after the step; {@link #NOBODY} for the idle one. */
    public int current(int step, int cpu) {
        return rows[step][FIRST_CPU + cpu] >> CURRENT_SHIFT;
    }

    /** The lanes of tasks; in rule form those of the rules that were taken. */
    public List<Lane> shownTasks() {
        return cpus.isEmpty() ? tasks.stream().filter(lane -> taken.get(lane.number())).toList() : tasks;
    }

    /** The CPU on which the task is current after the step. */
    public OptionalInt cpuOf(int step, int task) {
        for (int cpu = 0; cpu < cpus.size(); cpu++) {
            if (current(step, cpu) == task) {
                return OptionalInt.of(cpu);
            }
        }
        return OptionalInt.empty();
    }

    /** The next step with one of these ticks, behind or before a step. @param ticks bits by ordinal */
    public OptionalInt next(int from, boolean forward, int ticks) {
        for (int step = forward ? from + 1 : from - 1; step > 0
                && step <= steps(); step += forward ? 1 : -1) {
            if ((rows[step][TICKS] & ticks) != 0) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    /** Number of moments at the beginning of a history that this one knows already. */
    int known(List<Moment> history) {
        int low = 0;
        int high = Math.min(size, history.size());
        while (low < high) {
            int middle = (low + high) / 2;
            if (moments[middle] == history.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first so many moments, with room for more behind them. */
    int[][] rows(int keep, int room) {
        return Arrays.copyOf(Arrays.copyOf(rows, keep), room);
    }

    Moment[] moments(int keep, int room) {
        return Arrays.copyOf(Arrays.copyOf(moments, keep), room);
    }

    /** What is violated at its end, told as a tick; empty if nothing. */
    public Optional<Integer> violation() {
        return steps() > 0 && has(steps(), Tick.VIOLATION) ? Optional.of(steps()) : Optional.empty();
    }
}
