package org.xstate.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The view that {@code xstate layout} stands behind. Zen 3's numbers: AMD APM volume 2, and leaf D of recorded dumps. */
class LayoutViewTest {

    private IViewPart view;

    @BeforeEach
    void openWithZen3() {
        view = Ui.open("org.xstate.ui.layout.cpu", IViewPart.class);
        choose("Zen 3", false);
    }

    private void choose(String cpu, boolean compacted) {
        Combo combo = Ui.on(() -> Ui.find(Ui.area(view), Combo.class, one -> true).orElseThrow());
        Button button = Ui.on(() -> Ui.find(Ui.area(view), Button.class, one -> true).orElseThrow());
        Ui.on(() -> {
            String item = java.util.Arrays.stream(combo.getItems()).filter(one -> one.contains(cpu))
                    .findFirst()
                    .orElseThrow();
            button.setSelection(compacted);
            combo.select(combo.indexOf(item));
            return null;
        });
        Ui.send(combo, SWT.Selection, new Event());
    }

    private String offset(String component) {
        return Ui.on(() -> {
            Table table = Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow();
            return java.util.Arrays.stream(table.getItems()).filter(item -> item.getText(1).equals(component))
                    .findFirst().orElseThrow().getText(3);
        });
    }

    @Test
    void avxLiesBehindTheHeader() {
        assertEquals("576", offset("AVX"));
    }

    @Test
    void pkruHasItsPlaceInTheStandardFormat() {
        assertEquals("2,432", offset("PKRU"));
    }

    @Test
    void pkruMovesInTheCompactedFormat() {
        choose("Zen 3", true);
        assertEquals("832", offset("PKRU"));
    }

    @Test
    void theDescriptionNamesFormatSizeAndMasks() {
        choose("Zen 3", true);
        String text = Ui.on(() -> ((ViewPart) view).getContentDescription());
        assertTrue(text.contains("compacted format, 880 bytes; XCR0 0x207, XSS 0x1800"), text);
    }
}
