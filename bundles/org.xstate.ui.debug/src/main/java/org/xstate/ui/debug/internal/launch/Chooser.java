package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.debug.Movement;
import org.xstate.sim.trace.TraceBuilder;
import org.xstate.ui.session.Session;

/** Asks which of several steps is taken, for one movement: until it is told to go on by chance. */
public final class Chooser implements Session.Chooser {

    private final RandomGenerator random = RandomGenerator.getDefault();
    private volatile CompletableFuture<OptionalInt> answer = CompletableFuture
            .completedFuture(OptionalInt.empty());
    private volatile boolean byChance;

    @Override
    public OptionalInt choose(Session session, List<Movement.Choice> choices) {
        if (byChance) {
            return OptionalInt.of(choices.get(random.nextInt(choices.size())).number());
        }
        List<String> beginnings = session
                .read(simulation -> TraceBuilder.possible(session.scenario(), simulation));
        CompletableFuture<OptionalInt> asked = new CompletableFuture<>();
        answer = asked;
        Display display = PlatformUI.getWorkbench().getDisplay();
        // the dialog does not keep the thread of the user interface: whoever asked can be stopped while it is open
        display.asyncExec(() -> open(session.label(), choices, beginnings, asked));
        return asked.join();
    }

    private void open(String label, List<Movement.Choice> choices, List<String> beginnings,
            CompletableFuture<OptionalInt> asked) {
        if (asked.isDone()) {
            return;
        }
        ChooseDialog dialog = new ChooseDialog(
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), label, choices,
                beginnings);
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.getShell().addDisposeListener(_ -> {
            boolean taken = dialog.isTaken();
            byChance = taken && dialog.isByChance();
            asked.complete(taken ? OptionalInt.of(dialog.chosen()) : OptionalInt.empty());
        });
        Display display = dialog.getShell().getDisplay();
        asked.whenComplete((_, _) -> display.asyncExec(dialog::close));
    }

    /** Nobody wants an answer any more. */
    public void cancel() {
        answer.complete(OptionalInt.empty());
    }
}
