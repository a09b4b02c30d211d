package org.xstate.ui.tests.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.ui.Exportable;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.Linked;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Drops;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Menus;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Spoken;
import org.xstate.ui.tests.Ui;

/**
 * The view that {@code xstate layout} and {@code xstate cpus diff} stand behind. Zen 3's numbers: AMD APM volume 2, and leaf D
 * of recorded dumps; rules: SDM volume 1, section 13.3.
 */
class LayoutViewTest {

    private static final String ID = "org.xstate.ui.layout.cpu";
    private static final Path ROOT = Path.of(System.getProperty("xstate.root"));

    private IViewPart view;

    @BeforeEach
    void openWithZen3() {
        view = Ui.open(ID, IViewPart.class);
        choose(1, "no other");
        choose(0, "AMD Zen 3");
    }

    /** @param number of the list in the view: the CPU, the one to compare with */
    private void choose(int number, String text) {
        Combo combo = combos().get(number);
        Ui.on(() -> {
            assertTrue(combo.indexOf(text) >= 0, () -> text + " is not in " + List.of(combo.getItems()));
            combo.select(combo.indexOf(text));
            return null;
        });
        Ui.send(combo, SWT.Selection, new Event());
    }

    private List<Combo> combos() {
        return Ui.on(() -> Ui.all(Ui.area(view), Combo.class).stream().filter(Control::isVisible).toList());
    }

    private Button bit(String text) {
        return Ui.on(
                () -> Ui.find(Ui.area(view), Button.class, one -> one.getText().equals(text)).orElseThrow());
    }

    private void click(String text) {
        Button button = bit(text);
        Ui.on(() -> {
            button.setSelection(!button.getSelection());
            return null;
        });
        Ui.send(button, SWT.Selection, new Event());
    }

    private Table table() {
        return Ui.on(() -> Ui.find(Ui.area(view), Table.class, Control::isVisible).orElseThrow());
    }

    private String row(String name) {
        return Rows.of(table()).stream().filter(row -> row.split("\\|")[1].equals(name)).findFirst()
                .orElseThrow();
    }

    private String description() {
        return Ui.on(() -> ((ViewPart) view).getContentDescription());
    }

    private List<String> labels() {
        return Ui.on(() -> Ui.all(Ui.area(view), Label.class).stream().filter(Control::isVisible)
                .map(Label::getText).toList());
    }

    private Exportable shown() {
        return Ui.on(() -> view.getAdapter(Exportable.class));
    }

    private Canvas map() {
        return Ui.on(() -> Ui.find(Ui.area(view), Canvas.class,
                one -> one.getClass() == Canvas.class && one.getVerticalBar() != null).orElseThrow());
    }

    @Test
    void aRowTellsBothOffsetsSizeKindSwitchAndInit() {
        assertEquals("9|PKRU|user|yes|2,432|832|8||XCR0[9]||0, in Linux 55555554", row("PKRU"));
        assertEquals("11|CET_U|supervisor|yes|\u2013|840|16||XSS[11]||0", row("CET_U"));
    }

    @Test
    void theDescriptionNamesMasksAndBothSizes() {
        assertEquals(
                "AMD Zen 3: XCR0 0x207, XSS 0x1800; standard format 2,440 bytes, compacted format 880 bytes",
                description());
    }

    @Test
    void clearingSseClearsAvxTooAndSaysByWhichRule() {
        click("1 SSE");
        assertEquals("XCR0 0x201",
                labels().stream().filter(text -> text.startsWith("XCR0")).findFirst().orElseThrow());
        assertFalse(Ui.on(() -> bit("2 AVX").getSelection()));
        assertTrue(labels().stream().anyMatch(text -> text.contains(
                "AVX (bit 2) cleared too: it needs SSE (bit 1) (SDM volume 1, section 13.3)")),
                labels().toString());
        assertTrue(row("AVX").startsWith("2|AVX|user|no|"), row("AVX"));
    }

    @Test
    void withoutAvxTheCompactedAreaIsShorterAndTheRestMovesUp() {
        click("2 AVX");
        assertTrue(description().contains("compacted format 624 bytes"), description());
        assertTrue(row("PKRU").contains("|576|"), row("PKRU"));
    }

    @Test
    void x87CannotBeClearedAndTheViewSaysWhy() {
        click("0 x87");
        assertTrue(Ui.on(() -> bit("0 x87").getSelection()));
        assertTrue(labels().stream().anyMatch(text -> text.startsWith("Not switched. x87 (bit 0) stays set")),
                labels().toString());
    }

    @Test
    void whatTheCpuLacksStandsInParenthesesAndCannotBeSet() {
        click("(5 opmask)");
        assertFalse(Ui.on(() -> bit("(5 opmask)").getSelection()));
        assertTrue(
                labels().stream()
                        .anyMatch(text -> text.contains("not enumerated in CPUID.(D,0).EDX:EAX = 0x207")),
                labels().toString());
        assertTrue(Ui.on(() -> bit("(5 opmask)").getToolTipText()).contains("not supported by this CPU"));
    }

