package org.xstate.ui.tests.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.tests.Ui;

/** Proposals, remedies and renaming, in the popups and dialogs that users see. */
class AssistTest {

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
            Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
                    .filter(shell -> shell != Ui.page().getWorkbenchWindow().getShell())
                    .forEach(Shell::close);
            return Ui.page().closeAllEditors(false);
        });
    }

    private static Optional<Table> popup() {
        return Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
                .filter(shell -> shell.isVisible() && shell != Ui.page().getWorkbenchWindow().getShell())
                .flatMap(shell -> Ui.find(shell, Table.class, table -> table.getItemCount() > 0).stream())
                .findFirst();
    }

    private static List<String> proposals() {
        Ui.await("proposals are shown", () -> popup().isPresent());
        return Ui.on(() -> Arrays.stream(popup().orElseThrow().getItems()).map(TableItem::getText).toList());
    }

    private void run(String action) {
        Ui.on(() -> {
            editor.part().setFocus();
            editor.part().getAction(action).run();
            return null;
        });
        Ui.settle();
    }

    @Test
    void membersOfTheStructAreProposedBehindAnArrow() {
        editor.replace("	fpregs_lock();", "	current->thread.fpu.");
        int at = editor.text().indexOf("current->thread.fpu.") + "current->thread.fpu.".length();
        editor.select(at, 0);
        run(ITextEditorActionConstants.CONTENT_ASSIST);
        List<String> all = proposals();
        assertTrue(all.stream().anyMatch(one -> one.contains("last_cpu")), all.toString());
        assertTrue(all.stream().noneMatch(one -> one.contains("fpregs_lock")), all.toString());
    }

    @Test
    void whatAHoverSaysIsShownByAKeyToo() {
        editor.caret("fpregs_live", 3);
        run(ITextEditorActionConstants.SHOW_INFORMATION);
        Ui.await("the declaration is shown", () -> Arrays
                .stream(PlatformUI.getWorkbench().getDisplay().getShells())
                .filter(shell -> shell.isVisible() && shell != Ui.page().getWorkbenchWindow().getShell())
                .flatMap(shell -> Ui.find(shell, StyledText.class, _ -> true).stream())
                .anyMatch(text -> text.getText().contains("bool fpregs_live(struct task_struct *tsk)")));
    }

    @Test
    void aMisspeltNameIsMendedByItsQuickFix() {
        String good = editor.text();
        editor.replace("	fpregs_lock();", "	fpregs_lokc();");
        Ui.await("the slip is an error", () -> !editor.annotatedTexts(ERROR).isEmpty());
        editor.caret("fpregs_lokc", 1);
        run("QuickAssist");
        assertEquals(List.of("Change to 'fpregs_lock'"), proposals());
        Table table = Ui.on(() -> popup().orElseThrow());
        Ui.on(() -> {
            table.select(0);
            return null;
        });
        Ui.send(table, SWT.DefaultSelection, new Event());
        Ui.await("the text is as it was", () -> editor.document().get().equals(good));
    }

    @Test
    void renamingShowsEveryLineThatChangesAndChangesThem() {
        editor.caret("finish_update_one_xsave_feature", 1);
        Ui.on(() -> {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> executeRename());
            return null;
        });
        Ui.await("the dialog is open", () -> dialog().isPresent());
        Text name = Ui.on(() -> Ui.find(dialog().orElseThrow(), Text.class,
                text -> (text.getStyle() & SWT.READ_ONLY) == 0).orElseThrow());
        Ui.on(() -> {
            name.setText("end_update");
            return null;
        });
        Ui.await("lines are listed", () -> Ui.find(dialog().orElseThrow(), Tree.class,
                tree -> tree.getItemCount() == 1 && tree.getItem(0).getItemCount() > 1).isPresent());
        Button ok = Ui.on(() -> Ui.find(dialog().orElseThrow(), Button.class,
                button -> button.getText().replace("&", "").equals("Rename")).orElseThrow());
        Ui.send(ok, SWT.Selection, new Event());
        Ui.await("the name is gone",
                () -> !editor.document().get().contains("finish_update_one_xsave_feature"));
        assertTrue(editor.text().contains("void end_update(enum xfeature xfeature)"));
    }

    private static void executeRename() {
        try {
            Ui.page().getWorkbenchWindow().getService(org.eclipse.ui.handlers.IHandlerService.class)
                    .executeCommand("org.xstate.ui.editor.rename", null);
        } catch (org.eclipse.core.commands.common.CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals("Rename")).findFirst();
    }

    @Test
    void aLibraryFunctionCannotBeRenamed() {
        editor.caret("fpregs_lock()", 1);
        ModelEditor.execute("org.xstate.ui.editor.rename");
        assertTrue(Ui.on(() -> dialog().isEmpty()));
    }

    @Test
    void theActionsOfTextEditorsAreThere() {
        assertTrue(Ui.on(() -> editor.part().getAction(ITextEditorActionConstants.FIND) != null));
        assertTrue(Ui.on(() -> editor.part().getAction(ITextEditorActionConstants.SHOW_INFORMATION) != null));
    }
}
