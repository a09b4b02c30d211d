package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.xstate.model.internal.bytecode.MachinePlan.StopKind;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;

/** Steps of tasks and interrupts: who may step, and where a step ends. */
final class ProcessRunner {

    private static final int NOBODY = -1;
    /** Below the level of every process. */
    private static final int NO_LEVEL = ProcessCode.BODY_LEVEL - 1;

    private final MachineCode code;
    private final StepperTables tables;
    private final Machine machine;
    private final ProcessCode[] processes;
    private final StopKind[][] stops;
    /** By CPU, the highest level first. */
    private final ProcessCode[][] cpuInterrupts;
    /** By task: what runs in its name, then its body. */
    private final ProcessCode[][] taskProcesses;
    /** By CPU and current task + 1, in the order of the processes. */
    private final ProcessCode[][][] candidates;

    ProcessRunner(MachineCode code, StepperTables tables) {
        this.code = code;
        this.tables = tables;
        machine = tables.packed().machine();
        processes = tables.processes().toArray(ProcessCode[]::new);
        stops = new StopKind[machine.procedures().size()][];
        for (ProcessCode process : processes) {
            stops[process.body] = machine.procedures().get(process.body).nodes().stream().map(StopKind::of)
                    .toArray(StopKind[]::new);
        }
        int tasks = 1 + machine.processes().stream().filter(process -> !isCpus(process))
                .mapToInt(Process::instance).max().orElse(-1);
        cpuInterrupts = new ProcessCode[machine.cpus()][];
        taskProcesses = new ProcessCode[tasks][];
        candidates = new ProcessCode[machine.cpus()][tasks + 1][];
        Comparator<ProcessCode> falling = Comparator.comparingInt(process -> -process.level);
        for (int task = 0; task < tasks; task++) {
            taskProcesses[task] = of(task, false).sorted(falling).toArray(ProcessCode[]::new);
        }
        for (int cpu = 0; cpu < machine.cpus(); cpu++) {
            cpuInterrupts[cpu] = of(cpu, true).sorted(falling).toArray(ProcessCode[]::new);
            for (int task = -1; task < tasks; task++) {
                List<ProcessCode> all = new ArrayList<>(List.of(cpuInterrupts[cpu]));
                if (task >= 0) {
                    all.addAll(List.of(taskProcesses[task]));
                }
                candidates[cpu][task + 1] = all.stream().filter(process -> !process.task)
                        .sorted(Comparator.comparingInt(process -> process.number))
                        .toArray(ProcessCode[]::new);
            }
        }
    }

    private static boolean isCpus(Process process) {
        return process.kind() == Process.Kind.CPU_INTERRUPT;
    }

    private java.util.stream.Stream<ProcessCode> of(int instance, boolean cpus) {
        return Arrays.stream(processes).filter(process -> {
            Process declared = machine.processes().get(process.number);
            return declared.instance() == instance && isCpus(declared) == cpus;
        });
    }

    /** The steps of all CPUs. False if some step may be endless. */
    boolean all() {
        if (processes.length == 0) {
            return true;
        }
        for (int cpu = 0; cpu < machine.cpus(); cpu++) {
            if (!cpu(cpu)) {
                return false;
            }
        }
        return true;
    }

    private boolean cpu(int cpu) {
        code.restore();
        code.cpu = cpu;
        int innermost = innermost(cpu);
        int task = current(cpu);
        if (innermost != NOBODY && !steps(processes[innermost], false)) {
            return false;
        }
        int level = innermost == NOBODY ? NO_LEVEL : processes[innermost].level;
        for (ProcessCode candidate : candidates(cpu, task)) {
            if (candidate.level > level && !begins(candidate)) {
                return false;
            }
        }
        return true;
    }

    private boolean begins(ProcessCode candidate) {
        code.restore();
        code.ready(Costs.MAX_NODES);
        if (code.enter(candidate.guard) == 0 && code.status == MachineCode.RUNNING) {
            return true;
        }
        return code.status == MachineCode.RUNNING
                ? steps(candidate, true)
                : code.settle(action(candidate));
    }

    private int action(ProcessCode process) {
        return machine.rules().size() + process.number;
    }

