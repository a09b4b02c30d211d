package org.xstate.model.internal.run;

import java.util.Optional;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Failure;

/** Whether interrupts may begin. */
final class Guards {

    /** A guard that cannot be evaluated violates a claim when the interrupt is to begin. */
    enum Answer {
        NO, YES, FAILS
    }

    private final Machine machine;

    Guards(Machine machine) {
        this.machine = machine;
    }

    Answer evaluate(Process interrupt, long[] slots, int cpu) {
        try {
            return run(interrupt, slots, cpu) != 0 ? Answer.YES : Answer.NO;
        } catch (Stopped stopped) {
            return stopped.failure().isPresent() ? Answer.FAILS : Answer.NO;
        }
    }

    /** What went wrong in a guard that fails. */
    Failure failure(Process interrupt, long[] slots, int cpu) {
        try {
            run(interrupt, slots, cpu);
        } catch (Stopped stopped) {
            return stopped.failure().orElseThrow();
        }
        throw new IllegalStateException("the guard does not fail");
    }

    private long run(Process interrupt, long[] slots, int cpu) {
        return new Execution(machine, slots.clone(), cpu, new Choices(), Optional.empty(), Optional.empty())
                .call(interrupt.guard().orElseThrow());
    }
}
