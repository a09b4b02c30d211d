package org.xstate.ui.workbench.internal.features;

import java.io.UncheckedIOException;
import java.util.List;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.viewers.CheckStateChangedEvent;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.DisabledContributions;
import org.xstate.ui.Contributed;
import org.xstate.ui.workbench.internal.Messages;

/** Switches plugins and what they contribute on and off, as {@code xstate features --disable} does. */
final class Switching {

    private final CheckboxTableViewer viewer;
    private final Contributed contributed;
    private final IViewSite site;

    Switching(CheckboxTableViewer viewer, Contributed contributed, IViewSite site) {
        this.viewer = viewer;
        this.contributed = contributed;
        this.site = site;
        viewer.addCheckStateListener(this::checked);
    }

    void show(List<Declared> declared) {
        viewer.setCheckedElements(declared.stream().filter(Declared::enabled).toArray());
        viewer.setGrayedElements(declared.stream().filter(Declared::builtIn).toArray());
    }

    private void checked(CheckStateChangedEvent event) {
        Declared one = (Declared) event.getElement();
        if (one.builtIn()) {
            viewer.setChecked(one, true);
            site.getActionBars().getStatusLineManager().setErrorMessage(Messages.switch_builtIn);
            return;
        }
        site.getActionBars().getStatusLineManager().setErrorMessage(null);
        if (event.getChecked() && DisabledContributions.ofUser().names().contains(one.bundle())) {
            enable(one.bundle(), true);
        } else {
            enable(one.name(), event.getChecked());
        }
    }

    /** The context menu: for one contribution, and for all of its plugin. */
    void fill(IMenuManager menu) {
        if (!(viewer.getStructuredSelection().getFirstElement() instanceof Declared one)) {
            return;
        }
        if (one.builtIn()) {
            Action none = action(Messages.switch_builtIn, one.bundle(), false);
            none.setEnabled(false);
            menu.add(none);
            return;
        }
        boolean off = DisabledContributions.ofUser().names().contains(one.bundle());
        if (!off) {
            menu.add(action(NLS.bind(one.enabled() ? Messages.switch_off : Messages.switch_on, one.type()),
                    one.name(),
                    !one.enabled()));
        }
        menu.add(action(NLS.bind(off ? Messages.switch_pluginOn : Messages.switch_pluginOff, one.bundle()),
                one.bundle(), off));
    }

    private Action action(String text, String name, boolean on) {
        return new Action(text) {
            @Override
            public void run() {
                enable(name, on);
            }
        };
    }

    private void enable(String name, boolean on) {
        try {
            contributed.current().ifPresent(contributions -> contributions.enable(name, on));
        } catch (UncheckedIOException e) {
            StatusManager.getManager().handle(Status.error(NLS.bind(Messages.switch_failed,
                    DisabledContributions.ofUser().file(), e.getCause().getMessage()), e),
                    StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
