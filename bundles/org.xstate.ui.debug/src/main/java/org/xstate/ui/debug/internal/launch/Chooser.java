package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.trace.TraceBuilder;
import org.xstate.ui.session.Session;

/** Asks which of several steps is taken, for one movement: until it is told to go on by chance. */
public final class Chooser implements Session.Chooser {

    private final RandomGenerator random = RandomGenerator.getDefault();
    private boolean byChance;

    @Override
    public OptionalInt choose(Session session, List<Movement.Choice> choices) {
        if (byChance) {
            return OptionalInt.of(choices.get(random.nextInt(choices.size())).number());
        }
        List<String> beginnings = session
                .read(simulation -> TraceBuilder.possible(session.scenario(), simulation));
        OptionalInt[] chosen = {OptionalInt.empty()};
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> {
            ChooseDialog dialog = new ChooseDialog(
                    PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), session.label(),
                    choices, beginnings);
            if (dialog.open() == Window.OK) {
                byChance = dialog.isByChance();
                chosen[0] = OptionalInt.of(dialog.chosen());
            }
        });
        return chosen[0];
    }
}
