package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;

/** Which interrupt a CPU executes in a state, told by where the interrupts' own text stands. */
final class Contexts {

    private final List<List<Process>> interrupts = new ArrayList<>();

    Contexts(Machine machine) {
        for (int cpu = 0; cpu < machine.cpus(); cpu++) {
            int number = cpu;
            interrupts.add(machine.processes().stream()
                    .filter(process -> process.kind() == Process.Kind.CPU_INTERRUPT
                            && process.instance() == number)
                    .sorted((a, b) -> Integer.compare(b.level(), a.level())).toList());
        }
    }

    /** The name of the innermost interrupt that has begun and not ended there: {@code softirq}. */
    Optional<String> interrupt(long[] state, int cpu) {
        for (Process process : interrupts.get(cpu)) {
            if (state[process.location()] >= 0) {
                return Optional.of(process.name());
            }
        }
        return Optional.empty();
    }
}
