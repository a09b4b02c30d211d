package org.xstate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchRequestTest {

    @TempDir
    Path folder;

    @Test
    void takesItsOptionsBeforeAndAfterTheCommandAndLeavesTheRest() throws Exception {
        Path first = Files.createDirectory(folder.resolve("a b"));
        Path second = Files.createDirectory(folder.resolve("c=d"));
        LaunchRequest request = LaunchRequest.parse(List.of("--plugins", first.toString(), "layout", "--cpu",
                "zen3", "--plugins=" + second, "--framework=equinox", "--json"));
        assertEquals(List.of(first, second), request.pluginFolders());
        assertEquals(Optional.of(FrameworkChoice.EQUINOX), request.framework());
        assertEquals(List.of("layout", "--cpu", "zen3", "--json"), request.arguments());
    }

    @Test
    void takesNothingAfterTwoHyphens() {
        List<String> typed = List.of("decode", "--", "--plugins", "--framework");
        LaunchRequest request = LaunchRequest.parse(typed);
        assertEquals(typed, request.arguments());
        assertEquals(List.of(), request.pluginFolders());
        assertTrue(request.framework().isEmpty());
    }

    @Test
    void leavesLongerOptionsToTheCommand() {
        assertEquals(List.of("--pluginsX", "--frameworks=1"),
                LaunchRequest.parse(List.of("--pluginsX", "--frameworks=1")).arguments());
    }

    @Test
    void countsTheLastFramework() {
        assertEquals(Optional.of(FrameworkChoice.FELIX),
                LaunchRequest.parse(List.of("--framework", "equinox", "--framework", "felix")).framework());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plugins", "--framework", "--framework=knopflerfish", "--framework="})
    void refusesAnOptionWithoutAUsableValue(String word) {
        LaunchFailure failure = assertThrows(LaunchFailure.class,
                () -> LaunchRequest.parse(List.of("features", word)));
        assertEquals(64, failure.exitCode());
        assertTrue(failure.getMessage().startsWith(word.split("=", 2)[0]), failure.getMessage());
    }

    @Test
    void saysWhetherAFolderIsMissingOrAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("plugin.jar"), "");
        LaunchFailure isFile = assertThrows(LaunchFailure.class,
                () -> LaunchRequest.parse(List.of("--plugins", file.toString())));
        assertEquals(66, isFile.exitCode());
        assertTrue(isFile.getMessage().contains("not a folder"), isFile.getMessage());
        LaunchFailure missing = assertThrows(LaunchFailure.class,
                () -> LaunchRequest.parse(List.of("--plugins=" + folder.resolve("none"))));
        assertEquals(66, missing.exitCode());
        assertTrue(missing.getMessage().contains("no such folder"), missing.getMessage());
    }
}
