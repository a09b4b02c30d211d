package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that their user switches off. */
class DisabledPluginTest {

    private static final String BUNDLE = "org.example.scratch";

    @TempDir
    private Path work;

    private Distribution.Result run(String... arguments) throws Exception {
        Path plugins = Files.createDirectories(work.resolve("plugins"));
        for (String name : List.of("scratch-plugin-1.0.0.jar", "scratch-desktop-1.0.0.jar")) {
            if (!Files.exists(plugins.resolve(name))) {
                try (InputStream jar = DisabledPluginTest.class.getResourceAsStream("/frozen/" + name)) {
                    Files.copy(jar, plugins.resolve(name));
                }
            }
        }
        Distribution distribution = Distribution.shared();
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "XDG_CONFIG_HOME=" + work,
                distribution.script().toString(), "--plugins", plugins.toString()));
        command.addAll(List.of(arguments));
        return distribution.start(work, command).await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void whatIsSwitchedOffIsNotThereUntilItIsSwitchedOnAgain(String framework) throws Exception {
        assertTrue(run("--framework", framework, "features").out().contains(" SCRATCH "));
        Distribution.Result off = run("--framework", framework, "features", "--disable", BUNDLE);
        assertEquals(0, off.exitCode(), off.err());
        assertFalse(off.out().contains(" SCRATCH "), off.out());
        assertTrue(off.out().contains("disabled  " + BUNDLE + "/"), off.out());
        assertFalse(run("--framework", framework, "features").out().contains(" SCRATCH "),
                "the next start too");
        assertTrue(run("--framework", framework, "features", "--enable", BUNDLE).out().contains(" SCRATCH "));
        assertFalse(run("--framework", framework, "features").out().contains("disabled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void whatIsForTheDesktopAloneCanBeSwitchedOffWithoutIt(String framework) throws Exception {
        String panel = BUNDLE + ".desktop/" + BUNDLE + ".desktop.ScratchPanel";
        Distribution.Result off = run("--framework", framework, "features", "--disable", BUNDLE + ".desktop");
        assertEquals(0, off.exitCode(), off.err());
        assertTrue(off.out().contains(" SCRATCH "), "the feature is another plugin: " + off.out());
        assertTrue(off.out().contains("disabled  " + panel), off.out());
        assertFalse(run("--framework", framework, "features", "--enable", BUNDLE + ".desktop").out()
                .contains("disabled"));
    }

    @Test
    void aNameThatNoPluginHasIsRefusedWithThoseThereAre() throws Exception {
        Distribution.Result result = run("features", "--disable", "org.example.other");
        assertEquals(64, result.exitCode());
        assertTrue(result.err().contains("there is " + BUNDLE), result.err());
    }

    @Test
    void theProgramsOwnCannotBeSwitchedOff() throws Exception {
        assertEquals(64, run("features", "--disable", "org.xstate.features.pkru").exitCode());
    }

    @Test
    void everyContributionIsListedWithItsBundleOnRequest() throws Exception {
        String all = run("features", "--all").out();
        assertTrue(all.lines().anyMatch(line -> line.startsWith("xfeatures ") && line.contains(BUNDLE)), all);
        assertTrue(all.lines().anyMatch(line -> line.startsWith("imageReaders ")), all);
        assertTrue(all.lines().anyMatch(
                line -> line.startsWith("org.xstate.ui.panels ") && line.contains(BUNDLE + ".desktop")), all);
    }
}
