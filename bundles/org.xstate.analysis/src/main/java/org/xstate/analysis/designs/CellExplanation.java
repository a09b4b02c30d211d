package org.xstate.analysis.designs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.check.CancelToken;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.Scenario;

/**
 * Why a row is as it is.
 *
 * @param row      the row
 * @param report   the ordinary check of the harness with entry case and continuation set: with a shortest counterexample where
 *                 something is wrong. Absent where the design does not serve the case
 * @param run      an execution of the cell, where nothing is wrong with it
 * @param scenario the same as a scenario file of its own
 */
public record CellExplanation(DesignRow row, Optional<CheckReport> report, Optional<RunReport> run,
        String scenario) {

    /** More steps than a task makes here; in the standard harness there is one way only. */
    private static final int MOST_STEPS = 1000;

    public CellExplanation {
        Objects.requireNonNull(row);
        Objects.requireNonNull(report);
        Objects.requireNonNull(run);
        Objects.requireNonNull(scenario);
    }

    /**
     * Explores one cell. Of several things that are wrong the trace shows the one that user space notices first in this
     * order: the update is lost, the bystander is lost, the caller is shown a wrong value.
     *
     * @param row one of the matrix of this study
     */
    public static CellExplanation of(DesignStudy study, Design design, DesignRow row,
            ExplorationOptions options,
            CancelToken token, ProgressListener listener) {
        Map<String, String> cell = new LinkedHashMap<>(design.knobs());
        cell.put(DesignSurvey.ENTRY, "ENTRY_" + row.entry());
        cell.put(DesignSurvey.THEN, "THEN_" + row.continuation());
        boolean updateLost = row.updated() == Kept.LOST;
        boolean bystanderLost = row.bystander() == Kept.LOST;
        cell.put("judge_updated", Boolean.toString(updateLost || !bystanderLost));
        cell.put("judge_bystander", Boolean.toString(!updateLost));
        cell.put("judge_shown", Boolean.toString(!updateLost && !bystanderLost));
        Map<String, String> written = new LinkedHashMap<>(cell);
        written.putAll(study.switches().knobs());
        String text = study.harness().single(design, study.switches(), written);
        if (!row.isServed()) {
            return new CellExplanation(row, Optional.empty(), Optional.empty(), text);
        }
        Optional<Scenario> scenario = DesignSurvey.load(design, study.harness(), study.load(cell)).scenario();
        Optional<CheckReport> report = scenario
                .map(one -> ScenarioCheck.check(one, options, true, token, listener));
        Optional<RunReport> run = scenario
                .filter(_ -> report.filter(one -> one.verdict() == Verdict.HOLDS).isPresent())
                .map(one -> ScenarioRun.random(one, 0, MOST_STEPS));
        return new CellExplanation(row, report, run, text);
    }
}
