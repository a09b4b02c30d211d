package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.model.diagnostic.Diagnostic;

/** Texts that nobody means: each ends in diagnostics, none in an exception. */
class HostileTextTest {

    private static final String PIECES = "{}()[];,*&<>=!+-/%?:.#\"'\\ \n\t09azAZ_\0\u00e9";

    @Test
    void mutatedProgramsEndInDiagnostics() {
        Random random = new Random(1);
        int rounds = Math.min(10_000, Integer.getInteger("xstate.fuzz.iterations", 10_000));
        int refused = 0;
        for (int i = 0; i < rounds; i++) {
            String text = mutated(AcceptedTest.ACCEPTED.get(i % AcceptedTest.ACCEPTED.size()), random);
            Compilation compilation = Models.compile(text);
            List<Diagnostic> errors = compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
            assertEquals(errors.isEmpty(), compilation.program().isPresent(), text);
            refused += errors.isEmpty() ? 0 : 1;
            assertFalse(Models.rendered(text).contains("null"), text);
        }
        assertTrue(refused > rounds / 2, "the mutations did not break anything");
    }

    private static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int n = random.nextInt(4); n >= 0; n--) {
            int at = random.nextInt(out.length());
            int end = Math.min(out.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> out.delete(at, end);
                case 1 -> out.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> out.insert(random.nextInt(out.length()), out.substring(at, end));
                default -> out.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return out.length() == 0 ? ";" : out.toString();
    }

    static Stream<String> deep() {
        int n = 20_000;
        return Stream.of("int x = " + "(".repeat(n) + "1" + ")".repeat(n) + ";",
                "int x = " + "- ".repeat(n) + "1;",
                "int x = " + "~".repeat(n) + "1;", "int x = 1" + " + 1".repeat(n) + ";",
                "int x = 1" + " ? 1 : 1".repeat(n) + ";", "int x = " + "f(".repeat(n) + ";",
                "int x = " + "a[".repeat(n) + ";", "int x = a" + "[1]".repeat(n) + ";",
                "int x = a" + ".b".repeat(n) + ";", "void f(void) " + "{".repeat(n),
                "void f(void) { " + "if (1) ".repeat(n) + "; }",
                "void f(void) { " + "if (1) ; else ".repeat(n) + "; }",
                "void f(void) { " + "do ".repeat(n) + "; }", "void f(void) { " + "a: ".repeat(n) + "; }",
                "int a[1] = " + "{".repeat(n) + "1;", "struct s { ".repeat(n),
                "int x = " + "(int)".repeat(n) + "1;",
                "int " + "*".repeat(n) + "x;", "int x" + "[1]".repeat(n) + ";");
    }

    @ParameterizedTest
    @MethodSource("deep")
    void deepNestingIsRefused(String text) {
        Compilation compilation = Models.compile(text);
        assertTrue(compilation.diagnostics().stream().anyMatch(one -> one.code().equals("nested-too-deeply")),
                () -> compilation.diagnostics().stream().limit(3).toList().toString());
    }

    @Test
    void structsThatDoubleAreRefusedAtOnce() {
        StringBuilder text = new StringBuilder("struct s0 { int a; };\n");
        for (int i = 1; i < 100; i++) {
            text.append("struct s%d { struct s%d a; struct s%d b; };\n".formatted(i, i - 1, i - 1));
        }
        assertTrue(Models.said(text + "struct s99 s;\n").getFirst().contains("too many scalars"));
    }

    @Test
    void conditionalsWithCallsAreCheckedOnce() {
        String text = "bool g(void) { return true; }\nint f(int x)\n{\n\treturn "
                + "x ? 1 : g() ? 2 : ".repeat(40)
                + "3;\n}\n";
        assertEquals(List.of(), Models.said(text));
    }

    @Test
    void longProgramsAreNotDeep() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("int f").append(i).append("(int a) { return a + ").append(i).append("; }\n");
        }
        assertEquals(List.of(), Models.compile(text.toString()).diagnostics());
    }
}