    /** The task that is current on a CPU, or -1 for none. */
    private int current(int cpu) {
        return machine.currentTask().isEmpty()
                ? -1
                : (int) tables.packed().get(code.state, 0, machine.currentTask().get() + cpu) - 1;
    }

    private ProcessCode[] candidates(int cpu, int task) {
        ProcessCode[][] here = candidates[cpu];
        return here[task + 1 < here.length ? task + 1 : 0];
    }

    private int innermost(int cpu) {
        for (ProcessCode interrupt : cpuInterrupts[cpu]) {
            if (interrupt.location(code.state, 0) >= 0) {
                return interrupt.number;
            }
        }
        int task = current(cpu);
        if (task >= 0 && task < taskProcesses.length) {
            for (ProcessCode process : taskProcesses[task]) {
                if (process.location(code.state, 0) >= 0) {
                    return process.number;
                }
            }
        }
        return NOBODY;
    }

    /** All ways through one step of a process. */
    private boolean steps(ProcessCode process, boolean begins) {
        Choices choices = code.choices();
        choices.clear();
        do {
            code.restore();
            code.ready(Costs.MAX_NODES - tables.plan().costs().of(process.body));
            run(process, begins);
            if (code.status != MachineCode.RUNNING) {
                code.restoreProcess(process);
            }
            if (!code.settle(action(process))) {
                return false;
            }
        } while (choices.advance());
        return true;
    }

    private void run(ProcessCode process, boolean begins) {
        int start = begins ? 0 : (int) process.location(code.state, 0);
        if (begins) {
            Arrays.fill(code.frame, process.frameBase, process.frameEnd, 0);
        } else {
            process.load(code.state, 0, start, code.frame);
        }
        int node = start;
        boolean first = true;
        while (true) {
            int next = code.region(tables.region(process.body, node));
            switch (next) {
                case MachineCode.STOPPED -> {
                    return;
                }
                case MachineCode.RETURNED -> {
                    end(process);
                    return;
                }
                case MachineCode.BLOCKED -> {
                    if (first) {
                        code.status = MachineCode.NO_STEP;
                    } else {
                        stand(process, node);
                    }
                    return;
                }
                default -> {
                    if (stopsBefore(process, next)) {
                        stand(process, next);
                        return;
                    }
                    if (code.status != MachineCode.RUNNING) {
                        return;
                    }
                    node = next;
                    first = false;
                }
            }
        }
    }

    private void end(ProcessCode process) {
        clear(process);
        process.stand(code.state, 0, process.task ? Process.ENDED : Process.IDLE);
    }

    private void stand(ProcessCode process, int node) {
        clear(process);
        process.save(code.state, 0, node, code.frame);
        process.stand(code.state, 0, node);
    }

    private void clear(ProcessCode process) {
        if (tables.dropDeadLocals()) {
            process.clear(code.state, 0);
        }
    }

    private boolean stopsBefore(ProcessCode process, int node) {
        return switch (stops[process.body][node]) {
            case NEVER, IF_BLOCKED -> false;
            case ALWAYS -> true;
            case IF_INTERRUPTIBLE -> someInterruptMayBegin(process);
        };
    }

    /**
     * On the executing CPU, above the process and above what would be the innermost context there: the process may have
     * made another task current. A guard that fails counts as one that holds: its failing is a step of that interrupt.
     */
    private boolean someInterruptMayBegin(ProcessCode process) {
        int cpu = (int) code.cpu;
        int innermost = innermost(cpu);
        int level = Math.max(process.level, innermost == NOBODY ? NO_LEVEL : processes[innermost].level);
        int fuel = code.fuel;
        for (ProcessCode candidate : candidates(cpu, current(cpu))) {
            if (candidate.level > level) {
                code.ready(Costs.MAX_NODES);
                long holds = code.enter(candidate.guard);
                if (code.status == MachineCode.EXHAUSTED) {
                    return false;
                }
                if (holds != 0 || code.status == MachineCode.FAILED) {
                    code.ready(fuel);
                    return true;
                }
            }
        }
        code.ready(fuel);
        return false;
    }
}
