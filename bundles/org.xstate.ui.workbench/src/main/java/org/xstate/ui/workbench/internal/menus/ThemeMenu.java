package org.xstate.ui.workbench.internal.menus;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.xstate.ui.workbench.internal.Messages;

/** Window, Theme. */
final class ThemeMenu {

    private ThemeMenu() {
    }

    static IMenuManager create() {
        MenuManager menu = new MenuManager(Messages.menu_theme, "org.xstate.ui.workbench.theme");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            shown.add(entry(Messages.theme_light, Theme.LIGHT));
            shown.add(entry(Messages.theme_dark, Theme.DARK));
            shown.add(entry(Messages.theme_system, Theme.SYSTEM));
        });
        return menu;
    }

    private static IAction entry(String text, Theme theme) {
        Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    theme.choose();
                }
            }
        };
        action.setChecked(Theme.chosen().orElse(Theme.SYSTEM) == theme);
        return action;
    }
}
