package org.xstate.ui.check.internal.checks;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.actions.ActionFactory;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.counterexamples.CounterexamplesView;

/** What can be done with checks. */
final class CheckActions {

    private final ChecksView view;
    private final TreeViewer viewer;
    private final IAction check;
    private final IAction options;
    private final IAction cancel;
    private final IAction again;
    private final IAction allAgain;
    private final IAction compare;
    private final IAction debug;
    private final IAction show;
    private final IAction remove;

    CheckActions(ChecksView view, TreeViewer viewer) {
        this.view = view;
        this.viewer = viewer;
        check = action(Messages.action_check, Icons.CHECK,
                () -> CheckHandler.checkActive(view.getSite().getPage(), false));
        options = action(Messages.action_options, Icons.OPTIONS, this::withOptions);
        cancel = action(Messages.action_cancel, Icons.CANCEL,
                () -> view.run().ifPresent(Checks.get()::cancel));
        again = action(Messages.action_again, Icons.AGAIN,
                () -> view.run().ifPresent(run -> view.reveal(Checks.get().again(run))));
        allAgain = action(Messages.action_allAgain, Icons.ALL_AGAIN, () -> Checks.get().allAgain());
        debug = action(Messages.action_debug, Icons.STEP, () -> view.item().ifPresent(this::open));
        show = action(Messages.action_showCounterexample, "counterexamples",
                () -> view.item()
                        .ifPresent(item -> CounterexamplesView.reveal(view.getSite().getPage(), item)));
        remove = action(Messages.action_remove, Icons.REMOVE, this::removeSelected);
        compare = new Action(Messages.action_compare, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                view.compare(isChecked());
            }
        };
        compare.setImageDescriptor(Icons.descriptor(Icons.COMPARE));
        compare.setToolTipText(compare.getText().replace("&", ""));
        view.getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.DELETE.getId(), remove);
    }

    private static IAction action(String text, String icon, Runnable work) {
        Action action = new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setImageDescriptor(Icons.descriptor(icon));
        action.setToolTipText(text.replace("&", ""));
        return action;
    }

    void fillToolBar(IContributionManager bar) {
        List.of(check, cancel, again, allAgain, compare, debug, remove).forEach(bar::add);
    }

    void fillMenu(IContributionManager menu) {
        List.of(check, options, again, allAgain, cancel).forEach(menu::add);
        menu.add(new Separator());
        List.of(compare, show, debug).forEach(menu::add);
        menu.add(new Separator());
        menu.add(remove);
    }

    void enable() {
        boolean run = view.run().isPresent();
        BooleanSupplier trace = () -> view.item().filter(item -> item.content().trace().isPresent())
                .isPresent();
        options.setEnabled(run);
        cancel.setEnabled(Checks.get().runs().stream().anyMatch(CheckRun::isActive)
                && view.run().filter(CheckRun::isActive).isPresent());
        again.setEnabled(run);
        allAgain.setEnabled(Checks.get().runs().stream().anyMatch(one -> !one.isActive()));
        compare.setEnabled(
                view.item().filter(item -> item.content().before().isPresent()).isPresent());
        debug.setEnabled(trace.getAsBoolean());
        show.setEnabled(trace.getAsBoolean());
        remove.setEnabled(run);
    }

    private void withOptions() {
        view.run().ifPresent(
                run -> CheckHandler.withOptions(view.getSite().getPage(), run.target(), run.settings()));
    }

    /** Shows a counterexample in the debugger, what holds in the editor. */
    void open(CheckedItem item) {
        Control where = viewer.getControl();
        if (item.content().trace().isPresent()) {
            Known.counterexample(item, where, found -> Opening.recording(
                    item.summary().source() + " " + item.summary().scenario(), found.scenario(),
                    found.file()));
        } else {
            Opening.file(view.getSite().getPage(), item.file(), 1);
        }
    }

    private void removeSelected() {
        for (Object element : viewer.getStructuredSelection().toList()) {
            switch (element) {
                case CheckRun run -> Checks.get().remove(run);
                case CheckedItem item -> Checks.get().remove(item);
                default -> view.item().ifPresent(Checks.get()::remove);
            }
        }
    }
}
