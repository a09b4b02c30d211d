package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IReusableEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.SourceCoverage;
import org.xstate.ui.tests.Ui;

/** What the editor knows of the seed example; lines and places as grep finds them in the file. */
class EditorServicesTest {

    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

    @TempDir
    Path folder;

    private ModelEditor editor;

    @BeforeEach
    void open() throws IOException {
        editor = ModelEditor.open(ModelEditor.seed(folder));
    }

    @AfterEach
    void close() {
        Ui.on(() -> {
            SourceCoverage.clear();
            return Ui.page().closeAllEditors(false);
        });
    }

    private List<String> errors() {
        return editor.annotations(ERROR, Annotation::getText);
    }

    @Test
    void theSeedExampleHasNoErrors() {
        assertEquals(List.of(), errors());
    }

    @Test
    void aMisspeltNameIsAnErrorAsOneTypesAndItsNeighbourIsSuggested() {
        editor.replace("	fpregs_lock();", "	fpregs_lokc();");
        Ui.await("the slip is an error", () -> !errors().isEmpty());
        assertTrue(
                errors().getFirst().startsWith("no such function 'fpregs_lokc'; did you mean 'fpregs_lock'"),
                errors().toString());
        assertEquals(List.of("fpregs_lokc"), editor.annotatedTexts(ERROR));
    }

    @Test
    void anErrorGoesWhenItIsMended() {
        editor.replace("	fpregs_lock();", "	fpregs_lokc();");
        Ui.await("the slip is an error", () -> !errors().isEmpty());
        editor.replace("	fpregs_lokc();", "	fpregs_lock();");
        Ui.await("the error is gone", () -> errors().isEmpty());
    }

    @Test
    void aFunctionOfTheLibraryIsShownInItalicsAndOnesOwnInBold() {
        int library = editor.text().indexOf("fpregs_lock()");
        int own = editor.text().indexOf("begin_update_one_xsave_feature(enum");
        Ui.await("names have their colours", () -> style(library).fontStyle == SWT.ITALIC);
        assertEquals(SWT.BOLD, Ui.on(() -> style(own).fontStyle));
    }

    private StyleRange style(int offset) {
        StyleRange range = editor.widget().getStyleRangeAtOffset(offset);
        return range == null ? new StyleRange() : range;
    }

    @Test
    void anEditorThatIsReusedForAShorterTextHasThatTextsColours() {
        int library = editor.text().indexOf("fpregs_lock()");
        Ui.await("names have their colours", () -> style(library).fontStyle == SWT.ITALIC);
        Color comment = Ui.on(() -> style(0).foreground);
        Ui.on(() -> {
            Ui.page().reuseEditor((IReusableEditor) editor.part(),
                    new LibraryInput("short.c", "int x;\n/* a remark */\n"));
            return null;
        });
        assertEquals("int x;\n/* a remark */\n", editor.text());
        assertEquals(comment, Ui.on(() -> style("int x;\n/*".length()).foreground));
    }

    @Test
    void theDefinitionOfALibraryFunctionOpensItsTextWhichCannotBeChanged() {
        editor.caret("fpregs_lock()", 1);
        ModelEditor.execute("org.xstate.ui.editor.definition");
        ModelEditor library = ModelEditor.active();
        assertEquals("kernel/context.c",
                Ui.on(() -> ((LibraryInput) library.part().getEditorInput()).file()));
        assertEquals("fpregs_lock", Ui.on(() -> library.widget().getSelectionText()));
        assertFalse(Ui.on(library.part()::isEditable));
        Ui.await("the name is marked where it occurs",
                () -> !library.annotatedTexts("org.xstate.ui.editor.occurrence").isEmpty());
    }

    @Test
    void theDefinitionOfAMemberIsInItsStruct() {
        editor.caret("thread.fpu", 1);
        ModelEditor.execute("org.xstate.ui.editor.definition");
        ModelEditor library = ModelEditor.active();
        assertEquals("kernel/task.c", Ui.on(() -> ((LibraryInput) library.part().getEditorInput()).file()));
        assertEquals("thread", Ui.on(() -> library.widget().getSelectionText()));
    }

