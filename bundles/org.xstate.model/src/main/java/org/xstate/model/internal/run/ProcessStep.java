package org.xstate.model.internal.run;

import java.util.List;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;

/** One step of a process. */
final class ProcessStep {

    private final Machine machine;
    private final Contexts contexts;
    private final Guards guards;
    private final boolean dropDeadLocals;

    ProcessStep(Machine machine, Contexts contexts, Guards guards, boolean dropDeadLocals) {
        this.machine = machine;
        this.contexts = contexts;
        this.guards = guards;
        this.dropDeadLocals = dropDeadLocals;
    }

    /** Executes from where the process stands, or from its beginning, to where it stops. */
    void run(Execution execution, Process process, long[] slots, int cpu) {
        Execution.Frame frame = execution.frame(process.body());
        Procedure body = machine.procedures().get(process.body());
        long location = slots[process.location()];
        if (location >= 0) {
            frame.at((int) location);
            Procedure.Node node = frame.current();
            node.live().stream().filter(local -> process.locals().get(local) >= 0)
                    .forEach(local -> frame.set(local, slots[process.locals().get(local)]));
        }
        do {
            execution.execute(frame);
        } while (!frame.ended() && !stops(execution, frame, process, slots, cpu));
        int ended = process.kind() == Process.Kind.TASK ? Process.ENDED : Process.IDLE;
        slots[process.location()] = frame.ended() ? ended : frame.node();
        keep(frame, process, body, slots);
    }

    private boolean stops(Execution execution, Execution.Frame frame, Process process, long[] slots,
            int cpu) {
        Procedure.Node node = frame.current();
        if (node.atomic()) {
            return false;
        }
        boolean seen = switch (node.visibility()) {
            case NONE -> false;
            case LOCAL -> mayBeInterrupted(process, slots, cpu);
            case SHARED -> true;
        };
        // a condition is evaluated only where the process does not stop anyway: to evaluate it may fail
        return seen || switch (node.instruction()) {
            case Instruction.Interleave _ -> true;
            case Instruction.Assume assume ->
                assume.blocking() && !execution.holds(frame, assume.condition());
            default -> false;
        };
    }

    private boolean mayBeInterrupted(Process process, long[] slots, int cpu) {
        int level = contexts.innermost(slots, cpu).map(machine.processes()::get).map(Contexts::level)
                .orElse(Contexts.BODY);
        List<Integer> candidates = contexts.candidates(slots, cpu, Math.max(level, Contexts.level(process)));
        return candidates.stream().map(machine.processes()::get)
                .anyMatch(one -> guards.evaluate(one, slots, cpu) != Guards.Answer.NO);
    }

    private void keep(Execution.Frame frame, Process process, Procedure body, long[] slots) {
        if (dropDeadLocals) {
            process.locals().stream().filter(slot -> slot >= 0)
                    .forEach(slot -> slots[slot] = machine.slots().get(slot).min());
        }
        if (frame.ended()) {
            return;
        }
        for (int local = 0; local < body.locals().size(); local++) {
            int slot = process.locals().get(local);
            if (slot >= 0 && frame.current().live().get(local)) {
                slots[slot] = frame.local(local);
            }
        }
    }
}
