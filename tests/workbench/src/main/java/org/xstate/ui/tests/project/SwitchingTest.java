package org.xstate.ui.tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.api.Contributions;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.tests.Ui;

/** Features and Traps: everything registered, and plugins switched off and on. */
class SwitchingTest {

    private Path file;
    private ViewPart view;

    @BeforeEach
    void aFileOfItsOwn() throws IOException {
        file = Files.createTempDirectory("xstate").resolve("disabled");
        System.setProperty("xstate.disabled", file.toString());
        view = Ui.open("org.xstate.ui.workbench.features", ViewPart.class);
    }

    @AfterEach
    void nothingIsSwitchedOff() throws IOException {
        Files.deleteIfExists(file);
        System.clearProperty("xstate.disabled");
        try (Contributed contributed = Contributed.open()) {
            contributed.current().orElseThrow().features();
        }
        // another perspective may hold the view too: then it lives on, with what was typed in it
        filter("");
        Ui.on(() -> {
            Ui.page().hideView(view);
            return null;
        });
    }

    private void filter(String word) {
        Ui.on(() -> {
            Ui.find(Ui.area(view), Text.class, _ -> true).orElseThrow().setText(word);
            return null;
        });
    }

    private Table table(int tab) {
        return Ui.on(() -> {
            TabFolder tabs = Ui.find(Ui.area(view), TabFolder.class, _ -> true).orElseThrow();
            tabs.setSelection(tab);
            return Ui.find(tabs.getItem(tab).getControl(), Table.class, _ -> true).orElseThrow();
        });
    }

    private static List<TableItem> rows(Table table, String bundle) {
        return Arrays.stream(table.getItems())
                .filter(item -> IntStream.range(0, table.getColumnCount())
                        .anyMatch(column -> item.getText(column).equals(bundle)))
                .toList();
    }

    private static boolean isThere(String feature) {
        try (Contributed contributed = Contributed.open()) {
            return contributed.current().map(Contributions::features).orElseThrow().find(feature).isPresent();
        }
    }

    private void toggle(TableItem item, boolean on) {
        Ui.on(() -> {
            item.setChecked(on);
            return null;
        });
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        Ui.send(Ui.on(item::getParent), SWT.Selection, event);
    }

    @Test
    void aPluginThatIsUncheckedIsGoneForEveryoneAndComesBack() throws IOException {
        assertTrue(isThere("SCRATCH"));
        Table all = table(2);
        toggle(Ui.on(() -> rows(all, "org.example.scratch").getFirst()), false);
        assertFalse(isThere("SCRATCH"), "the catalog at once");
        assertTrue(Files.readString(file).startsWith("org.example.scratch/"), "and what commands read");
        Ui.await("the view says so", () -> view.getContentDescription().contains("1 switched off"));
        toggle(Ui.on(() -> rows(all, "org.example.scratch").getFirst()), true);
        assertTrue(isThere("SCRATCH"));
        Ui.await("the view says so", () -> !view.getContentDescription().contains("switched off"));
    }

    @Test
    void theProgramsOwnStayWhatTheyAre() {
        Table all = table(2);
        TableItem own = Ui.on(() -> rows(all, "org.xstate.features.pkru").getFirst());
        toggle(own, false);
        assertTrue(Ui.on(own::getChecked));
        assertTrue(isThere("9"));
        assertFalse(Files.exists(file));
    }

    @Test
    void theFilterLeavesTheRowsThatHaveTheWord() {
        Table features = table(0);
        assertEquals(22, Ui.on(features::getItemCount));
        filter("supervisor");
        // PT, PASID, CET_U, CET_S, HDC, UINTR, LBR, HWP
        assertEquals(8, Ui.on(features::getItemCount).intValue());
    }

    @Test
    void theDetailsOfAFeatureAreThoseOfTheCommand() {
        Table features = table(0);
        Ui.on(() -> {
            features.setSelection(rows(features, "PASID").getFirst());
            return null;
        });
        Ui.send(features, SWT.Selection, new Event());
        String text = Ui
                .on(() -> Ui.find(Ui.area(view), StyledText.class, _ -> true).orElseThrow().getText());
        assertTrue(text.startsWith("PASID   component 10"), text);
        // the manual: IA32_XSS bit 10, 8 bytes; Linux demand-populates it in the #GP handler
        assertTrue(text.contains("IA32_XSS[10]") && text.contains("8 bytes") && text.contains("trap #GP"),
                text);
    }

    @Test
    void theHandlersOfTheKernelAreListedInTheOrderInWhichTheyAreAsked() {
        Table handlers = table(1);
        assertEquals("#GP", Ui.on(() -> handlers.getItem(0).getText(0)));
        assertTrue(Ui.on(() -> handlers.getItemCount()) >= 8);
    }

    @Test
    void copiedAsTextItIsWhatTheCommandPrints() {
        Exportable export = (Exportable) view;
        assertEquals("xstate features --all", export.command());
        String text = Ui.on(() -> export.text().orElseThrow());
        assertTrue(text.contains("id  name") && text.contains("\nextension point "), text);
        assertTrue(Ui.on(() -> export.json().orElseThrow()).startsWith("{\"schema\":\"xstate/features/1\""));
    }
}
