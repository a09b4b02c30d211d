package org.xstate.ui.tests;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;

/** Menus, opened as users open them: they are filled when they are shown. Labels are without mnemonics and keys. */
public final class Menus {

    private Menus() {
    }

    /** Chooses from the menu bar: {@code main("File", "Save")}. */
    public static void main(String... path) {
        choose(Ui.on(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell().getMenuBar()), path);
    }

    /** Chooses from the context menu of a control. */
    public static void context(Control control, String... path) {
        choose(Ui.on(control::getMenu), path);
    }

    /** Chooses from a view's own menu. */
    public static void view(IViewPart view, String... path) {
        choose(Ui.on(() -> filled(view)), path);
    }

    /** What the context menu of a control offers; {@code -} is a separator. */
    public static List<String> labels(Control control) {
        return Ui.on(() -> {
            Menu menu = control.getMenu();
            show(menu);
            List<String> labels = Arrays.stream(menu.getItems()).map(Menus::label).toList();
            hide(menu);
            return labels;
        });
    }

    /** Whether an entry of a context menu can be chosen. */
    public static boolean isEnabled(Control control, String... path) {
        return Ui.on(() -> item(control.getMenu(), path).isEnabled());
    }

    private static Menu filled(IViewPart view) {
        IContributionManager manager = view.getViewSite().getActionBars().getMenuManager();
        Shell shell = view.getSite().getShell();
        Menu menu = new Menu(shell, SWT.POP_UP);
        for (IContributionItem item : manager.getItems()) {
            item.fill(menu, -1);
        }
        return menu;
    }

    private static void choose(Menu root, String... path) {
        // asynchronous: it may open a dialog
        Ui.on(() -> {
            MenuItem item = item(root, path);
            if (!item.isEnabled()) {
                throw new AssertionError(String.join(" > ", path) + " is not enabled");
            }
            if ((item.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
                item.setSelection((item.getStyle() & SWT.RADIO) != 0 || !item.getSelection());
            }
            item.getDisplay().asyncExec(() -> {
                if (!item.isDisposed()) {
                    item.notifyListeners(SWT.Selection, new Event());
                }
            });
            return null;
        });
        Ui.settle();
    }

    private static MenuItem item(Menu root, String... path) {
        if (root == null) {
            throw new AssertionError("there is no menu");
        }
        Menu menu = root;
        for (int i = 0;; i++) {
            show(menu);
            String label = path[i];
            List<MenuItem> items = Arrays.asList(menu.getItems());
            MenuItem found = items.stream().filter(item -> label(item).equals(label)).findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no \"" + label + "\" in " + items.stream().map(Menus::label).toList()));
            if (i == path.length - 1) {
                return found;
            }
            menu = found.getMenu();
        }
    }

    private static String label(MenuItem item) {
        return (item.getStyle() & SWT.SEPARATOR) != 0 ? "-" : Ui.plain(item.getText());
    }

    private static void show(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
    }

    private static void hide(Menu menu) {
        menu.notifyListeners(SWT.Hide, new Event());
    }
}
