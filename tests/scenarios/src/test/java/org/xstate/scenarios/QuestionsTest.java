package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.compare.Compare;
import org.xstate.analysis.compare.Comparison;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * The comparisons that docs/answers.md gives as answers: what changed between kernels is what their commits say, and
 * what must not matter does not.
 */
class QuestionsTest {

    private static final Path EXAMPLES = Path.of("../../examples");
    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(QuestionsTest.class.getClassLoader());

    /**
     * Which kernels give what the newest ones give. On a processor that tracks PKRU = 0 as initial, 6.12 lost the value
     * in the frame (ae6012d72fa6, 6.13); from 5.14 to 6.1 what a tracer set was lost (4a804c4f8356, d7e5aceace51, 6.2).
     */
    private static final String PKRU = """
            exec_gives_the_kernels_value                            5.14 6.2 6.12 6.13
            clone_copies_the_parents                                5.14 6.2 6.12 6.13
            signal_gives_the_kernels_value_and_returns_the_programs 5.14 6.2 6.13
            sigreturn_from_a_frame_without_it_gives_0               5.14 6.2 6.13
            ptrace_sets_it                                          6.2 6.12 6.13
            ptrace_with_a_clear_bit_gives_0                         6.2 6.12 6.13
            kernel_fpu_keeps_it                                     5.14 6.2 6.12 6.13
            kernel_fpu_keeps_0                                      5.14 6.2 6.12 6.13
            pkey_alloc_sets_it                                      5.14 6.2 6.12 6.13
            """;

    private static Compare compare(String file, String... scenarios) {
        return new Compare(LoadOptions.of(CONTRIBUTIONS).only(List.of(scenarios)),
                options -> ScenarioLoader.load(EXAMPLES.resolve(file).toString(), options),
                QuestionsTest::check);
    }

    private static CheckReport check(Scenario scenario) {
        CheckOptions options = CheckOptions.defaults();
        return ScenarioCheck.check(scenario, options.exploration(), options.reductions(), new CancelToken(),
                ProgressListener.SILENT);
    }

    private static List<Comparison.Row> byKernel(Compare compare, String... kernels) {
        return compare.vary(List.of(kernels),
                (options, value) -> options.on(KernelVersion.parse(value), Optional.empty()));
    }

    private static List<Comparison.Row> byKnob(Compare compare, String name, String... values) {
        return compare.vary(List.of(values), (options, value) -> options.with(Map.of(name, value)));
    }

    /** The settings under which a scenario holds. */
    private static Map<String, List<String>> holding(List<Comparison.Row> rows) {
        Map<String, List<String>> holding = new LinkedHashMap<>();
        for (Comparison.Row row : rows) {
            row.cells().forEach(cell -> assertTrue(cell.error().isEmpty(), () -> cell.error().get()));
            holding.put(row.scenario(),
                    row.cells().stream().filter(cell -> cell.verdict().equals(Optional.of(Verdict.HOLDS)))
                            .map(Comparison.Cell::setting).toList());
        }
        return holding;
    }

    @Test
    void whatPkruIsAfterEachOperationIsWhatTheKernelsHistorySays() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        PKRU.lines().map(line -> new ArrayList<>(Arrays.asList(line.split(" +"))))
                .forEach(words -> expected.put(words.removeFirst(), words));
        assertEquals(expected, holding(byKernel(compare("questions/pkru.c"), "5.14", "6.2", "6.12", "6.13")));
    }

    /** 510b80a6a0f1, 5.13. */
    @Test
    void aValueOf0IsLostUpTo512() {
        assertEquals(Map.of("kernel_fpu_keeps_0", List.of("5.13")),
                holding(byKernel(compare("questions/pkru.c", "kernel_fpu_keeps_0"), "5.12", "5.13")));
    }

    /** dc8aa31a7ac2, 6.16, taken back by 44eeff9bc467, here from 7.1 on. */
    @Test
    void everyFrameIsUnderstoodButBySomeKernels() {
        assertEquals(Map.of("every_frame", List.of("6.8", "6.15", "7.1")),
                holding(byKernel(compare("questions/frames.c"), "6.8", "6.15", "6.16", "7.0", "7.1")));
    }

    @Test
    void aRefusedRegsetCostsARestoreAndNothingElse() {
        assertEquals(Map.of("refused_set_changes_nothing", List.of("false", "true"),
                "refused_set_costs_nothing", List.of("false")),
                holding(byKnob(compare("questions/refused-regset.c"), "ptrace_invalidates", "false",
                        "true")));
    }

    @Test
    void aScenarioReliesOnTheFixesThatItIsAbout() {
        Comparison.Row row = compare("scenarios/sigreturn-fault.c", "sigreturn_fault").withoutEachRule()
                .getFirst();
        Set<String> needed = row.cells().stream()
                .filter(cell -> !cell.verdict().equals(Optional.of(Verdict.HOLDS)))
                .map(Comparison.Cell::setting).collect(Collectors.toSet());
        assertTrue(needed.containsAll(Set.of("sigreturn_invalidates_owner", "sigreturn_resets_always")),
                needed::toString);
        assertTrue(!needed.contains(Compare.AS_IT_IS) && !needed.contains("ptrace_invalidates"),
                needed::toString);
        Comparison.Cell owner = row.cells().stream()
                .filter(cell -> cell.setting().equals("sigreturn_invalidates_owner")).findFirst()
                .orElseThrow();
        assertTrue(owner.place().orElseThrow().startsWith("kernel/signal.c:"), owner::toString);
    }
}
