package org.xstate.analysis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.RestorePolicy;
import org.xstate.check.ExplorationOptions;

class CheckSettingsTest {

    private static final CheckSettings ALL = new CheckSettings(List.of("as_posted"),
            Map.of("interrupts", "true"), Optional.of(CheckSettings.kernel("6.12.3")),
            Optional.of("zen3"), Map.of("A", new RestorePolicy.OnTrap(13)), Optional.of(2),
            Optional.of(1_000L), Optional.of(1L << 30), Optional.of(Duration.ofMinutes(5)), false);

    @Test
    void argumentsAreReadAsTheyWereWritten() {
        assertEquals(ALL, CheckSettings.of(ALL.arguments()));
        assertEquals(CheckSettings.STANDARD, CheckSettings.of(CheckSettings.STANDARD.arguments()));
    }

    @Test
    void theCommandLineNamesEveryOptionAsTheCommandDoes() {
        assertEquals("xstate check 'my models/a.c' --scenario as_posted --kernel 6.12.3 --cpu zen3"
                + " --set interrupts=true --policy 'A=on-trap(13)' --threads 2 --max-states 1000"
                + " --max-memory 1073741824 --time 300s --no-reductions", ALL.command("my models/a.c"));
        assertEquals("xstate check a.c", CheckSettings.STANDARD.command("a.c"));
    }

    @Test
    void whatIsSetWinsAndTheRestStays() {
        ExplorationOptions base = ExplorationOptions.defaults().withThreads(3).withMaxMemory(77);
        assertEquals(2, ALL.exploration(base).threads());
        assertEquals(1_000, ALL.exploration(base).maxStates());
        assertEquals(base, CheckSettings.STANDARD.exploration(base));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kernel new", "--threads 0", "--threads 17", "--set novalue",
        "--policy A=never",
        "--depth 3", "--cpu", "--max-memory 0"})
    void whatCannotBeIsRefused(String arguments) {
        assertThrows(IllegalArgumentException.class,
                () -> CheckSettings.of(List.of(arguments.split(" "))));
    }
}
