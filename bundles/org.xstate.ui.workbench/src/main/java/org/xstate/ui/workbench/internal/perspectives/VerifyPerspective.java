package org.xstate.ui.workbench.internal.perspectives;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** For writing a scenario or a design and having it checked. */
public final class VerifyPerspective implements IPerspectiveFactory {

    public static final String ID = "org.xstate.ui.workbench.verify";

    @Override
    public void createInitialLayout(IPageLayout page) {
        String editors = page.getEditorArea();
        Views.folder(page, "left", IPageLayout.LEFT, 0.22f, editors, Views.PROJECTS);
        Views.folder(page, "bottom", IPageLayout.BOTTOM, 0.58f, editors, Views.CHECKS,
                Views.COUNTEREXAMPLES, Views.DESIGNS, IPageLayout.ID_PROBLEM_VIEW,
                IPageLayout.ID_PROGRESS_VIEW, Views.CONSOLE);
        Views.folder(page, "right", IPageLayout.RIGHT, 0.75f, editors, IPageLayout.ID_OUTLINE);
        Views.shortcuts(page, Views.PROJECTS, Views.CHECKS, Views.COUNTEREXAMPLES, Views.DESIGNS,
                IPageLayout.ID_OUTLINE, IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_PROGRESS_VIEW,
                Views.CONSOLE);
    }
}