    @Test
    void everythingCanBeSetAgain() {
        click("1 SSE");
        Link link = Ui.on(() -> Ui.find(Ui.area(view), Link.class, Control::isVisible).orElseThrow());
        Ui.send(link, SWT.Selection, new Event());
        assertTrue(description().contains("XCR0 0x207"), description());
    }

    @Test
    void aRowSelectsItsPlaceInTheMapAndTellsOtherViews() {
        List<Linked.Subject> told = new ArrayList<>();
        BiConsumer<Object, Linked.Subject> follower = (origin, subject) -> told.add(subject);
        Linked.follow(follower);
        try {
            Rows.select(table(), 1, "PKRU");
        } finally {
            Linked.unfollow(follower);
        }
        assertEquals(List.of(new Linked.Subject.Component(9)), told);
        Keys.press(map(), "CTRL+C");
        assertTrue(clipboard().startsWith("standard format: PKRU, 8 bytes at 2,432"), clipboard());
    }

    @Test
    void aComponentThatAnotherViewPointsAtIsSelected() {
        Ui.on(() -> {
            Linked.publish(this, new Linked.Subject.Component(12));
            return null;
        });
        assertEquals("CET_S", Ui.on(() -> table().getSelection()[0].getText(1)));
    }

    @Test
    void theMapIsWalkedThroughByKeysAndReadAloud() {
        Canvas map = map();
        Keys.press(map, "HOME", "ARROW_RIGHT");
        assertEquals("SSE", Ui.on(() -> table().getSelection()[0].getText(1)));
        assertEquals(Optional.of("XSAVE area layout: AMD Zen 3"), Spoken.name(map));
        assertEquals(Optional.of("standard format: SSE, 256 bytes at 160"), Spoken.child(map, 1));
    }

    @Test
    void twoCpusAreComparedWithTheVerdictOfCpusDiff() {
        choose(1, "Intel Sapphire Rapids");
        assertEquals("9|PKRU|user|8 at 2432|8 at 2688|\u2260 rewrite", row("PKRU"));
        assertEquals("2|AVX|user|256 at 576|256 at 576|= same", row("AVX"));
        assertTrue(description().startsWith("AMD Zen 3 to Intel Sapphire Rapids with XCR0 0x602e7"),
                description());
        assertEquals("xstate cpus diff zen3 sapphirerapids", Ui.on(() -> shown().command()));
        assertTrue(Ui.on(() -> shown().text().orElseThrow()).startsWith("REWRITE"));
    }

    @Test
    void movingToACpuWithoutAvx512Loses() {
        choose(0, "Intel Sapphire Rapids");
        choose(1, "AMD Zen 3");
        assertTrue(row("Hi16_ZMM").endsWith("\u2717 loses"), row("Hi16_ZMM"));
        assertTrue(description().contains("a component that is in use cannot be restored"), description());
        assertTrue(Rows.of(findings()).stream().anyMatch(row -> row.contains("Hi16_ZMM")));
    }

    private Table findings() {
        return Ui.on(() -> Ui.all(Ui.area(view), Table.class).stream().filter(Control::isVisible).toList())
                .getLast();
    }

    @Test
    void aDumpIsOpenedByTheCommandAndItsFindingsAreShown() {
        Ui.execute("org.xstate.ui.layout.open",
                Map.of("file", ROOT.resolve("examples/cpuid/sizes-zeroed.txt").toString()));
        assertTrue(Rows.of(findings()).stream().anyMatch(row -> row.contains("cpuid-size-zero")),
                Rows.of(findings()).toString());
        assertTrue(Ui.on(() -> shown().command()).startsWith("xstate layout --cpuid "));
    }

    @Test
    void aDumpIsDroppedOnTheView() {
        Composite area = Ui.on(() -> Ui.all(Ui.area(view), Composite.class).stream()
                .filter(one -> one.getData(DND.DROP_TARGET_KEY) != null).findFirst()
                .orElseThrow());
        assertTrue(Drops.files(area, ROOT.resolve("examples/cpuid/apx-over-mpx.txt")));
        assertEquals("apx-over-mpx.txt", Ui.on(() -> combos().getFirst().getText()));
    }

    @Test
    void aFileThatIsNoDumpIsRefusedWithTheReasonOfTheCommand() throws Exception {
        Path file = ROOT.resolve("README.md");
        Button open = Ui.on(() -> Ui.find(Ui.area(view), Button.class,
                one -> Ui.plain(one.getText()).equals("Open dump...")).orElseThrow());
        try (var _ = FileDialogs.answeredBy((parent, question) -> List.of(file))) {
            Ui.send(open, SWT.Selection, new Event());
        }
        assertTrue(labels().stream().anyMatch(text -> text.contains("README.md") && text.contains("CPUID")),
                labels().toString());
        assertFalse(Ui.isEnabled("org.xstate.ui.copyText"));
        choose(0, "AMD Zen 3");
        assertTrue(row("AVX").contains("|576|"), "the view works again");
    }