    @Test
    void referencesAreListedByFile() {
        editor.caret("update(enum xfeature", 1);
        ModelEditor.execute("org.xstate.ui.editor.findReferences");
        IViewPart view = Ui.on(() -> Ui.page().findView("org.xstate.ui.editor.references"));
        Tree tree = Ui.on(() -> Ui.find(Ui.area(view), Tree.class, one -> true).orElseThrow());
        Ui.await("places are listed", () -> tree.getItemCount() == 1);
        List<String> texts = Ui
                .on(() -> java.util.Arrays.stream(tree.getItem(0).getItems()).map(TreeItem::getText)
                        .toList());
        assertEquals(editor.text().split("\\bupdate\\(", -1).length - 1, texts.size(), texts.toString());
        assertTrue(texts.getFirst().contains("void update(enum xfeature xfeature, bool full, token_t value)"),
                texts.toString());
    }

    @Test
    void otherPlacesOfTheNameAtTheCaretAreMarked() {
        editor.caret("xsave;", 1);
        Ui.await("uses are marked",
                () -> editor.annotatedTexts("org.xstate.ui.editor.occurrence").size() > 1);
        assertTrue(
                editor.annotatedTexts("org.xstate.ui.editor.occurrence").stream().allMatch("xsave"::equals));
    }

    @Test
    void formattingMakesTheTextAsItWasBeforeSomebodySpoiltIt() {
        String good = editor.text();
        editor.replace("	fpregs_lock();", "  fpregs_lock( ) ;");
        editor.select(0, 0);
        ModelEditor.execute("org.xstate.ui.editor.format");
        assertEquals(good, editor.text());
    }

    @Test
    void aLineIsCommentedOutAndIn() {
        String good = editor.text();
        editor.caret("fpregs_lock()", 1);
        ModelEditor.execute("org.xstate.ui.editor.comment");
        assertTrue(editor.text().contains("//	fpregs_lock();"));
        ModelEditor.execute("org.xstate.ui.editor.comment");
        assertEquals(good, editor.text());
    }

    @Test
    void theOutlineHasScenariosWithTheirTasks() {
        IViewPart view = Ui.open("org.eclipse.ui.views.ContentOutline", IViewPart.class);
        Ui.on(() -> {
            Ui.page().activate(editor.part());
            return null;
        });
        Ui.await("the outline is filled",
                () -> Ui.find(Ui.area(view), Tree.class, tree -> tree.getItemCount() > 3
                        && tree.isVisible()).isPresent());
        List<String> scenario = Ui.on(() -> {
            Tree tree = Ui.find(Ui.area(view), Tree.class, one -> one.getItemCount() > 3 && one.isVisible())
                    .orElseThrow();
            TreeItem item = java.util.Arrays.stream(tree.getItems())
                    .filter(one -> one.getText().equals("as_posted"))
                    .findFirst().orElseThrow();
            return java.util.Arrays.stream(item.getItems()).map(TreeItem::getText).toList();
        });
        assertEquals(List.of("pasid_is_in_use", "A"), scenario);
    }

    @Test
    void linesThatACheckDidNotComeToArePainted() {
        String name = folder.resolve("begin-finish.c").toString();
        Ui.on(() -> {
            SourceCoverage.show(List.of(new SourceCoverage.Mark(name, 24, SourceCoverage.Kind.UNREACHED,
                    "never executed")));
            return null;
        });
        assertEquals(List.of("fpregs_lock();"),
                editor.annotatedTexts("org.xstate.ui.editor.coverage.unreached"));
    }

    @Test
    void aSlipInOneFunctionDoesNotTakeTheOutlineOfTheOthers() {
        editor.replace("	fpregs_lock();", "	fpregs_lock(");
        Ui.await("the slip is an error", () -> !errors().isEmpty());
        editor.caret("finish_update_one_xsave_feature(xfeature)", 1);
        ModelEditor.execute("org.xstate.ui.editor.definition");
        assertEquals("finish_update_one_xsave_feature", Ui.on(() -> editor.widget().getSelectionText()));
    }

    @Test
    void aLongFileIsReadWithoutHoldingTheUserInterface() throws IOException {
        StringBuilder text = new StringBuilder(editor.text());
        for (int i = 0; text.chars().filter(c -> c == '\n').count() < 10_000 && i < 2_000; i++) {
            text.append("\nvoid filler_%d(void)\n{\n\tint x = %d;\n\n\tif (x > 0)\n\t\tfpregs_lock();\n}\n"
                    .formatted(i, i));
        }
        Path file = Files.writeString(folder.resolve("long.c"), text);
        ModelEditor large = ModelEditor.open(file);
        large.caret("filler_1000(", 1);
        assertEquals(List.of(), large.annotations(ERROR, Annotation::getText));
    }
}
