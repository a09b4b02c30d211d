package org.xstate.sim.scenario;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;

/**
 * What came of loading a scenario.
 *
 * @param name        of the scenario
 * @param diagnostics errors and warnings
 * @param text        the same as text for a reader; empty if there are none
 * @param scenario    present if there is no error
 */
public record LoadedScenario(String name, List<Diagnostic> diagnostics, String text,
        Optional<Scenario> scenario) {
    public LoadedScenario {
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether it has neither tasks nor rules: it is there for others to include, as a header or an API design is. */
    public boolean isPart() {
        return scenario.isEmpty() && diagnostics.stream()
                .allMatch(diagnostic -> diagnostic.code().equals(ScenarioLoader.NOTHING_TO_EXECUTE));
    }
}
