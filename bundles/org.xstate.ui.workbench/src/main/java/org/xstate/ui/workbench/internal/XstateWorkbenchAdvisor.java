package org.xstate.ui.workbench.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.xstate.ui.workbench.internal.menus.Theme;
import org.xstate.ui.workbench.internal.open.FileOpener;
import org.xstate.ui.workbench.internal.perspectives.LayoutPerspective;
import org.xstate.ui.workbench.internal.recovery.Recovery;
import org.xstate.ui.workbench.internal.start.FirstStart;
import org.xstate.ui.workbench.internal.start.Inbox;
import org.xstate.ui.workbench.internal.start.WorkspaceLock;

/** How this workbench behaves as a whole. */
final class XstateWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Optional<ScreenshotRequest> screenshot;
    private final List<Path> files;
    private Optional<Inbox> inbox = Optional.empty();
    private Optional<Recovery> recovery = Optional.empty();

    /** @param files that are opened at the start */
    XstateWorkbenchAdvisor(Optional<ScreenshotRequest> screenshot, List<Path> files) {
        this.screenshot = screenshot;
        this.files = files;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        // a picture must not depend on, or change, what somebody left open
        configurer.setSaveAndRestore(screenshot.isEmpty());
        IDE.registerAdapters();
        IdeImages.declare(configurer);
    }

    @Override
    public void preStartup() {
        // before there is a window, so that none changes its colours before one's eyes
        Theme.chosen().ifPresent(Theme::apply);
    }

    @Override
    public void postStartup() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        FileOpener opener = new FileOpener(window);
        files.forEach(opener::open);
        if (screenshot.isEmpty()) {
            recovery = Optional.of(Recovery.start(window));
            takeFiles(window);
            if (files.isEmpty()) {
                FirstStart.greet(window);
            }
        }
    }

    /** From desktops that found the workspace in use. */
    private void takeFiles(IWorkbenchWindow window) {
        try {
            Path workspace = WorkspaceLock.folder(Platform.getInstanceLocation());
            inbox = Optional.of(Inbox.open(workspace, more -> window.getShell().getDisplay().asyncExec(() -> {
                window.getShell().forceActive();
                more.forEach(new FileOpener(window)::open);
            })));
        } catch (IOException e) {
            ILog.of(XstateWorkbenchAdvisor.class).warn("files of another start cannot be taken over", e);
        }
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return screenshot.flatMap(ScreenshotRequest::perspective).orElse(LayoutPerspective.ID);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new XstateWindowAdvisor(configurer, screenshot);
    }

    @Override
    public void postShutdown() {
        recovery.ifPresent(Recovery::close);
        try {
            if (inbox.isPresent()) {
                inbox.get().close();
            }
            if (screenshot.isEmpty()) {
                IWorkspace workspace = ResourcesPlugin.getWorkspace();
                workspace.save(true, new NullProgressMonitor());
            }
        } catch (CoreException e) {
            ILog.of(XstateWorkbenchAdvisor.class).log(e.getStatus());
        } catch (IOException e) {
            ILog.of(XstateWorkbenchAdvisor.class).warn("the inbox could not be closed", e);
        }
    }
}
