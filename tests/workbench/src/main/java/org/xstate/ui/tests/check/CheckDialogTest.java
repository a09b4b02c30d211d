package org.xstate.ui.tests.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The dialog with the options of {@code xstate check}. */
class CheckDialogTest {

    private SeedProject project;

    @BeforeEach
    void checkTheSeed() {
        ChecksDriver.view();
        ChecksDriver.clear();
        project = new SeedProject("options", "seed");
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        Rows.select(ChecksDriver.tree(), "seed/begin-finish.c");
    }

    @AfterEach
    void closeProject() {
        ChecksDriver.clear();
        project.close();
    }

    private static void driving(java.util.function.Consumer<Shell> work) {
        Dialogs.during(() -> {
            Menus.context(ChecksDriver.tree(), "Check with Options...");
            return null;
        }, work);
    }

    /** The field behind a label. */
    private static Text field(Shell dialog, String label) {
        return Ui.on(() -> {
            Label found = Ui.find(dialog, Label.class, one -> Ui.plain(one.getText()).equals(label))
                    .orElseThrow();
            var siblings = found.getParent().getChildren();
            for (int i = 0; i < siblings.length - 1; i++) {
                if (siblings[i] == found && siblings[i + 1] instanceof Text text) {
                    return text;
                }
            }
            throw new AssertionError("no field behind " + label);
        });
    }

    private static void type(Text field, String text) {
        Ui.on(() -> {
            field.setText(text);
            return null;
        });
        Ui.settle();
    }

    private static String command(Shell dialog) {
        return Ui.on(() -> Ui.find(dialog, Text.class, one -> one.getText().startsWith("xstate check"))
                .orElseThrow().getText());
    }

    @Test
    void theSameIsSaidAsACommandLine() {
        driving(dialog -> {
            assertEquals("xstate check seed/begin-finish.c", command(dialog));
            type(field(dialog, "Scenarios:"), "as_posted");
            type(field(dialog, "Kernel:"), "6.16");
            type(field(dialog, "Most memory:"), "1G");
            assertEquals("xstate check seed/begin-finish.c --scenario as_posted --kernel 6.16"
                    + " --max-memory 1073741824", command(dialog));
            Dialogs.press(dialog, "Cancel");
        });
    }

    @Test
    void whatCannotBeIsSaidAndCannotBeChecked() {
        driving(dialog -> {
            type(field(dialog, "Kernel:"), "latest");
            Button check = Ui.on(() -> Ui.find(dialog, Button.class,
                    one -> Ui.plain(one.getText()).equals("Check")).orElseThrow());
            assertFalse(Ui.on(check::isEnabled));
            assertTrue(Ui.on(() -> Ui.find(dialog, Text.class,
                    one -> one.getText().contains("write a release such as 6.16")).isPresent())
                    || Ui.on(() -> Ui.find(dialog, Label.class,
                            one -> one.getText().contains("write a release such as 6.16")).isPresent()));
            type(field(dialog, "Kernel:"), "");
            assertTrue(Ui.on(check::isEnabled));
            Dialogs.press(dialog, "Cancel");
        });
    }

    @Test
    void knobsOfTheModelAreListedWithTheirValues() {
        driving(dialog -> {
            Ui.await("knobs are listed", () -> Ui.find(dialog, Table.class, one -> one.getItemCount() > 0)
                    .isPresent());
            Table table = Ui.on(() -> Ui.find(dialog, Table.class, one -> true).orElseThrow());
            assertTrue(Rows.of(table).stream().allMatch(row -> row.split("\\|")[1].equals("(as it is)")),
                    Rows.of(table).toString());
            Dialogs.press(dialog, "Cancel");
        });
    }

    @Test
    void aKnobIsSetByKeysAndSaidInTheCommand() {
        driving(dialog -> {
            Ui.await("knobs are listed", () -> Ui.find(dialog, Table.class, one -> one.getItemCount() > 0)
                    .isPresent());
            Table table = Ui.on(() -> Ui.find(dialog, Table.class, one -> true).orElseThrow());
            Rows.select(table, 0, "check_kernel_state");
            Keys.press(table, "F2");
            CCombo cell = Ui.on(() -> Ui.find(table, CCombo.class, CCombo::isVisible).orElseThrow());
            Ui.on(() -> {
                cell.select(cell.indexOf("false"));
                return null;
            });
            Ui.send(cell, SWT.DefaultSelection, new Event());
            assertEquals("xstate check seed/begin-finish.c --set check_kernel_state=false", command(dialog));
            Dialogs.press(dialog, "Cancel");
        });
    }

    @Test
    void settingsAreUsedAndKeptForTheFile() {
        driving(dialog -> {
            type(field(dialog, "Scenarios:"), "as_posted");
            type(field(dialog, "Most states:"), "10");
            Dialogs.press(dialog, "Check");
        });
        ChecksDriver.awaitDone();
        assertTrue(ChecksDriver.row(row -> row.startsWith("  as_posted|"))
                .startsWith("  as_posted|UNDECIDED: bound on states reached; nothing violated within "),
                () -> ChecksDriver.rows().toString());
        assertEquals(2, ChecksDriver.rows().size(), () -> ChecksDriver.rows().toString());
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        assertEquals(2, ChecksDriver.rows().size(), () -> ChecksDriver.rows().toString());
        assertTrue(ChecksDriver.report().contains("UNDECIDED"), ChecksDriver.report());
    }
}
