package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code xstate shell}: the same commands, one after another, on both frameworks. */
class ShellTest {

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void linesOfStandardInputAreRunAndPiped(String framework) throws Exception {
        Distribution.Result result = shell(framework,
                "layout --cpu zen3 --compacted | grep CET_U\\n# a remark\\nlb -s | grep org.xstate.api\\n");
        assertEquals(0, result.exitCode(), result.err());
        // 840 and 16 bytes: Intel SDM volume 1, 13.4.3, behind PKRU at 832
        assertTrue(result.out().contains("CET_U") && result.out().contains("840"), result.out());
        assertTrue(result.out().contains("org.xstate.api"), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix"})
    void theCodeIsThatOfTheLastCommandAndAnErrorDoesNotEndTheShell(String framework) throws Exception {
        Distribution.Result result = shell(framework,
                "layot\\ncpus\\nlayout --cpu nonsense\\nexit\\ncpus\\n");
        assertEquals(64, result.exitCode(), result.err());
        assertTrue(result.err().contains("layot"), result.err());
        assertTrue(result.out().contains("zen3"), result.out());
    }

    private static Distribution.Result shell(String framework, String lines) throws Exception {
        Distribution distribution = Distribution.shared();
        return distribution.start(distribution.home(), List.of("sh", "-c",
                "printf '" + lines + "' | ./xstate --framework " + framework + " shell")).await();
    }
}
