package org.xstate.ui.check.internal.designs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignsHtml;
import org.xstate.analysis.report.WholeFile;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;

/** What can be done with a matrix. */
final class DesignsActions {

    private final DesignsView view;
    private final IAction again;
    private final IAction cancel;
    private final IAction add;
    private final IAction html;

    DesignsActions(DesignsView view) {
        this.view = view;
        again = action(Messages.designs_again, Icons.AGAIN, view::again);
        cancel = action(Messages.action_cancel, Icons.CANCEL, view::cancel);
        add = action(Messages.designs_add, Icons.ADD, this::choose);
        html = action(Messages.designs_html, Icons.CHART, this::export);
        html.setEnabled(false);
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

    void fill(IContributionManager bar) {
        List.of(again, cancel, add, html).forEach(bar::add);
    }

    void fillContext(IMenuManager menu) {
        Optional<Design> design = view.matrix().design();
        Optional<String> entry = view.matrix().entry();
        if (design.isPresent() && entry.isPresent()) {
            MenuManager explain = new MenuManager(
                    NLS.bind(Messages.designs_explain, design.get().id(), entry.get()));
            view.result().ifPresent(one -> one.matrix().rows(design.get().id(), entry.get())
                    .forEach(row -> explain.add(action(row.continuation(), Icons.STEP, () -> view.details()
                            .explain(design.get(), entry.get(), Optional.of(row.continuation()))))));
            menu.add(explain);
        }
        design.ifPresent(one -> menu
                .add(action(Messages.designs_openText, Icons.DESIGNS, () -> view.details().openText(one))));
        design.filter(view::isOwn).ifPresent(
                one -> menu.add(action(Messages.designs_remove, Icons.REMOVE, () -> view.remove(one))));
        menu.add(new Separator());
        fill(menu);
    }

    void enable() {
        cancel.setEnabled(view.isComputing());
        again.setEnabled(!view.isComputing());
        html.setEnabled(view.result().isPresent());
    }

    private void choose() {
        FileDialogs.open(view.getSite().getShell(), Messages.designs_addTitle, "*.c")
                .ifPresent(file -> view.add(List.of(file)));
    }

    private void export() {
        view.result().ifPresent(one -> FileDialogs
                .save(view.getSite().getShell(), Messages.export_title, "designs.html", "*.html")
                .ifPresent(file -> write(file, one)));
    }

    private static void write(Path file, Computed computed) {
        try {
            WholeFile.write(file,
                    DesignsHtml.page(computed.matrix(), computed.changes().orElseGet(List::of)));
        } catch (IOException e) {
            StatusManager.getManager().handle(new Status(Status.ERROR, DesignsActions.class,
                    NLS.bind(Messages.export_failed, file, e.getMessage()), e), StatusManager.SHOW);
        }
    }
}
