package org.xstate.ui.workbench.internal.navigator;

import java.util.Map;

import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.operations.UndoRedoActionGroup;
import org.eclipse.ui.navigator.CommonViewer;
import org.xstate.ui.workbench.internal.Calls;
import org.xstate.ui.workbench.internal.Messages;

/** The projects of the workspace. Without one it says how to come by one. */
public final class ProjectsView extends CommonNavigator {

    public static final String ID = "org.xstate.ui.workbench.projects";

    private final StackLayout stack = new StackLayout();
    private final IResourceChangeListener changes = this::changed;
    private Composite area;
    private Composite tree;
    private Composite hint;

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(stack);
        tree = new Composite(area, SWT.NONE);
        tree.setLayout(new FillLayout());
        super.createPartControl(tree);
        hint = hint(area);
        IUndoContext undo = ResourcesPlugin.getWorkspace().getAdapter(IUndoContext.class);
        new UndoRedoActionGroup(getViewSite(), undo, true).fillActionBars(getViewSite().getActionBars());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.xstate.ui.help.projects");
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
        choose();
    }

    private Composite hint(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(composite);
        Link link = new Link(composite, SWT.WRAP);
        link.setText(Messages.projects_empty);
        link.addListener(SWT.Selection, event -> follow(event.text));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
        return composite;
    }

    /** @param target a command, or a wizard for something new */
    private void follow(String target) {
        if (target.contains(".new.")) {
            Calls.command(getSite(), "org.eclipse.ui.newWizard", Map.of("newWizardId", target));
        } else {
            Calls.command(getSite(), target);
        }
    }

    @Override
    protected CommonViewer createCommonViewer(Composite parent) {
        CommonViewer viewer = super.createCommonViewer(parent);
        viewer.getTree().getAccessible()
                .addAccessibleListener(
                        AccessibleListener.getNameAdapter(event -> event.result = getPartName()));
        return viewer;
    }

    @Override
    protected Object getInitialInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    private void changed(IResourceChangeEvent event) {
        IResourceDelta delta = event.getDelta();
        boolean comesOrGoes = delta
                .getAffectedChildren(IResourceDelta.ADDED | IResourceDelta.REMOVED).length > 0;
        if (comesOrGoes && !area.isDisposed()) {
            area.getDisplay().asyncExec(this::choose);
        }
    }

    private void choose() {
        if (area.isDisposed()) {
            return;
        }
        IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        stack.topControl = root.getProjects().length == 0 ? hint : tree;
        area.layout();
    }

    @Override
    public void setFocus() {
        if (stack.topControl == tree) {
            super.setFocus();
        } else {
            hint.setFocus();
        }
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        super.dispose();
    }
}
