package org.xstate.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;

/** The view that {@code xstate features} stands behind. */
class FeaturesViewTest {

    @Test
    void everyBuiltInFeatureIsListedWithItsBundle() {
        IViewPart view = Ui.open("org.xstate.ui.workbench.features", IViewPart.class);
        List<String> rows = rows(view);
        assertTrue(rows.contains("9 PKRU user 8  org.xstate.features.pkru"), rows.toString());
        assertTrue(rows.contains("10 PASID supervisor 8 #GP org.xstate.features.pasid"), rows.toString());
    }

    @Test
    void aPluginInDropinsIsListedAsTheBuiltInOnesAre() {
        IViewPart view = Ui.open("org.xstate.ui.workbench.features", IViewPart.class);
        List<String> rows = rows(view);
        assertTrue(rows.stream().anyMatch(row -> row.contains(" SCRATCH ")), rows.toString());
    }

    @Test
    void nothingIsRefused() {
        IViewPart view = Ui.open("org.xstate.ui.workbench.features", IViewPart.class);
        assertEquals("22 features registered, none refused",
                Ui.on(() -> ((org.eclipse.ui.part.ViewPart) view).getContentDescription()));
    }

    private static List<String> rows(IViewPart view) {
        return Ui.on(() -> {
            Table table = Ui.find(Ui.area(view), Table.class, one -> one.getColumnCount() == 7).orElseThrow();
            return Arrays.stream(table.getItems()).map(FeaturesViewTest::row).toList();
        });
    }

    private static String row(TableItem item) {
        return String.join(" ", item.getText(0), item.getText(1), item.getText(2), item.getText(3),
                item.getText(5),
                item.getText(6));
    }
}
