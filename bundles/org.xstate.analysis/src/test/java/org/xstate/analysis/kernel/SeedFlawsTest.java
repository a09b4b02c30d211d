package org.xstate.analysis.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.analysis.Samples;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.check.CancelToken;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.TraceEnd;

/**
 * The flaws S1 to S8 of the proposal are found, each by a scenario in which it is the only one, and the end of the trace
 * says which value was seen and which was right.
 */
class SeedFlawsTest {

    private static final String SEED = "../../examples/seed/";

    private static CheckReport check(String file, String scenario, Map<String, String> knobs) {
        LoadedScenario loaded = ScenarioLoader
                .load(SEED + file, Samples.MODELS.only(List.of(scenario)).with(knobs)).getFirst();
        assertTrue(loaded.scenario().isPresent(), loaded.text());
        return ScenarioCheck.check(loaded.scenario().get(), ExplorationOptions.defaults(), true,
                new CancelToken(), ProgressListener.SILENT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "S1, partial_save_loses_the_others, state_is_kept, AVX, init, V1",
        "S2, partial_save_in_place_moves_the_component, old_value_is_shown, PASID, poison, V1",
        "S3, save_of_initial_component_writes_nothing, old_value_is_shown, PASID, V3, init",
        "S4, flag_alone_does_not_reload, update_is_kept, PASID, V1, V2",
        "S5, partial_save_without_invalidation, update_is_kept, PASID, V1, V2",
        "S5, partial_save_with_invalidation, state_is_kept, AVX, init, V1",
        "S6, one_restored_component_exposes_stale_ones, nothing_leaks_into_user_mode, AVX, kernel-fpu, V1",
        "S7, interrupt_before_the_save, nothing_leaks_into_user_mode, AVX, kernel-fpu, V1",
        "S7, interrupt_before_finish, update_is_kept, PASID, V1, V2",
        "S8, target_runs_elsewhere, update_is_kept, PASID, B1, B2",
        "S8, stopped_target_keeps_its_registers, update_is_kept, PASID, B1, B2",
    })
    void each_flaw_is_found_and_its_trace_ends_with_the_wrong_value(String flaw, String scenario,
            String property, String component, String found, String expected) {
        CheckReport report = check("flaws.c", scenario, Map.of());
        assertEquals(Verdict.VIOLATED, report.verdict(), flaw);
        assertEquals(Optional.of(property), report.property());
        TraceEnd end = report.trace().orElseThrow().end().orElseThrow();
        assertEquals(component, end.copies().getFirst().component());
        assertEquals(Optional.of(found), end.value("found"));
        assertEquals(Optional.of(expected), end.value("expected"));
    }

    @Test
    void the_proposal_as_posted_loses_the_update() {
        CheckReport report = check("begin-finish.c", "as_posted", Map.of());
        assertEquals(Optional.of("update_is_kept"), report.property());
        assertTrue(report.asExpected());
        assertTrue(report.trace().orElseThrow().steps().size() <= 10, "the trace is short");
    }

    @Test
    void the_check_of_xcomp_bv_as_posted_tests_the_number() {
        assertEquals(Optional.of("no_bug"), check("flaws.c", "bug_on_tests_the_number", Map.of()).property());
        // with the component's bit the same second call passes, and the update that the first one made is what is lost
        assertEquals(Optional.of("update_is_kept"), check("flaws.c", "bug_on_tests_the_number",
                Map.of("bug_check", "BUG_CHECK_INTENDED")).property());
    }

    @Test
    void a_target_that_runs_is_refused_at_once_where_that_is_claimed() {
        assertEquals(Optional.of("target_stands_still"), check("flaws.c", "target_runs_elsewhere",
                Map.of("check_target_stands_still", "true")).property());
    }

    /** f5daf836f292, 5.16: xsaves() is for components that are no part of a task's buffer. */
    @Test
    void later_kernels_warn_of_the_save_that_the_proposal_is_built_on() {
        assertEquals(Optional.of("no_warning"), check("flaws.c", "partial_save_in_place_moves_the_component",
                Map.of("xsaves_independent_only", "true")).property());
    }

    @Test
    void the_interrupt_does_no_harm_once_irq_fpu_usable_looks_at_softirqs() {
        assertEquals(Verdict.HOLDS,
                check("flaws.c", "interrupt_is_refused_the_registers", Map.of()).verdict());
    }

    @ParameterizedTest
    @CsvSource({"current_on_one_cpu", "current_on_two_cpus",
        "current_on_two_cpus_with_softirq", "stopped_task"})
    void the_amended_pair_is_right(String scenario) {
        assertEquals(Verdict.HOLDS, check("begin-finish-fixed.c", scenario, Map.of()).verdict());
    }

    /** The knobs of the proposal can be set to designs that are right, so what the others lack is what they differ in. */
    @ParameterizedTest
    @CsvSource({
        "SAVE_FULL, FILL_AFTER_SAVE, MARK_AT_BEGIN, PUBLISH_TIF_AT_BEGIN, INVALIDATE_LAST_CPU",
        "SAVE_PARTIAL_ASIDE, FILL_BEFORE_SAVE, MARK_AT_FINISH, PUBLISH_XRSTORS_IF_VALID, INVALIDATE_NONE",
        "SAVE_READ_INSTRUCTION, FILL_BEFORE_SAVE, MARK_AT_FINISH, PUBLISH_WRITE_IF_VALID, INVALIDATE_NONE",
    })
    void the_knobs_lead_to_designs_that_are_right(String save, String fill, String mark, String publish,
            String invalidate) {
        assertEquals(Verdict.HOLDS, check("begin-finish.c", "with_knobs", Map.of("save", save, "init_fill",
                fill, "mark", mark, "publish", publish, "invalidate", invalidate)).verdict());
    }
}
