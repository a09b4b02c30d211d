package org.xstate.ui.workbench.internal.menus;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.open.FileOpener;
import org.xstate.ui.workbench.internal.open.RecentFiles;

/** File, Open Recent: made anew each time it is shown. */
final class RecentFilesMenu {

    private final IWorkbenchWindow window;

    RecentFilesMenu(IWorkbenchWindow window) {
        this.window = window;
    }

    IMenuManager inMenu() {
        MenuManager menu = new MenuManager(Messages.menu_recent, "org.xstate.ui.workbench.recent");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(this::fill);
        return menu;
    }

    private void fill(IMenuManager menu) {
        List<Path> files = RecentFiles.ofWorkspace().list();
        if (files.isEmpty()) {
            menu.add(Actions.disabled(Messages.recent_none));
            return;
        }
        int number = 0;
        for (Path file : files) {
            menu.add(open(++number, file));
        }
        menu.add(new Separator());
        menu.add(Actions.of(Messages.recent_clear, () -> RecentFiles.ofWorkspace().clear()));
    }

    private Action open(int number, Path file) {
        // a name may hold what menus take for a mnemonic
        String name = file.getFileName().toString().replace("&", "&&");
        String key = number < 10 ? "&" + number : Integer.toString(number);
        Action action = Actions.of(NLS.bind(Messages.recent_entry, new Object[]{key, name, file.getParent()}),
                () -> new FileOpener(window).open(file));
        action.setToolTipText(file.toString());
        return action;
    }
}
