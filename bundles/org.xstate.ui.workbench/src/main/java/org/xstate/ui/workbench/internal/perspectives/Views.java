package org.xstate.ui.workbench.internal.perspectives;

import java.util.Arrays;
import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;

/** The views that perspectives place, by their ids; one whose bundle is not installed is left out. */
final class Views {

    static final String PROJECTS = "org.xstate.ui.workbench.projects";
    static final String FEATURES = "org.xstate.ui.workbench.features";
    static final String CPU = "org.xstate.ui.layout.cpu";
    static final String MACHINE = "org.xstate.ui.machine.machine";
    static final String TIMELINE = "org.xstate.ui.machine.timeline";
    static final String STEPS = "org.xstate.ui.machine.steps";
    static final String CHECKS = "org.xstate.ui.check.checks";
    static final String COUNTEREXAMPLES = "org.xstate.ui.check.counterexamples";
    static final String DESIGNS = "org.xstate.ui.check.designs";
    static final String DEBUG = "org.eclipse.debug.ui.DebugView";
    static final String VARIABLES = "org.eclipse.debug.ui.VariableView";
    static final String BREAKPOINTS = "org.eclipse.debug.ui.BreakpointView";
    static final String EXPRESSIONS = "org.eclipse.debug.ui.ExpressionView";
    static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";

    private Views() {
    }

    /** A folder with those views that there are; none if there is none of them. */
    static void folder(IPageLayout page, String folder, int relation, float ratio, String reference,
            String... views) {
        List<String> there = Arrays.stream(views)
                .filter(view -> PlatformUI.getWorkbench().getViewRegistry().find(view) != null).toList();
        if (!there.isEmpty()) {
            IFolderLayout made = page.createFolder(folder, relation, ratio, reference);
            there.forEach(made::addView);
        }
    }

    /** What the menu Show View lists first, and the perspectives that belong together. */
    static void shortcuts(IPageLayout page, String... views) {
        for (String view : views) {
            page.addShowViewShortcut(view);
        }
        page.addPerspectiveShortcut(LayoutPerspective.ID);
        page.addPerspectiveShortcut(SimulatePerspective.ID);
        page.addPerspectiveShortcut(VerifyPerspective.ID);
        for (String wizard : new String[]{"project", "scenario", "model", "design", "cpuid"}) {
            page.addNewWizardShortcut("org.xstate.ui.workbench.new." + wizard);
        }
    }
}
