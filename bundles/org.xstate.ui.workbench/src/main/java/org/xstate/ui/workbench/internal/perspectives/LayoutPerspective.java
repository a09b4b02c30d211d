package org.xstate.ui.workbench.internal.perspectives;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** For the questions where a component lies, what a CPU has and what an image holds. */
public final class LayoutPerspective implements IPerspectiveFactory {

    public static final String ID = "org.xstate.ui.workbench.layout";

    @Override
    public void createInitialLayout(IPageLayout page) {
        // an editor shows the area when it is opened
        page.setEditorAreaVisible(false);
        Views.folder(page, "left", IPageLayout.LEFT, 0.22f, page.getEditorArea(), Views.PROJECTS);
        Views.folder(page, "bottom", IPageLayout.BOTTOM, 0.7f, page.getEditorArea(), Views.FEATURES,
                IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROGRESS_VIEW);
        Views.folder(page, "top", IPageLayout.LEFT, 0.5f, page.getEditorArea(), Views.CPU);
        Views.shortcuts(page, Views.PROJECTS, Views.CPU, Views.FEATURES, IPageLayout.ID_OUTLINE,
                IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROGRESS_VIEW,
                Views.CONSOLE);
    }
}
