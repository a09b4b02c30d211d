package org.xstate.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.check.SuiteFiles;
import org.xstate.cli.ExitCode;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Finds scenario files and loads what is in them. */
final class ModelFiles {

    private ModelFiles() {
    }

    static boolean isSuite(String name) {
        return !name.equals("-") && Files.isDirectory(InputFiles.path(name));
    }

    /** The scenario files of a folder and of the folders in it, in alphabetical order. */
    static List<String> inSuite(String name) {
        try {
            List<String> files = SuiteFiles.in(InputFiles.path(name)).stream()
                    .map(path -> path.toString().replace('\\', '/')).toList();
            if (files.isEmpty()) {
                throw new Stop(ExitCode.BAD_INPUT, name + ": there is no scenario file (*.c) in this folder");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": cannot be read: " + e.getCause().getMessage());
        }
    }

    static List<LoadedScenario> load(String name, LoadOptions options) {
        if (name.equals("-")) {
            return ScenarioLoader.load("stdin", standardInput(), options);
        }
        readable(name);
        try {
            return ScenarioLoader.load(Surroundings.name(name).replace('\\', '/'), options);
        } catch (UncheckedIOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    /** The text of one file. */
    static String text(String name) {
        Path path = readable(name);
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": this is no text in UTF-8");
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": cannot be read: " + e.getMessage());
        }
    }

    /** The text of a file that another one includes, if there is one of that name. */
    static Optional<String> included(String name) {
        return Files.isRegularFile(InputFiles.path(name)) ? Optional.of(text(name)) : Optional.empty();
    }

    private static Path readable(String name) {
        Path path = InputFiles.path(name);
        if (!Files.exists(path)) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": there is no such file");
        }
        if (!Files.isReadable(path)) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": may not be read (permission denied)");
        }
        if (!Files.isRegularFile(path)) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": this is no file with a scenario");
        }
        return path;
    }

    private static String standardInput() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, "stdin: cannot be read: " + e.getMessage());
        }
    }
}
