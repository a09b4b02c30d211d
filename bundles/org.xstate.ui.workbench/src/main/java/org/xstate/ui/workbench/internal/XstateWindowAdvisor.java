package org.xstate.ui.workbench.internal;

import java.util.Optional;

import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.xstate.ui.workbench.internal.menus.XstateActionBars;
import org.xstate.ui.workbench.internal.open.WindowDrops;

/** What a window starts with. */
final class XstateWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point INITIAL_SIZE = new Point(1200, 800);

    private final Optional<ScreenshotRequest> screenshot;

    XstateWindowAdvisor(IWorkbenchWindowConfigurer configurer, Optional<ScreenshotRequest> screenshot) {
        super(configurer);
        this.screenshot = screenshot;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new XstateActionBars(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(INITIAL_SIZE);
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowPerspectiveBar(true);
        window.setShowProgressIndicator(true);
        window.addEditorAreaTransfer(FileTransfer.getInstance());
        window.configureEditorAreaDropListener(new WindowDrops(window.getWindow()));
    }

    @Override
    public void postWindowOpen() {
        WindowDrops.on(getWindowConfigurer().getWindow());
        getWindowConfigurer().getWindow().addPerspectiveListener(new FolderLayout());
        screenshot.ifPresent(request -> request.serve(getWindowConfigurer().getWindow()));
    }
}
