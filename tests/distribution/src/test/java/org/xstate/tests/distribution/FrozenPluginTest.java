package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template's plugin as it was built against the first API: what plugins were built against keeps working. */
class FrozenPluginTest {

    private static final Path CPUID = Path.of(System.getProperty("xstate.root"),
            "examples/plugin-template/scratch.cpuid");

    /** Nothing of the plugin's is model C; its component moves with the others. */
    private static final String SCENARIO = """
            scenario(frozen)
            {
            	cpu_profile("scratch.cpuid");
            	features(SCRATCH);
            }

            task(A)
            {
            	user_write(XFEATURE_SCRATCH, V1);
            	enter_kernel();
            	exit_to_user_mode();
            }
            """;

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static Path frozen;

    @BeforeAll
    static void unpack() throws Exception {
        distribution = Distribution.shared();
        frozen = Files.createDirectories(work.resolve("frozen"));
        Files.copy(CPUID, work.resolve("scratch.cpuid"));
        try (InputStream jar = FrozenPluginTest.class
                .getResourceAsStream("/frozen/scratch-plugin-1.0.0.jar")) {
            Files.copy(jar, frozen.resolve("scratch-plugin-1.0.0.jar"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void aPluginBuiltAgainstTheFirstApiKeepsWorking(String framework) throws Exception {
        new ScratchPlugin(distribution, work, "SCRATCH", 40).works("--framework", framework, "--plugins",
                frozen.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void itsComponentIsCheckedThoughItBringsNoModelC(String framework) throws Exception {
        Path scenario = Files.writeString(work.resolve("frozen.c"), SCENARIO);
        Distribution.Result result = distribution.run("--framework", framework, "--plugins",
                frozen.toString(), "check", scenario.toString());
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().startsWith("HOLDS"), result.out());
    }
}
