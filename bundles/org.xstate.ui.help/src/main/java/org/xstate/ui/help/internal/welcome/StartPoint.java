package org.xstate.ui.help.internal.welcome;

import java.util.List;
import java.util.Map;

import org.xstate.ui.help.internal.Messages;

/**
 * Something to begin with.
 *
 * @param title      what the link says
 * @param text       what it is good for
 * @param icon       a file of this bundle
 * @param command    what it runs
 * @param parameters of the command
 */
record StartPoint(String title, String text, String icon, String command, Map<String, String> parameters) {

    private static final String SHOW_VIEW = "org.eclipse.ui.views.showView";
    private static final String SHOW_VIEW_ID = "org.eclipse.ui.views.showView.viewId";
    private static final String SHEET = "org.eclipse.ui.cheatsheets.openCheatSheet";
    private static final String SHEET_ID = "cheatSheetId";

    /** In the order in which they are shown. */
    static List<StartPoint> all() {
        return List.of(
                new StartPoint(Messages.welcome_seed, Messages.welcome_seed_text, "icons/step.svg",
                        "org.xstate.ui.workbench.openSeed", Map.of()),
                new StartPoint(Messages.welcome_open, Messages.welcome_open_text, "icons/open.svg",
                        "org.xstate.ui.workbench.openFiles", Map.of()),
                new StartPoint(Messages.welcome_layout, Messages.welcome_layout_text, "icons/layout.svg",
                        SHOW_VIEW,
                        Map.of(SHOW_VIEW_ID, "org.xstate.ui.layout.cpu")),
                new StartPoint(Messages.welcome_scenario, Messages.welcome_scenario_text,
                        "icons/scenario.svg",
                        "org.eclipse.ui.newWizard",
                        Map.of("newWizardId", "org.xstate.ui.workbench.new.scenario")),
                new StartPoint(Messages.welcome_designs, Messages.welcome_designs_text, "icons/matrix.svg",
                        SHOW_VIEW, Map.of(SHOW_VIEW_ID, "org.xstate.ui.check.designs")),
                new StartPoint(Messages.welcome_mail, Messages.welcome_mail_text, "icons/sheet.svg", SHEET,
                        Map.of(SHEET_ID, "org.xstate.ui.help.mail")),
                new StartPoint(Messages.welcome_core, Messages.welcome_core_text, "icons/sheet.svg", SHEET,
                        Map.of(SHEET_ID, "org.xstate.ui.help.core")),
                new StartPoint(Messages.welcome_help, Messages.welcome_help_text, "icons/book.svg",
                        "org.eclipse.ui.help.helpContents", Map.of()));
    }
}
