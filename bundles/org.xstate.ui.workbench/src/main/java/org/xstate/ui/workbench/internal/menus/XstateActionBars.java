package org.xstate.ui.workbench.internal.menus;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.open.OpenFilesHandler;

/** The menus that every window has; views and plugins add their own by the platform's extension points. */
public final class XstateActionBars extends ActionBarAdvisor {

    /** As the debug platform names it, whose entries then come into this menu. */
    private static final String MENU_RUN = "org.eclipse.ui.run";

    private static final String TOOLBAR_FILE = "org.eclipse.ui.workbench.file";
    private static final String TOOLBAR_NAVIGATE = "org.eclipse.ui.workbench.navigate";
    private static final String OPEN_RESOURCE = "org.eclipse.ui.navigate.openResource";
    private static final String QUICK_ACCESS = "org.eclipse.ui.window.quickAccess";
    private static final String KEY_ASSIST = "org.eclipse.ui.window.showKeyAssist";
    private static final String MAXIMIZE = "org.eclipse.ui.window.maximizePart";
    private static final String FULL_SCREEN = "org.eclipse.ui.window.fullscreenmode";

    public XstateActionBars(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        bar.add(file());
        bar.add(edit());
        bar.add(navigate());
        bar.add(run());
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(windowMenu());
        bar.add(help());
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        bar.add(new GroupMarker("group.file"));
        ToolBarManager file = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        file.add(new Separator(IWorkbenchActionConstants.NEW_GROUP));
        add(file, ActionFactory.NEW_WIZARD_DROP_DOWN);
        add(file, ActionFactory.SAVE, ActionFactory.SAVE_ALL);
        bar.add(new ToolBarContributionItem(file, TOOLBAR_FILE));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        ToolBarManager navigate = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        navigate.add(new Separator(IWorkbenchActionConstants.HISTORY_GROUP));
        add(navigate, ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY);
        bar.add(new ToolBarContributionItem(navigate, TOOLBAR_NAVIGATE));
        bar.add(new GroupMarker(IWorkbenchActionConstants.GROUP_EDITOR));
    }

    private IMenuManager file() {
        MenuManager menu = new MenuManager(Messages.menu_file, IWorkbenchActionConstants.M_FILE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_START));
        MenuManager made = new MenuManager(Messages.menu_new, ActionFactory.NEW.getId());
        made.add(ContributionItemFactory.NEW_WIZARD_SHORTLIST.create(window()));
        menu.add(made);
        menu.add(command(OpenFilesHandler.COMMAND));
        menu.add(new RecentFilesMenu(window()).inMenu());
        menu.add(new GroupMarker(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CLOSE, ActionFactory.CLOSE_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.SAVE, ActionFactory.SAVE_AS, ActionFactory.SAVE_ALL, ActionFactory.REVERT);
        menu.add(new Separator());
        add(menu, ActionFactory.RENAME, ActionFactory.MOVE, ActionFactory.REFRESH);
        menu.add(new Separator());
        add(menu, ActionFactory.PRINT);
        menu.add(new Separator());
        add(menu, ActionFactory.IMPORT, ActionFactory.EXPORT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator());
        add(menu, ActionFactory.PROPERTIES);
        menu.add(new Separator());
        add(menu, ActionFactory.QUIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FILE_END));
        return menu;
    }

    private IMenuManager edit() {
        MenuManager menu = new MenuManager(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        add(menu, ActionFactory.UNDO, ActionFactory.REDO);
        menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.CUT, ActionFactory.COPY, ActionFactory.PASTE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        menu.add(new Separator());
        add(menu, ActionFactory.DELETE, ActionFactory.SELECT_ALL);
        menu.add(new Separator());
        add(menu, ActionFactory.FIND);
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        return menu;
    }

    private IMenuManager navigate() {
        MenuManager menu = new MenuManager(Messages.menu_navigate, IWorkbenchActionConstants.M_NAVIGATE);
        menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_START));
        menu.add(command(OPEN_RESOURCE));
        MenuManager showIn = new MenuManager(Messages.menu_showIn, "showIn");
        showIn.add(ContributionItemFactory.VIEWS_SHOW_IN.create(window()));
        menu.add(showIn);
        menu.add(new Separator(IWorkbenchActionConstants.OPEN_EXT));
        menu.add(new Separator(IWorkbenchActionConstants.SHOW_EXT));
        add(menu, ActionFactory.NEXT, ActionFactory.PREVIOUS);
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker(IWorkbenchActionConstants.NAV_END));
        menu.add(new Separator());
        add(menu, ActionFactory.BACKWARD_HISTORY, ActionFactory.FORWARD_HISTORY);
        return menu;
    }

    private static IMenuManager run() {
        MenuManager menu = new MenuManager(Messages.menu_run, MENU_RUN);
        menu.add(new GroupMarker("checkGroup"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private IMenuManager windowMenu() {
        IWorkbenchWindow window = window();
        MenuManager menu = new MenuManager(Messages.menu_window, IWorkbenchActionConstants.M_WINDOW);
        MenuManager views = new MenuManager(Messages.menu_view, "showView");
        views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
        menu.add(views);
        MenuManager perspectives = new MenuManager(Messages.menu_perspective, "openPerspective");
        perspectives.add(ContributionItemFactory.PERSPECTIVES_SHORTLIST.create(window));
        menu.add(perspectives);
        add(menu, ActionFactory.EDIT_ACTION_SETS, ActionFactory.SAVE_PERSPECTIVE,
                ActionFactory.RESET_PERSPECTIVE);
        menu.add(new Separator());
        add(menu, ActionFactory.NEXT_EDITOR, ActionFactory.NEXT_PART);
        menu.add(command(MAXIMIZE));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(ThemeMenu.create());
        menu.add(command(FULL_SCREEN));
        menu.add(new Separator());
        add(menu, ActionFactory.PREFERENCES);
        return menu;
    }

    private IMenuManager help() {
        MenuManager menu = new MenuManager(Messages.menu_help, IWorkbenchActionConstants.M_HELP);
        if (window().getWorkbench().getIntroManager().hasIntro()) {
            add(menu, ActionFactory.INTRO);
        }
        menu.add(new GroupMarker("group.intro.ext"));
        menu.add(new Separator());
        add(menu, ActionFactory.HELP_CONTENTS, ActionFactory.HELP_SEARCH, ActionFactory.DYNAMIC_HELP);
        menu.add(new Separator("group.help"));
        menu.add(command(QUICK_ACCESS));
        menu.add(command(KEY_ASSIST));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new GroupMarker("group.tutorials"));
        menu.add(new Separator("group.about"));
        menu.add(command(AboutHandler.COMMAND));
        return menu;
    }

    private IContributionItem command(String id) {
        return new CommandContributionItem(new CommandContributionItemParameter(window(), id, id,
                CommandContributionItem.STYLE_PUSH));
    }

    private void add(IContributionManager menu, ActionFactory... factories) {
        for (ActionFactory factory : factories) {
            if (getAction(factory.getId()) == null) {
                register(factory.create(window()));
            }
            menu.add(getAction(factory.getId()));
        }
    }

    private IWorkbenchWindow window() {
        return getActionBarConfigurer().getWindowConfigurer().getWindow();
    }
}
