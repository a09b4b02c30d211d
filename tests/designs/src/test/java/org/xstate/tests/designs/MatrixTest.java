package org.xstate.tests.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignJudge;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.designs.DesignStudy;
import org.xstate.analysis.designs.Operations;
import org.xstate.analysis.designs.Subject;
import org.xstate.api.Contributions;
import org.xstate.check.CancelToken;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.tests.designs.oracle.Cost;
import org.xstate.tests.designs.oracle.Enumeration;
import org.xstate.tests.designs.oracle.Row;

/**
 * The matrix that the explorer computes from the designs' text and the kernel's is, row by row and field by field, the
 * one that the enumeration computes from the page. Only the words of a reason are free.
 */
class MatrixTest {

    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(MatrixTest.class.getClassLoader());
    private static final DesignStudy STANDARD = DesignStudy.standard(Design.of(CONTRIBUTIONS.apiDesigns()),
            LoadOptions.of(CONTRIBUTIONS));
    private static final int THREADS = 2;

    private static List<String> explored(DesignStudy study) {
        DesignMatrix matrix = DesignJudge.judge(study, THREADS, new CancelToken(), _ -> {
        });
        return matrix.rows().stream().map(MatrixTest::row).map(MatrixTest::text).toList();
    }

    private static Row row(DesignRow row) {
        return new Row(row.design(), row.entry(), row.continuation(), row.updated().word(),
                row.bystander().word(), row.shown().word(), row.reason(), row.cost().map(MatrixTest::cost));
    }

    private static Cost cost(Operations cost) {
        return new Cost((int) cost.saveFull(), (int) cost.savePartial(), (int) cost.restoreFull(),
                (int) cost.restorePartial(), (int) cost.registerWrite());
    }

    /** All of a row but the words of its reason. */
    private static String text(Row row) {
        return new Row(row.design(), row.entry(), row.continuation(), row.updated(), row.bystander(),
                row.shown(), row.reason().map(_ -> "..."), row.cost()).json();
    }

    private static List<String> differences(List<Row> expected, List<String> found) {
        assertEquals(expected.size(), found.size(), "rows");
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!text(expected.get(i)).equals(found.get(i))) {
                differences.add("page      " + text(expected.get(i)) + "\nexplorer  " + found.get(i));
            }
        }
        return differences;
    }

    @Test
    void theStandardMatrixIsWhatThePageSays() {
        assertEquals("", String.join("\n", differences(Enumeration.standard(), explored(STANDARD))));
    }

    @Test
    void theMatrixWithTheComponentThatMovesIsWhatThePageSays() {
        DesignStudy second = STANDARD.about(new Subject("CET_U", "AVX"));
        assertEquals("", String.join("\n", differences(Enumeration.second(), explored(second))));
    }

    /** A kernel that does not look at last_cpu: what is said to a stopped task through it is not heard. */
    @Test
    void theComparisonSeesAKernelWithAnotherRule() {
        DesignStudy other = new DesignStudy(
                STANDARD.designs().stream().filter(design -> design.id().equals("1b")).toList(),
                STANDARD.known(), Optional.empty(), new DesignStudy.Switches(Optional.empty(),
                        Optional.empty(), Map.of("validity_tests_last_cpu", "false")),
                STANDARD.base());
        List<Row> expected = Enumeration.standard().stream().filter(row -> row.design().equals("1b"))
                .toList();
        assertFalse(differences(expected, explored(other)).isEmpty());
    }
}
