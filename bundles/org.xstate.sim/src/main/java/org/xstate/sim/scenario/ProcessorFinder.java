package org.xstate.sim.scenario;

import java.util.Objects;
import java.util.Optional;

import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;

/** Finds the processor that a scenario names with {@code cpu_profile("...")}, or that is named for it. */
@FunctionalInterface
public interface ProcessorFinder {

    /** The profiles that come with the workbench, and no others. */
    ProcessorFinder KNOWN = (name, scenario) -> known(name).map(Result.class::cast)
            .orElseGet(() -> new Result.Missing("there is no CPU profile '" + name + "'"));

    /** What came of it. */
    sealed interface Result {
        record Found(CpuProfile profile) implements Result {
            public Found {
                Objects.requireNonNull(profile);
            }
        }

        /** @param reason one sentence without full stop */
        record Missing(String reason) implements Result {
            public Missing {
                Objects.requireNonNull(reason);
            }
        }
    }

    /**
     * @param name     as it is written
     * @param scenario the file of the scenario, for what lies beside it; with {@code /} between folders
     */
    Result find(String name, String scenario);

    private static Optional<Result.Found> known(String name) {
        return CpuProfiles.find(name).map(Result.Found::new);
    }
}
