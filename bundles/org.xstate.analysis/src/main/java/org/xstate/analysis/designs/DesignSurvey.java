package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.designs.DesignRow.Shown;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.survey.Survey;
import org.xstate.check.survey.SurveyPlan;
import org.xstate.check.survey.SurveyResult;
import org.xstate.check.survey.Valuation;
import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * One design in all entry cases with all continuations: one exploration of one machine in which both are open knobs.
 * What is noted where a run ends are the ghosts of {@code judge.h} and {@code cost.h}.
 */
final class DesignSurvey {

    /** Knobs of the harness. */
    static final String ENTRY = "entry";
    static final String THEN = "then";

    /** A claim of this name says what a design is for. */
    private static final String PRECONDITION = "serves_";
    /** Claims about the outcome; the survey reads it instead. */
    static final List<String> JUDGEMENTS = List.of("judge_shown", "judge_updated", "judge_bystander");

    private static final List<String> OBSERVED = List.of("updated", "bystander", "shown", "xsave_full",
            "xsave_partial", "xrstor_full", "xrstor_partial", "register_write");
    private static final int COSTS = 3;

    private final Design design;
    private final Scenario scenario;

    private DesignSurvey(Design design, Scenario scenario) {
        this.design = design;
        this.scenario = scenario;
    }

    /** What came of one design. */
    sealed interface Outcome {
        record Judged(Scenario scenario, List<DesignRow> rows) implements Outcome {
        }

        record Refused(String text) implements Outcome {
        }

        record Unfinished() implements Outcome {
        }
    }

    static Outcome of(Design design, DesignStudy study, CancelToken token) {
        Map<String, String> knobs = new LinkedHashMap<>(design.knobs());
        JUDGEMENTS.forEach(knob -> knobs.put(knob, "false"));
        LoadedScenario loaded = load(design, study.harness(), study.load(knobs).leaving(Set.of(ENTRY, THEN)));
        if (loaded.scenario().isEmpty()) {
            return new Outcome.Refused(loaded.text());
        }
        DesignSurvey survey = new DesignSurvey(design, loaded.scenario().get());
        SurveyResult result = Survey.of(survey.scenario.machine(),
                SurveyPlan.everything(List.of(ENTRY, THEN), OBSERVED), CheckOptions.defaults(), token,
                ProgressListener.SILENT);
        if (result.limit().isPresent()) {
            return new Outcome.Unfinished();
        }
        return new Outcome.Judged(survey.scenario,
                result.valuations().stream().map(survey::row).toList());
    }

    static LoadedScenario load(Design design, Harness harness, LoadOptions options) {
        return ScenarioLoader.load(harness.files(design), Harness.MAIN, options).getFirst();
    }

    private DesignRow row(Valuation valuation) {
        String entry = value(ENTRY, valuation.values().getFirst());
        String then = value(THEN, valuation.values().getLast());
        List<Machine.Claim> failed = failed(valuation);
        Optional<Machine.Claim> precondition = failed.stream()
                .filter(claim -> claim.name().startsWith(PRECONDITION)).findFirst();
        if (precondition.isPresent()) {
            return DesignRow.notServed(design.id(), entry, then, precondition.get().sentence());
        }
        if (!failed.isEmpty() || valuation.ranges().isEmpty() || !judged(valuation)) {
            String reason = failed.stream().map(claim -> "violated: " + claim.sentence()).findFirst()
                    .orElse("the target never gets to its next instruction in user mode");
            Shown shown = valuation.ranges().isEmpty() ? Shown.NONE : shown(valuation);
            return new DesignRow(design.id(), entry, then, Kept.LOST, Kept.LOST, shown, Optional.of(reason),
                    Optional.empty());
        }
        return new DesignRow(design.id(), entry, then, kept(valuation, 0), kept(valuation, 1),
                shown(valuation), Optional.empty(), Optional.of(cost(valuation)));
    }

    /** Claims within whose failure a step ended; those about states are of the kernel's own data and do not end anything. */
    private List<Machine.Claim> failed(Valuation valuation) {
        List<Machine.Claim> failed = new ArrayList<>();
        for (int number : valuation.violated().keySet()) {
            Machine.Claim claim = scenario.machine().claims().get(number);
            if (claim.predicate().isEmpty()) {
                failed.add(claim);
            }
        }
        return failed;
    }

    private static boolean judged(Valuation valuation) {
        return valuation.ranges().get(0).min() > 0 && valuation.ranges().get(1).min() > 0;
    }

    /** {@code enum kept} of judge.h, 0 where the target was not seen: the worst is the greatest. */
    private static Kept kept(Valuation valuation, int observed) {
        return valuation.ranges().get(observed).max() == 1 ? Kept.OK : Kept.LOST;
    }

    /** {@code enum shown} of judge.h, from good to bad. */
    private static Shown shown(Valuation valuation) {
        return Shown.values()[(int) valuation.ranges().get(2).max()];
    }

    private static Operations cost(Valuation valuation) {
        List<Long> most = valuation.ranges().subList(COSTS, OBSERVED.size()).stream()
                .map(Valuation.Range::max).toList();
        return new Operations(most.get(0), most.get(1), most.get(2), most.get(3), most.get(4));
    }

    /** {@code L1} for {@code ENTRY_L1}. */
    private String value(String knob, long value) {
        Program.Knob declared = scenario.knobs().stream().filter(one -> one.name().equals(knob)).findFirst()
                .orElseThrow();
        String text = Scenario.text(declared, value);
        return text.substring(text.indexOf('_') + 1);
    }
}
