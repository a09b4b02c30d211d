package org.xstate.ui.tests.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.xstate.ui.Exportable;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The view of checks, as its users see and drive it. */
public final class ChecksDriver {

    public static final String VIEW = "org.xstate.ui.check.checks";
    private static final String CHECK = "org.xstate.ui.check.check";

    private ChecksDriver() {
    }

    public static IViewPart view() {
        return Ui.open(VIEW, IViewPart.class);
    }

    /** Checks a file or folder that is selected in the projects. */
    public static void check(IResource selected) {
        view();
        execute(CHECK, VIEW, selected);
    }

    /** Executes a command as a context menu does. @param view that is active */
    public static void execute(String command, String view, IResource selected) {
        Ui.on(() -> {
            IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            IEvaluationContext context = handlers.createContextSnapshot(false);
            context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, new StructuredSelection(selected));
            context.addVariable(ISources.ACTIVE_PART_NAME, Ui.page().findView(view));
            return handlers.executeCommandInContext(
                    new ParameterizedCommand(commands.getCommand(command), null), null, context);
        });
    }

    /** Checks and waits for the answer. */
    public static void checked(IResource selected) {
        check(selected);
        awaitDone();
    }

    public static void awaitDone() {
        Ui.await("all checks are done",
                () -> rowsNow().stream().noneMatch(row -> row.contains("|waiting|")
                        || row.contains("level ") || row.contains("|cancelling|"))
                        && !describes());
    }

    private static boolean describes() {
        return ((org.eclipse.ui.part.WorkbenchPart) shown()).getContentDescription().contains("running");
    }

    private static IViewPart shown() {
        return Ui.page().findView(VIEW);
    }

    public static Tree tree() {
        return Ui.on(() -> Ui.find(Ui.area(shown()), Tree.class, one -> true).orElseThrow());
    }

    /** Rows of all levels that are there, texts of columns with {@code |} between them. */
    public static List<String> rows() {
        return Ui.on(ChecksDriver::rowsNow);
    }

    private static List<String> rowsNow() {
        return Ui.find(Ui.area(shown()), Tree.class, one -> true).map(Rows::of).orElseGet(List::of);
    }

    /** The row whose text fits. */
    public static String row(Predicate<String> fits) {
        return rows().stream().filter(fits).findFirst()
                .orElseThrow(() -> new AssertionError("no such row in " + String.join("\n", rows())));
    }

    public static String report() {
        return Ui.on(() -> Ui.find(Ui.area(shown()), StyledText.class, Control::isVisible).orElseThrow()
                .getText());
    }

    public static Exportable exportable() {
        return Ui.on(() -> shown().getAdapter(Exportable.class));
    }

    /** Presses a button of the view's tool bar. */
    public static void press(String text) {
        Ui.on(() -> {
            action(shown(), text).run();
            return null;
        });
        Ui.settle();
    }

    public static boolean isEnabled(String text) {
        return Ui.on(() -> action(shown(), text).isEnabled());
    }

    static org.eclipse.jface.action.IAction action(IViewPart view, String text) {
        IContributionItem[] items = view.getViewSite().getActionBars().getToolBarManager().getItems();
        return Arrays.stream(items).filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction())
                .filter(action -> Ui.plain(action.getText()).equals(text)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    /** Takes all results away. */
    public static void clear() {
        for (int i = 0; i < 20 && !rows().isEmpty(); i++) {
            Tree tree = tree();
            String first = Ui.on(() -> tree.getItems().length == 0 ? "" : tree.getItem(0).getText());
            if (first.isEmpty()) {
                return;
            }
            Rows.select(tree, first);
            press("Remove with its Results");
        }
    }
}
