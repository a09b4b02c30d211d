package org.xstate.tests.designs.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * What the enumeration gives, where the review of the proposal and later fixes say it in words. The rows that
 * nobody wrote about are compared with the explorer's instead.
 */
class EnumerationTest {
    private static final Map<String, Row> STANDARD = byCell(Enumeration.standard());
    private static final Map<String, Row> SECOND = byCell(Enumeration.second());

    private static Map<String, Row> byCell(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(
                row -> row.design() + " " + row.entry() + " " + row.continuation(), Function.identity()));
    }

    private static String verdict(Map<String, Row> matrix, String cell) {
        Row row = matrix.get(cell);
        return row.updated() + " " + row.bystander() + " " + row.shown();
    }

    @Test
    void everyDesignHasEveryEntryCaseAndContinuationOnce() {
        assertEquals(21 * 10 * 4, STANDARD.size());
        assertEquals(STANDARD.keySet(), SECOND.keySet());
    }

    @Test
    void costIsKnownExactlyWhereTheDesignServes() {
        Stream.concat(STANDARD.values().stream(), SECOND.values().stream()).forEach(row -> {
            boolean serves = row.cost().isPresent();
            assertEquals(serves, row.reason().isEmpty(), row::json);
            for (String word : List.of(row.updated(), row.bystander(), row.shown())) {
                assertEquals(serves, !word.equals("n/a"), row::json);
            }
        });
    }

    @Test
    void aPartialSaveAndTheFlagLoseEveryOtherComponentAtTheNextFullRestore() {
        assertEquals("ok lost ok", verdict(STANDARD, "1a L1 kf"));
        assertEquals("ok lost ok", verdict(STANDARD, "1a L1s kf"));
    }

    @Test
    void theFlagAloneDoesNotForceAReload() {
        assertEquals("lost ok ok", verdict(STANDARD, "1a L1 ret"));
        assertEquals("lost ok ok", verdict(STANDARD, "1a V swk"));
        assertEquals("lost ok ok", verdict(STANDARD, "1a T ret"));
    }

    @Test
    void noSettingOfInvalidateMakesTheLiteralSketchRightWhenLive() {
        for (String entry : List.of("L1", "L1s", "L0", "L0b")) {
            for (String design : List.of("1a", "1b")) {
                Row row = STANDARD.get(design + " " + entry + " ret");
                assertTrue(row.updated().equals("lost") != row.bystander().equals("lost"), row::json);
            }
        }
    }

    @Test
    void aComponentBehindOthersMovesWhenItIsSavedAloneInPlace() {
        assertEquals("lost lost stale", verdict(SECOND, "1b L1 ret"));
        assertEquals("ok lost ok", verdict(STANDARD, "1b L1 ret"));
    }

    @Test
    void aSaveOfAComponentInItsInitialStateLeavesWhateverBytesThereWere() {
        assertEquals("garbage", STANDARD.get("1i-draft1 L0 ret").shown());
        assertEquals("stale", STANDARD.get("1a L0b ret").shown());
        assertEquals("ok", STANDARD.get("1c L0b ret").shown());
    }

    @Test
    void theDraftsConditionIsInvertedForLiveState() {
        assertEquals("stale", STANDARD.get("1i-draft1 L1 ret").shown());
        assertEquals("ok", STANDARD.get("1i-draft1 L1s ret").shown());
    }

    @Test
    void theDraftDestroysAnotherTasksOldValueAndDoesNotForceItsReload() {
        assertEquals("lost ok stale", verdict(STANDARD, "1i-draft2 T ret"));
        assertEquals("ok ok stale", verdict(STANDARD, "1i-draft2 Tn ret"));
    }

    @Test
    void aRegisterWrittenWhileValidSurvivesOnlyWithoutAReload() {
        assertEquals("ok ok none", verdict(STANDARD, "2b V ret"));
        assertEquals("lost ok none", verdict(STANDARD, "2b V kf"));
        assertEquals("lost ok none", verdict(STANDARD, "2b V sw"));
    }

    @Test
    void staleBytesThatHappenToBeEqualKeepTheRegisterAtItsInitialValue() {
        assertEquals("lost ok none", verdict(STANDARD, "2a-stale-equal V0 ret"));
        assertEquals("ok ok none", verdict(STANDARD, "2a V0 ret"));
    }

    @Test
    void theCheapWayRestoresOneComponentAndTheFlagRestoresAll() {
        assertEquals(new Cost(0, 1, 0, 1, 0), STANDARD.get("1d L1 ret").cost().orElseThrow());
        assertEquals(new Cost(1, 0, 1, 0, 0), STANDARD.get("1c L1 ret").cost().orElseThrow());
    }

    @Test
    void theEarlyTrapWritesOneRegisterAndNothingElse() {
        assertEquals(new Cost(0, 0, 0, 0, 1), STANDARD.get("3 L1 ret").cost().orElseThrow());
        assertTrue(STANDARD.get("3 V ret").reason().isPresent());
    }

    @Test
    void anEagerComponentCostsOneWriteMoreAtEachSwitch() {
        assertEquals(new Cost(0, 0, 0, 0, 1), STANDARD.get("6 L1 ret").cost().orElseThrow());
        assertEquals(new Cost(1, 0, 0, 0, 3), STANDARD.get("6 L1 swk").cost().orElseThrow());
    }

    @Test
    void theWholeBufferIsReplacedForAStoppedTaskAndForUserComponentsOnly() {
        assertEquals("ok ok none", verdict(STANDARD, "7 T ret"));
        assertTrue(STANDARD.get("7 S1 ret").reason().isPresent());
        assertTrue(SECOND.get("7 T ret").reason().isPresent());
    }
}
