package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;

/** Broken files, each with a comment at its end that tells what is said about it, and where. */
class BrokenFilesTest {

    private static final Path FOLDER = Path.of(System.getProperty("xstate.root"))
            .resolve("bundles/org.xstate.model/src/test/resources/org/xstate/model/broken");
    private static final String EXPECTED = "/* expected:\n";
    private static final Pattern CODE = Pattern
            .compile("(?:error|warning|report|refused)\\([^;\"]*?\"([a-z]+(?:-[a-z]+)*)\",");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedInTheWordsAtItsEnd(Path file) throws IOException {
        assertEquals(expected(file), Models.said(Files.readString(file)));
    }

    private static List<String> expected(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.indexOf(EXPECTED) + EXPECTED.length()).lines()
                .filter(line -> line.startsWith(" * ")).map(line -> line.substring(3)).toList();
    }

    @Test
    void everyKindOfDiagnosticIsShownByABrokenText() throws IOException {
        Set<String> codes = codes();
        assertTrue(codes.size() > 60, codes.toString());
        Set<String> shown = new TreeSet<>();
        for (Path file : files()) {
            expected(file).forEach(line -> shown.add(line.split(" ")[1]));
        }
        Rejected.CASES
                .forEach(one -> Stream.of(one).skip(1).forEach(line -> shown.add(line.split(" ")[1])));
        SEVERAL.forEach(one -> shown.add(one.said().split(" ")[2]));
        shown.add(WATCHED_CODE);
        codes.removeAll(shown);
        assertEquals(Set.of(), codes);
    }

    @Test
    void moreThanOneExpressionIsNotWatched() {
        WatchedExpression watched = ModelCompiler.watch(SourceFiles.of(Map.of("m.c", "int x;\n")), "m.c",
                CompileOptions.DEFAULT, "x); g(x", List.of());
        assertEquals(List.of(WATCHED_CODE), watched.diagnostics().stream().map(Diagnostic::code).toList());
    }

    /** The codes in the sources of the front end; laying a checked program out is another matter. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        Path sources = FOLDER.resolve("../../../../../../main/java/org/xstate/model/internal").normalize();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files
                    .filter(one -> one.toString().endsWith(".java") && !one.toString().contains("/link/"))
                    .toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
            }
        }
        return codes;
    }

    /** What takes several files, or something from outside, to go wrong. */
    private record Several(Map<String, String> files, CompileOptions options, String said) {
    }

    /** Said of what is watched, which stands in no file. */
    private static final String WATCHED_CODE = "no-expression";

    private static final List<Several> SEVERAL = List.of(
            new Several(Map.of(), CompileOptions.DEFAULT, "m.c 1:1 no-such-file no such file 'm.c'"),
            new Several(Map.of("m.c", "int x;\n"), CompileOptions.DEFAULT.with(List.of("l.c")),
                    "l.c 1:1 no-such-file no such file 'l.c'"),
            new Several(Map.of("m.c", "#include \"a.h\"\n", "a.h", "#include \"m.c\"\n"),
                    CompileOptions.DEFAULT, "a.h 1:10 include-cycle 'm.c' includes itself"),
            new Several(Map.of("m.c", "int x;\n"), CompileOptions.DEFAULT.with(List.of("m.c")),
                    "m.c 1:1 include-cycle 'm.c' is part of the library"),
            new Several(Map.of("m.c", "int f(void) { return g(; }\n"), CompileOptions.DEFAULT,
                    "m.c 1:24 syntax expected an expression, found ';'"),
            new Several(Map.of("m.c", "task(A) { fpregs_lokc(); }\n", "l.c", "void fpregs_lock(void) { }\n"),
                    CompileOptions.DEFAULT.with(List.of("l.c")),
                    "m.c 1:11 no-such-function no such function 'fpregs_lokc' | did you mean 'fpregs_lock' (l.c:1)?"),
            new Several(Map.of("m.c", "scenario(one) { }\nscenario(two) { }\n"), chosen("on"),
                    "m.c 1:1 no-such-scenario no such scenario 'on' | did you mean 'one'?"),
            new Several(Map.of("m.c", "scenario(one) { }\ntask(A) { }\nscenario(two) { }\n"), chosen("two"),
                    "m.c 3:1 no-tasks scenario 'two' has no tasks"),
            new Several(Map.of("m.c", "knob_flag(fix, true);\n"), knob("fixx", "false"),
                    "m.c 1:1 no-such-knob no such knob 'fixx' | did you mean 'fix'?"),
            new Several(Map.of("m.c", "\nknob_range(n, 1, 3, 2);\n"), knob("n", "4"),
                    "m.c 2:1 no-such-value knob 'n' cannot be '4'"));

    private static CompileOptions chosen(String scenario) {
        return new CompileOptions(Optional.of(scenario), Optional.empty(), Map.of(), List.of());
    }

    private static CompileOptions knob(String name, String value) {
        return new CompileOptions(Optional.empty(), Optional.empty(), Map.of(name, value), List.of());
    }

    @Test
    void severalFilesAreRefusedWhereTheyAreWrong() {
        for (Several one : SEVERAL) {
            Compilation compilation = ModelCompiler.compile(SourceFiles.of(one.files()), "m.c",
                    one.options());
            assertEquals(List.of(one.said()), compilation.diagnostics().stream()
                    .map(said -> said.span().file() + " " + Models.line(said)).toList());
        }
    }
}
