package org.xstate.model.internal.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.link.Slot;
import org.xstate.model.run.Failure;
import org.xstate.model.run.Transition;

/** All steps from a state. */
public final class Steps {

    private final Machine machine;
    private final Contexts contexts;
    private final Guards guards;
    private final ProcessStep processes;
    private final List<BitSet> executed;

    /** @param executed by procedure the nodes that were executed: added to */
    public Steps(Machine machine, boolean dropDeadLocals, List<BitSet> executed) {
        this.machine = machine;
        this.contexts = new Contexts(machine);
        this.guards = new Guards(machine);
        this.processes = new ProcessStep(machine, contexts, guards, dropDeadLocals);
        this.executed = executed;
    }

    /** @param told whether the transitions have events */
    public List<Transition> initial(boolean told) {
        return initial(told, Integer.MAX_VALUE);
    }

    /** Without events, and not more than so many. */
    public List<Transition> initial(int most) {
        return initial(false, most);
    }

    private List<Transition> initial(boolean told, int most) {
        long[] start = machine.slots().stream().mapToLong(Slot::initial).toArray();
        List<Transition> all = new ArrayList<>();
        Choices choices = new Choices();
        do {
            way(all, -1, -1, start, told, choices,
                    (execution, _) -> machine.setups().forEach(execution::call));
        } while (all.size() < most && choices.advance());
        return all;
    }

    /** @param told whether the transitions have events */
    public List<Transition> from(long[] state, boolean told) {
        List<Transition> all = new ArrayList<>();
        for (int rule = 0; rule < machine.rules().size(); rule++) {
            int procedure = machine.rules().get(rule).procedure();
            ways(all, rule, -1, state, told, (execution, _) -> execution.call(procedure));
        }
        for (int cpu = 0; cpu < machine.cpus(); cpu++) {
            Optional<Integer> innermost = contexts.innermost(state, cpu);
            if (innermost.isPresent()) {
                step(all, innermost.get(), cpu, state, told);
            }
            int level = innermost.map(machine.processes()::get).map(Contexts::level).orElse(Contexts.BODY);
            for (int process : contexts.candidates(state, cpu, level)) {
                begin(all, process, cpu, state, told);
            }
        }
        return all;
    }

    private void begin(List<Transition> all, int number, int cpu, long[] state, boolean told) {
        Process process = machine.processes().get(number);
        switch (guards.evaluate(process, state, cpu)) {
            case YES -> step(all, number, cpu, state, told);
            case NO -> {
                // it has to wait
            }
            case FAILS ->
                all.add(new Transition(machine.rules().size() + number, cpu, List.of(), List.of(), state,
                        Optional.of(guards.failure(process, state, cpu))));
        }
    }

    private void step(List<Transition> all, int number, int cpu, long[] state, boolean told) {
        Process process = machine.processes().get(number);
        ways(all, machine.rules().size() + number, cpu, state, told,
                (execution, slots) -> processes.run(execution, process, slots, cpu));
    }

    private void ways(List<Transition> all, int action, int cpu, long[] state, boolean told,
            BiConsumer<Execution, long[]> body) {
        Choices choices = new Choices();
        do {
            way(all, action, cpu, state, told, choices, body);
        } while (choices.advance());
    }

    private void way(List<Transition> all, int action, int cpu, long[] state, boolean told, Choices choices,
            BiConsumer<Execution, long[]> body) {
        long[] slots = state.clone();
        Optional<Trail> trail = told ? Optional.of(new Trail()) : Optional.empty();
        Execution execution = new Execution(machine, slots, cpu, choices, trail, Optional.of(executed));
        Optional<Failure> failure = Optional.empty();
        try {
            body.accept(execution, slots);
        } catch (Stopped stopped) {
            failure = stopped.failure();
            if (failure.isEmpty()) {
                return;
            }
        }
        all.add(new Transition(action, cpu, choices.taken(), trail.map(Trail::events).orElse(List.of()),
                slots,
                failure));
    }
}
