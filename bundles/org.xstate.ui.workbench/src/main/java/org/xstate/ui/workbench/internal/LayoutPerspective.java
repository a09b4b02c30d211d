package org.xstate.ui.workbench.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.xstate.ui.workbench.internal.features.FeaturesView;

/** For the questions where a component lies, and what a CPU has. */
public final class LayoutPerspective implements IPerspectiveFactory {

    static final String ID = "org.xstate.ui.workbench.layout";

    @Override
    public void createInitialLayout(IPageLayout page) {
        page.setEditorAreaVisible(false);
        IFolderLayout top = page.createFolder("top", IPageLayout.LEFT, 0.95f, page.getEditorArea());
        top.addView("org.xstate.ui.layout.cpu");
        IFolderLayout bottom = page.createFolder("bottom", IPageLayout.BOTTOM, 0.68f, "top");
        bottom.addView(FeaturesView.ID);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IPageLayout.ID_PROGRESS_VIEW);
    }
}
