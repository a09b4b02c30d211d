package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The manual of the language shows models that compile, and names everything that the language has. */
class ManualTest {

    private static final Pattern MODEL = Pattern.compile("```c\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MACRO = Pattern.compile("^#define (\\w+)|^[\\w ]*?\\*?(\\w+)\\([^)]*\\);",
            Pattern.MULTILINE);

    @Test
    void everyModelInTheManualCompiles() throws IOException {
        List<String> models = MODEL.matcher(manual()).results().map(one -> one.group(1)).toList();
        assertTrue(!models.isEmpty(), "the manual shows no model");
        models.forEach(model -> assertEquals(List.of(), Models.said(model), model));
    }

    @Test
    void theManualNamesWhatTheHeaderDeclares() throws IOException {
        String header = Files.readString(Models.examples().resolve("xstate.h"));
        String manual = manual();
        List<String> names = MACRO.matcher(header).results().map(ManualTest::name)
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("xstate_")).toList();
        assertTrue(names.size() > 40, names.toString());
        assertEquals(List.of(), names.stream().filter(name -> !manual.contains(
                name.equals("__VERIFIER_atomic_end") ? "_end()" : name)).toList());
    }

    /** Words, brackets and operators as the grammar quotes them; operators between expressions go without saying. */
    @Test
    void theManualsGrammarHasEveryWordOfTheGrammar() throws IOException {
        String grammar = Files.readString(Models.examples().resolveSibling(
                "bundles/org.xstate.model/src/main/antlr4/org/xstate/model/internal/grammar/ModelC.g4"));
        String manual = manual();
        String shown = manual.substring(manual.indexOf("## Grammar"), manual.indexOf("## Diagnostics"));
        List<String> words = WORD.matcher(grammar).results().map(one -> one.group(1))
                .filter(word -> !INTEGER_WORDS.contains(word)).toList();
        assertTrue(words.size() > 20, words.toString());
        assertEquals(List.of(), words.stream().filter(word -> !shown.contains("\"" + word + "\"")).toList());
        INTEGER_WORDS.forEach(word -> assertTrue(manual.contains("`" + word + "`"), word));
    }

    private static final Pattern WORD = Pattern.compile("^[A-Z]+ : '([a-z]+)' ;", Pattern.MULTILINE);
    private static final List<String> INTEGER_WORDS = List.of("char", "int", "long", "short", "signed",
            "unsigned");

    /** The mail's own text comes first, and is nobody's code. */
    @Test
    void theTutorialShowsLinesOfTheFileThatItTalksAbout() throws IOException {
        String manual = manual();
        String tutorial = manual.substring(manual.indexOf("**1. Paste it"),
                manual.indexOf("**4. Let a C compiler"));
        List<String> file = Files.readString(Models.examples().resolve("seed/begin-finish.c")).lines()
                .toList();
        List<String> code = tutorial.lines().filter(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .toList();
        assertTrue(code.size() > 30, code.toString());
        assertEquals(List.of(), code.stream().filter(line -> !file.contains(line)).toList());
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String manual() throws IOException {
        return Files.readString(Models.examples().resolveSibling("docs/model-c.md"));
    }
}
