package org.xstate.model.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.model.diagnostic.SourceFiles;

/** Other names for things. */
class RenamingTest {

    private static Renaming.Result rename(Indexed text, String name) {
        return Renaming.rename(List.of(text.index()), "main.c", text.caret(), name);
    }

    private static String renamed(String marked, String name) {
        Indexed text = Indexed.of(marked);
        Renaming.Result.Edits edits = assertInstanceOf(Renaming.Result.Edits.class, rename(text, name));
        return TextEdit.apply(text.text(), edits.files().get("main.c"));
    }

    private static String refused(String marked, String name) {
        return assertInstanceOf(Renaming.Result.Refused.class, rename(Indexed.of(marked), name)).reason();
    }

    @Test
    void everyPlaceIsChangedAndNothingElse() {
        assertEquals("/* old */\nvoid other(void)\n{\n}\ntask(A)\n{\n\tother();\n\tcover(\"old\");\n}\n",
                renamed("/* old */\nvoid o|ld(void)\n{\n}\ntask(A)\n{\n\told();\n\tcover(\"old\");\n}\n",
                        "other"));
    }

    @Test
    void aMemberIsRenamedInItsStructOnly() {
        assertEquals(
                "struct a { int y; };\nstruct b { int x; };\nstruct a p;\nstruct b q;\ntask(A)\n{\n\tp.y = q.x;\n}\n",
                renamed("struct a { int x|; };\nstruct b { int x; };\nstruct a p;\nstruct b q;\ntask(A)\n{\n\tp.x = q.x;\n}\n",
                        "y"));
    }

    @Test
    void aPropertyIsRenamedInTheStringThatExpectsItsViolation() {
        assertEquals("property(kept, \"x\") { return true; }\nscenario(s) { expect_violation(\"kept\"); }\n",
                renamed("property(ho|lds, \"x\") { return true; }\nscenario(s) { expect_violation(\"holds\"); }\n",
                        "kept"));
    }

    @Test
    void whatTheLibraryDeclaresKeepsItsName() {
        assertTrue(refused("task(A)\n{\n\tfpregs_l|ock();\n}\n", "x")
                .contains("declared by the library (kernel/core.c)"));
    }

    @Test
    void wordsOfTheLanguageAndWhatIsNoNameAreRefused() {
        String text = "void f|(void)\n{\n}\n";
        assertTrue(refused(text, "while").contains("word of the language"));
        assertTrue(refused(text, "assume").contains("word of the language"));
        assertTrue(refused(text, "2x").contains("cannot be a name"));
        assertTrue(refused(text, "a b").contains("cannot be a name"));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        assertTrue(refused("void f|(void)\n{\n}\nint g;\n", "g")
                .contains("there is a variable 'g' already (main.c:4)"));
        assertTrue(refused("void f|(void)\n{\n}\n", "fpregs_lock").contains("(kernel/core.c:"));
    }

    @Test
    void aNameThatWouldBeHiddenByALocalOneIsRefused() {
        assertTrue(refused("int g|;\nvoid f(void)\n{\n\tint x = 1;\n\n\tg = x;\n}\n", "x")
                .contains("local variable 'x'"));
    }

    @Test
    void aLocalNameThatWouldHideAnotherOneIsRefused() {
        assertTrue(refused("int g;\nvoid f(void)\n{\n\tint x| = 1;\n\n\tg = x;\n}\n", "g")
                .contains("variable 'g'"));
        assertTrue(
                refused("void f(int a)\n{\n\tint x| = a;\n\n\tx = a;\n}\n", "a").contains("parameter 'a'"));
    }

    @Test
    void filesThatDeclareSomethingElseOfTheNameAreLeftAlone() {
        SourceFiles files = SourceFiles.of(Map.of("h.h", "int shared;\n", "a.c",
                "#include \"h.h\"\nvoid f(void)\n{\n\tshared = 1;\n}\n", "b.c",
                "#include \"h.h\"\nvoid g(void)\n{\n\tshared = 2;\n}\n", "c.c", "int shared;\n"));
        List<SourceIndex> indices = List.of("a.c", "b.c", "c.c").stream()
                .map(main -> SourceIndex.of(files, List.of(), main, new SourceIndex.Cache())).toList();
        Renaming.Result.Edits edits = assertInstanceOf(Renaming.Result.Edits.class,
                Renaming.rename(indices, "a.c",
                        indices.getFirst().text("a.c").orElseThrow().text().indexOf("shared"), "ours"));
        assertEquals(java.util.Set.of("h.h", "a.c", "b.c"), edits.files().keySet());
        assertEquals(3, edits.places());
    }
}
