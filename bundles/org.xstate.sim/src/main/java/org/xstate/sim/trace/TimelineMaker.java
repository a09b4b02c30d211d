package org.xstate.sim.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Event;
import org.xstate.model.run.Transition;
import org.xstate.model.run.Write;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Moves;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Timeline.Lane;
import org.xstate.sim.trace.Timeline.Mode;
import org.xstate.sim.trace.Timeline.Tick;

/** Makes the timeline of one scenario's histories, and extends it by what a history has grown. For one thread at a time. */
public final class TimelineMaker {

    private final Machine machine;
    private final List<String> actions;
    private final Optional<Transfers> transfers;
    private final Contexts contexts;
    private final Slots slots;
    private final int cpus;
    private final int tasks;
    private final List<Lane> cpuLanes;
    private final List<Lane> taskLanes;

    public TimelineMaker(Scenario scenario) {
        this.machine = scenario.machine();
        this.actions = new Moves(machine).actions();
        Words words = new Words(scenario.program(), machine);
        this.transfers = scenario.map().map(map -> new Transfers(machine,
                new Copies(scenario.program(), machine, map, words)));
        boolean rules = !machine.rules().isEmpty();
        this.cpus = rules ? 0 : machine.cpus();
        this.tasks = rules ? 0 : scenario.program().tasks().size();
        this.contexts = new Contexts(machine);
        this.slots = new Slots(machine, cpus, tasks);
        this.cpuLanes = IntStream.range(0, cpus).mapToObj(cpu -> new Lane(true, cpu, "CPU" + cpu)).toList();
        this.taskLanes = rules
                ? IntStream.range(0, machine.rules().size())
                        .mapToObj(rule -> new Lane(false, rule, machine.rules().get(rule).name())).toList()
                : IntStream.range(0, tasks).mapToObj(task -> new Lane(false, task, words.task(task)))
                        .toList();
    }

    /** A timeline of nothing. */
    public Timeline empty() {
        return new Timeline(cpuLanes, taskLanes, actions, new int[0][], new Moment[0], 0);
    }

    /** Of the whole history. */
    public Timeline of(Simulation simulation) {
        return extend(empty(), simulation.history(), simulation.violation().isPresent(), Integer.MAX_VALUE,
                () -> false);
    }

    /**
     * What an earlier timeline tells, as far as it is still so, and what came behind it.
     *
     * @param violated whether something is violated at the end of the history
     * @param most     moments to add at most: for whoever wants to show something meanwhile
     */
    public Timeline extend(Timeline before, List<Moment> history, boolean violated, int most,
            BooleanSupplier cancelled) {
        int known = before.known(history);
        int end = (int) Math.min(history.size(), (long) known + most);
        int[][] rows = before.rows(known, end);
        Moment[] moments = before.moments(known, end);
        int made = known;
        while (made < end && !cancelled.getAsBoolean()) {
            rows[made] = row(history, made);
            moments[made] = history.get(made);
            made++;
        }
        if (made == history.size() && violated && made > 1) {
            rows[made - 1] = rows[made - 1].clone();
            rows[made - 1][Timeline.TICKS] |= Tick.VIOLATION.bit();
        }
        return new Timeline(cpuLanes, taskLanes, actions, rows, moments, made);
    }

    private int[] row(List<Moment> history, int step) {
        int[] row = new int[Timeline.FIRST_CPU + cpus];
        Transition by = history.get(step).by();
        long[] state = history.get(step).state();
        row[Timeline.ACTION] = step == 0 ? -1 : by.action();
        row[Timeline.CPU] = step == 0 ? -1 : by.cpu();
        row[Timeline.SAVED_TO] = Timeline.NOBODY;
        row[Timeline.RESTORED_FROM] = Timeline.NOBODY;
        row[Timeline.WRITTEN] = Timeline.NOBODY;
        for (int task = 0; task < Math.min(tasks, Integer.SIZE); task++) {
            row[Timeline.FLAGS] |= slots.task(state, Slots.NEEDS_LOAD, task) != 0 ? 1 << task : 0;
        }
        for (int cpu = 0; cpu < cpus; cpu++) {
            row[Timeline.FIRST_CPU + cpu] = cpu(state, cpu,
                    step > 0 && by.cpu() == cpu ? began(by) : Optional.empty());
        }
        if (step > 0 && cpus > 0) {
            moved(by, state, row);
            switched(history.get(step - 1).state(), state, row);
        }
        return row;
    }

    /** The interrupt whose step it is: it may be over by its end. */
    private Optional<String> began(Transition by) {
        int number = by.action() - machine.rules().size();
        return number >= 0 && machine.processes().get(number).kind() == Process.Kind.CPU_INTERRUPT
                ? Optional.of(machine.processes().get(number).name())
                : Optional.empty();
    }

