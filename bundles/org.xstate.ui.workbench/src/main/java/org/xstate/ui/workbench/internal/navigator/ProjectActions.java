package org.xstate.ui.workbench.internal.navigator;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.BaseSelectionListenerAction;
import org.eclipse.ui.actions.CloseResourceAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.actions.DeleteResourceAction;
import org.eclipse.ui.actions.MoveResourceAction;
import org.eclipse.ui.actions.OpenResourceAction;
import org.eclipse.ui.actions.OpenWithMenu;
import org.eclipse.ui.actions.RefreshAction;
import org.eclipse.ui.actions.RenameResourceAction;
import org.eclipse.ui.dialogs.PropertyDialogAction;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.eclipse.ui.navigator.ICommonActionExtensionSite;
import org.eclipse.ui.navigator.ICommonViewerWorkbenchSite;
import org.xstate.ui.workbench.internal.Messages;

/** The context menu of projects and files, and what the window's menus and keys do for them. */
public final class ProjectActions extends CommonActionProvider {

    private IWorkbenchWindow window;
    private OpenNodeAction open;
    private CopyAction copy;
    private PasteAction paste;
    private CopyPathAction copyPath;
    private PropertyDialogAction properties;
    private DeleteResourceAction delete;
    private RenameResourceAction rename;
    private MoveResourceAction move;
    private RefreshAction refresh;
    private OpenResourceAction openProject;
    private CloseResourceAction closeProject;

    @Override
    public void init(ICommonActionExtensionSite site) {
        super.init(site);
        ICommonViewerWorkbenchSite part = (ICommonViewerWorkbenchSite) site.getViewSite();
        window = part.getWorkbenchWindow();
        IShellProvider shell = part::getShell;
        open = new OpenNodeAction(window);
        copy = new CopyAction(part.getShell().getDisplay());
        paste = new PasteAction(shell);
        copyPath = new CopyPathAction(part.getShell().getDisplay());
        properties = new PropertyDialogAction(shell, site.getStructuredViewer());
        delete = new DeleteResourceAction(shell);
        rename = new RenameResourceAction(shell);
        move = new MoveResourceAction(shell);
        refresh = new RefreshAction(shell);
        openProject = new OpenResourceAction(shell);
        closeProject = new CloseResourceAction(shell);
    }

    @Override
    public void fillActionBars(IActionBars bars) {
        selected();
        bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), copy);
        bars.setGlobalActionHandler(ActionFactory.PASTE.getId(), paste);
        bars.setGlobalActionHandler(ActionFactory.DELETE.getId(), delete);
        bars.setGlobalActionHandler(ActionFactory.RENAME.getId(), rename);
        bars.setGlobalActionHandler(ActionFactory.MOVE.getId(), move);
        bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        bars.setGlobalActionHandler(ActionFactory.PROPERTIES.getId(), properties);
        bars.updateActionBars();
    }

    @Override
    public void fillContextMenu(IMenuManager menu) {
        IStructuredSelection selection = selected();
        MenuManager made = new MenuManager(Messages.menu_new, "org.xstate.ui.workbench.projects.new");
        made.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window));
        menu.appendToGroup("group.new", made);
        menu.appendToGroup("group.open", open);
        if (selection.size() == 1 && selection.getFirstElement() instanceof IFile file) {
            MenuManager with = new MenuManager(Messages.projects_openWith,
                    "org.xstate.ui.workbench.openWith");
            with.add(new OpenWithMenu(window.getActivePage(), file));
            menu.appendToGroup("group.open", with);
        }
        menu.appendToGroup("group.edit", copy);
        menu.appendToGroup("group.edit", copyPath);
        menu.appendToGroup("group.edit", paste);
        menu.appendToGroup("group.edit", delete);
        menu.appendToGroup("group.reorganize", move);
        menu.appendToGroup("group.reorganize", rename);
        menu.appendToGroup("group.build", refresh);
        if (openProject.isEnabled()) {
            menu.appendToGroup("group.build", openProject);
        }
        if (closeProject.isEnabled()) {
            menu.appendToGroup("group.build", closeProject);
        }
        if (properties.isApplicableForSelection()) {
            menu.appendToGroup("group.properties", properties);
        }
    }

    /** Tells all actions what is selected. */
    private IStructuredSelection selected() {
        IStructuredSelection selection = getContext() != null
                && getContext().getSelection() instanceof IStructuredSelection some
                        ? some
                        : getActionSite().getStructuredViewer().getStructuredSelection();
        Consumer<BaseSelectionListenerAction> tell = action -> action.selectionChanged(selection);
        List.of(open, copy, paste, copyPath, delete, rename, move, refresh, openProject, closeProject)
                .forEach(tell);
        properties.setEnabled(selection.size() == 1 && selection.getFirstElement() instanceof IResource);
        return selection;
    }
}
