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

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String manual() throws IOException {
        return Files.readString(Models.examples().resolveSibling("docs/model-c.md"));
    }
}
