package org.xstate.analysis.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.check.CancelToken;

/** The table of docs/kernel-model.md that says which settings of the proposal's knobs hold, row by row. */
class SeedSearchTest {

    private static final String SEED = Path.of(System.getProperty("xstate.root"))
            .resolve("examples/seed/begin-finish.c").toString();

    private static SearchResult search(String scenario, List<String> knobs, Map<String, String> set) {
        SearchRequest request = new SearchRequest(SEED, Samples.MODELS.only(List.of(scenario)).with(set),
                true,
                Optional.of(knobs), SearchRequest.CASES, SearchRequest.COSTS, 2, 1L << 28);
        return KnobSearch.run(request, Checkpoint.none(), new CancelToken(), _ -> {
        });
    }

    private static List<List<String>> right(SearchResult result) {
        return result.right().stream()
                .map(one -> result.space().written(result.space().combinations().get(one)))
                .toList();
    }

    @Test
    void withoutInvalidationTheRegistersHaveToBeWrittenIfTheyAreTheTasks() {
        SearchResult result = search("with_knobs", List.of("save", "init_fill", "publish"), Map.of());
        assertEquals(105, result.judged());
        assertEquals(List.of(List.of("SAVE_PARTIAL_ASIDE", "FILL_BEFORE_SAVE", "PUBLISH_XRSTORS_IF_VALID"),
                List.of("SAVE_PARTIAL_ASIDE", "FILL_BEFORE_SAVE", "PUBLISH_WRITE_IF_VALID"),
                List.of("SAVE_FULL", "FILL_AFTER_SAVE", "PUBLISH_XRSTORS_IF_VALID"),
                List.of("SAVE_FULL", "FILL_AFTER_SAVE", "PUBLISH_WRITE_IF_VALID"),
                List.of("SAVE_READ_INSTRUCTION", "FILL_BEFORE_SAVE", "PUBLISH_XRSTORS_IF_VALID"),
                List.of("SAVE_READ_INSTRUCTION", "FILL_BEFORE_SAVE", "PUBLISH_WRITE_IF_VALID")),
                right(result));
    }

    @Test
    void aLiveComponentCostsWhatItsInstructionsDo() {
        SearchResult result = search("entry_cases", List.of("save"),
                Map.of("init_fill", "FILL_BEFORE_SAVE", "publish", "PUBLISH_WRITE_IF_VALID"));
        assertEquals(List.of(List.of("SAVE_PARTIAL_ASIDE"), List.of("SAVE_READ_INSTRUCTION")), right(result));
        String live = "entry=ENTRY_L1 then=THEN_ret";
        // full and partial saves, full and partial restores, register writes
        assertEquals(List.of(0L, 1L, 0L, 0L, 1L), result.costs().get(result.right().getFirst()).get(live));
        assertEquals(List.of(0L, 0L, 0L, 0L, 1L), result.costs().get(result.right().getLast()).get(live));
        // stale registers are not written; the restore is owed anyway
        assertEquals(List.of(0L, 0L, 1L, 0L, 0L), result.costs().get(result.right().getLast())
                .get("entry=ENTRY_S1 then=THEN_ret"));
    }
}
