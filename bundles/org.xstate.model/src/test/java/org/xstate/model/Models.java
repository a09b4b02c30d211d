package org.xstate.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;

/** Compiles texts for tests. */
final class Models {

    private Models() {
    }

    static Path examples() {
        return Path.of(System.getProperty("xstate.root")).resolve("examples");
    }

    static Compilation compile(String text) {
        return ModelCompiler.compile(SourceFiles.of(Map.of("m.c", text)), "m.c", CompileOptions.DEFAULT);
    }

    static Compilation compile(String text, Map<String, String> knobs) {
        return ModelCompiler.compile(SourceFiles.of(Map.of("m.c", text)), "m.c",
                new CompileOptions(Optional.empty(), Optional.empty(), knobs, List.of()));
    }

    /** What is said about a text, as {@code line:column code message | suggestion}. */
    static List<String> said(String text) {
        return compile(text).diagnostics().stream().map(Models::line).toList();
    }

    static String line(Diagnostic one) {
        return one.span().line() + ":" + one.span().column() + " " + one.code() + " " + one.message()
                + one.suggestion().map(text -> " | " + text).orElse("");
    }

    static String rendered(String text) {
        return new DiagnosticText(SourceFiles.of(Map.of("m.c", text))).render(compile(text).diagnostics());
    }

    static SourceFiles files(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static Compilation example(String name, Map<String, String> knobs) {
        return ModelCompiler.compile(files(examples()), name,
                new CompileOptions(Optional.empty(), Optional.empty(), knobs, List.of()));
    }

    /** The shipped models, but for the plugin template's: its functions come with the plugin. */
    static List<Path> shipped() throws IOException {
        Path template = examples().resolve("plugin-template");
        try (Stream<Path> all = Files.walk(examples())) {
            return all.filter(file -> file.toString().endsWith(".c") && !file.startsWith(template)).sorted()
                    .toList();
        }
    }
}
