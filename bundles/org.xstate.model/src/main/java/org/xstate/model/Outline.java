package org.xstate.model;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.ir.Program.Scenario;

/**
 * What a model says about the machine it wants, found without checking it: a file of tasks can be read so before the
 * library is there that its names come from.
 *
 * @param diagnostics what stops the text from being read: missing files, characters that are none
 * @param scenarios   in the order of the text
 * @param processes   tasks and kernel threads in the order of the text
 * @param rules       whether there are rules
 */
public record Outline(List<Diagnostic> diagnostics, List<Scenario> scenarios, List<Process> processes,
        boolean rules) {

    public Outline {
        diagnostics = List.copyOf(diagnostics);
        scenarios = List.copyOf(scenarios);
        processes = List.copyOf(processes);
    }

    /**
     * @param scenario     the one that it belongs to: the last one before it in the text; without one it belongs to all
     * @param kernelThread whether it is declared as one
     */
    public record Process(Optional<String> scenario, String name, boolean kernelThread) {
    }

    /** The scenario of that name; without a name the only one, if there is just one. */
    public Optional<Scenario> scenario(Optional<String> name) {
        return name.isEmpty() && scenarios.size() == 1
                ? Optional.of(scenarios.getFirst())
                : scenarios.stream().filter(one -> name.equals(Optional.of(one.name()))).findFirst();
    }

    /** The tasks and kernel threads that take part in a scenario, in the order of their numbers. */
    public List<Process> processes(Optional<Scenario> scenario) {
        return processes.stream()
                .filter(one -> one.scenario().isEmpty()
                        || one.scenario().equals(scenario.map(Scenario::name)))
                .toList();
    }
}