    @Test
    void textAndJsonAreThoseOfTheCommand() {
        Keys.press(table(), "ALT+SHIFT+E", "T");
        String text = clipboard();
        assertTrue(text.startsWith("AMD Zen 3 (19h/01h)   zen3\n"), text);
        assertTrue(text.contains("XCR0 0x207  XSS 0x1800   compacted, 880 bytes"), text);
        Ui.execute("org.xstate.ui.copyJson");
        assertTrue(
                clipboard().contains("\"schema\": \"xstate/layout/1\"")
                        || clipboard().contains("\"schema\":\"xstate/layout/1\""),
                clipboard());
    }

    @Test
    void thePictureIsExportedAsSvg(@TempDir Path folder) throws IOException {
        focus();
        Path file = folder.resolve("area.svg");
        Ui.execute("org.xstate.ui.exportSvg", Map.of("file", file.toString()));
        String svg = Files.readString(file);
        assertTrue(svg.startsWith("<?xml") && svg.contains("CET_U") && svg.endsWith("</svg>\n"), svg);
    }

    @Test
    void thePictureIsExportedAsPngInTheSizeThatTheUserChooses(@TempDir Path folder) throws Exception {
        focus();
        Path file = folder.resolve("area.png");
        double width = Ui.on(() -> shown().picture().orElseThrow().width());
        try (var _ = FileDialogs.answeredBy((parent, question) -> {
            assertEquals(Optional.of("xsave-area-layout-amd-zen-3.png"), question.suggested());
            return List.of(file);
        })) {
            Dialogs.during(() -> {
                view.getSite().getService(IHandlerService.class)
                        .executeCommand("org.xstate.ui.exportPng", null);
                return null;
            }, dialog -> {
                Combo scale = Ui.on(() -> Ui.find(dialog, Combo.class, one -> true).orElseThrow());
                Ui.on(() -> {
                    scale.select(scale.indexOf("300 %"));
                    return null;
                });
                Ui.send(scale, SWT.Selection, new Event());
                Dialogs.press(dialog, "OK");
            });
        }
        Ui.await("the picture is written", () -> Files.exists(file));
        int dots = Ui.on(() -> new ImageData(file.toString()).width);
        assertEquals((int) Math.ceil(3 * width), dots);
    }

    @Test
    void theViewsMenuOffersAllFourExports() {
        focus();
        Menus.view(view, "Copy as JSON");
        assertTrue(clipboard().contains("xstate/layout/1"));
    }

    @Test
    void theEditMenuCopiesAndTheFileMenuExportsWhatTheActiveViewShows(@TempDir Path folder) throws Exception {
        focus();
        Menus.main("Edit", "Copy as Text");
        assertTrue(clipboard().startsWith("AMD Zen 3"), clipboard());
        Path file = folder.resolve("menu.svg");
        try (var _ = FileDialogs.answeredBy((parent, question) -> List.of(file))) {
            Menus.main("File", "Export as SVG...");
            Ui.await("the picture is written", () -> Files.exists(file));
        }
    }

    @Test
    void thisMachineIsLaidOutOrTheViewSaysWhyItCannotBe() {
        choose(0, "this machine");
        assertTrue(description().contains("standard format")
                || labels().stream().anyMatch(text -> text.startsWith("--host: ")), labels().toString());
    }

    @Test
    void aClickOnAColumnSorts() {
        Table table = table();
        Ui.send(Ui.on(() -> Arrays.stream(table.getColumns()).filter(one -> one.getText().equals("Compacted"))
                .findFirst().orElseThrow()), SWT.Selection, new Event());
        List<String> names = Rows.of(table).stream().map(row -> row.split("\\|")[1]).toList();
        assertEquals(List.of("x87", "SSE", "AVX", "PKRU", "CET_U", "CET_S"), names.subList(0, 6));
        Ui.on(() -> {
            table.setSortColumn(null);
            return null;
        });
    }

    @Test
    void everyControlThatTakesTheFocusHasAName() {
        for (Control control : Ui.on(() -> Ui.all(Ui.area(view), Control.class))) {
            boolean takes = Ui
                    .on(() -> control.isVisible() && (control instanceof Combo || control instanceof Button
                            || control instanceof Table || control instanceof Link || control == map()));
            if (takes) {
                assertTrue(Spoken.name(control).isPresent(), control.toString());
            }
        }
    }

    private void focus() {
        Ui.on(() -> {
            Ui.page().activate(view);
            return null;
        });
        Ui.settle();
    }

    private static String clipboard() {
        return Ui.on(() -> {
            Clipboard clipboard = new Clipboard(Display.getCurrent());
            try {
                return (String) clipboard.getContents(TextTransfer.getInstance());
            } finally {
                clipboard.dispose();
            }
        });
    }
}
