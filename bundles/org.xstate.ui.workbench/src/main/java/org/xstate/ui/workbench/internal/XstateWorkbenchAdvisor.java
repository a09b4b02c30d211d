package org.xstate.ui.workbench.internal;

import java.util.Optional;

import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.xstate.ui.workbench.internal.menus.Theme;
import org.xstate.ui.workbench.internal.perspectives.LayoutPerspective;

/** How this workbench behaves as a whole. */
final class XstateWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Optional<ScreenshotRequest> screenshot;

    XstateWorkbenchAdvisor(Optional<ScreenshotRequest> screenshot) {
        this.screenshot = screenshot;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        // a picture must not depend on, or change, what somebody left open
        configurer.setSaveAndRestore(screenshot.isEmpty());
        IDE.registerAdapters();
    }

    @Override
    public void preStartup() {
        // before there is a window, so that none changes its colours before one's eyes
        Theme.chosen().apply();
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return screenshot.flatMap(ScreenshotRequest::perspective).orElse(LayoutPerspective.ID);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new XstateWindowAdvisor(configurer, screenshot);
    }
}