    private int cpu(long[] state, int cpu, Optional<String> began) {
        long current = slots.cpu(state, Slots.CURRENT, cpu) - 1;
        boolean locked = slots.cpu(state, Slots.SOFTIRQ_DEPTH, cpu) != 0
                || slots.cpu(state, Slots.PREEMPT_DEPTH, cpu) != 0
                || slots.cpu(state, Slots.IRQS_OFF, cpu) != 0;
        return mode(state, cpu, current, began).ordinal() | (locked ? Timeline.LOCKED : 0)
                | (slots.cpu(state, Slots.KERNEL_FPU, cpu) != 0 ? Timeline.KERNEL_FPU : 0)
                | (int) (current < tasks ? current : Timeline.NOBODY) << Timeline.CURRENT_SHIFT;
    }

    private Mode mode(long[] state, int cpu, long current, Optional<String> began) {
        Optional<String> interrupt = began.or(() -> contexts.interrupt(state, cpu));
        if (interrupt.isPresent()) {
            return switch (interrupt.get()) {
                case "softirq" -> Mode.SOFTIRQ;
                case "nmi" -> Mode.NMI;
                default -> Mode.HARDIRQ;
            };
        }
        return slots.cpu(state, Slots.USER_MODE, cpu) != 0
                ? Mode.USER
                : current < tasks ? Mode.KERNEL : Mode.IDLE;
    }

    private void moved(Transition by, long[] state, int[] row) {
        for (Event event : by.events()) {
            if (isTrap(event)) {
                row[Timeline.TICKS] |= Tick.TRAP.bit();
            }
            if (event.writes().isEmpty() || transfers.isEmpty()) {
                continue;
            }
            Transfers.Kind kind = transfers.get().kind(event);
            for (Write write : event.writes()) {
                Optional<String> image = transfers.get().image(write.slot());
                if (transfers.get().part(write.slot()).isPresent()) {
                    row[Timeline.TICKS] |= switch (kind.move()) {
                        case RESTORE -> Tick.RESTORE.bit();
                        default -> write.before() != write.after() ? Tick.REGISTER.bit() : 0;
                    };
                    if (kind.move() == MachineSnapshot.Move.RESTORE) {
                        long current = slots.cpu(state, Slots.CURRENT, by.cpu()) - 1;
                        row[Timeline.RESTORED_FROM] = current < tasks ? (int) current : Timeline.NOBODY;
                    }
                } else if (image.isPresent()) {
                    row[Timeline.TICKS] |= kind.move() == MachineSnapshot.Move.SAVE
                            ? Tick.SAVE.bit()
                            : write.before() != write.after() ? Tick.MEMORY.bit() : 0;
                    int whose = kind.move() == MachineSnapshot.Move.SAVE
                            ? Timeline.SAVED_TO
                            : Timeline.WRITTEN;
                    row[whose] = owner(state, image.get(), row[whose]);
                }
            }
        }
    }

    /** The task whose buffer the image is. */
    private int owner(long[] state, String image, int otherwise) {
        return transfers.orElseThrow().ownerOf(state, image).orElse(otherwise);
    }

    private boolean isTrap(Event event) {
        return machine.procedures().get(event.procedure()).name().equals("handle_exception")
                || machine.procedures().get(event.procedure()).nodes().get(event.node()).calls().stream()
                        .anyMatch(frame -> frame.function().equals("handle_exception"));
    }

    private void switched(long[] before, long[] state, int[] row) {
        for (int cpu = 0; cpu < cpus; cpu++) {
            if (slots.cpu(before, Slots.CURRENT, cpu) != slots.cpu(state, Slots.CURRENT, cpu)) {
                row[Timeline.TICKS] |= Tick.SWITCH.bit();
            }
        }
    }

    /** Where the states keep what a timeline tells. */
    private static final class Slots {
        private static final int CURRENT = 0;
        private static final int SOFTIRQ_DEPTH = 1;
        private static final int PREEMPT_DEPTH = 2;
        private static final int IRQS_OFF = 3;
        private static final int KERNEL_FPU = 4;
        private static final int USER_MODE = 5;
        private static final List<String> CPU = List.of("current_task", "softirq_depth", "preempt_depth",
                "irqs_off", "in_kernel_fpu", "user_mode");
        private static final int NEEDS_LOAD = 0;
        private static final List<String> TASK = List.of("need_fpu_load");

        private final int[][] cpus;
        private final int[][] tasks;

        Slots(Machine machine, int cpus, int tasks) {
            Map<String, Integer> all = new HashMap<>();
            for (int i = 0; i < machine.slots().size(); i++) {
                all.put(machine.slots().get(i).name(), i);
            }
            this.cpus = find(all, CPU, cpus, "per_cpu(%s, %d)");
            this.tasks = find(all, TASK, tasks, "tasks[%2$d].%1$s");
        }

        private static int[][] find(Map<String, Integer> all, List<String> names, int count, String form) {
            int[][] found = new int[names.size()][count];
            for (int i = 0; i < names.size(); i++) {
                for (int number = 0; number < count; number++) {
                    found[i][number] = all.getOrDefault(form.formatted(names.get(i), number), -1);
                }
            }
            return found;
        }

        /** 0 for what the model does not have. */
        long cpu(long[] state, int what, int cpu) {
            return cpus[what][cpu] < 0 ? 0 : state[cpus[what][cpu]];
        }

        long task(long[] state, int what, int task) {
            return tasks[what][task] < 0 ? 0 : state[tasks[what][task]];
        }
    }
}
