package org.xstate.ui.workbench.internal.perspectives;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** For stepping through a scenario or a counterexample, forwards and back. */
public final class SimulatePerspective implements IPerspectiveFactory {

    public static final String ID = "org.xstate.ui.workbench.simulate";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String editors = page.getEditorArea();
        Views.folder(page, "left", IPageLayout.LEFT, 0.22f, editors, Views.DEBUG, Views.PROJECTS);
        Views.folder(page, "bottom", IPageLayout.BOTTOM, 0.5f, editors, Views.MACHINE, Views.TIMELINE,
                Views.STEPS, Views.CONSOLE, IPageLayout.ID_PROBLEM_VIEW);
        Views.folder(page, "right", IPageLayout.RIGHT, 0.62f, editors, Views.VARIABLES, Views.BREAKPOINTS,
                Views.EXPRESSIONS, IPageLayout.ID_OUTLINE);
        Views.shortcuts(page, Views.PROJECTS, Views.DEBUG, Views.MACHINE, Views.TIMELINE, Views.STEPS,
                Views.VARIABLES,
                Views.BREAKPOINTS, Views.EXPRESSIONS, Views.CONSOLE, IPageLayout.ID_OUTLINE,
                IPageLayout.ID_PROBLEM_VIEW);
    }
}
