package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.trace.CopyChanges;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.session.Session;

/** The line below the machine: why the chosen copy stands as it does, and which statement gave it its value. */
final class CellDetails {

    private final Composite line;
    private final Label text;
    private final Link written;
    private final AtomicInteger asked = new AtomicInteger();
    private Optional<Session> session = Optional.empty();
    private Optional<Cell> cell = Optional.empty();
    private Optional<Position> target = Optional.empty();

    CellDetails(Composite parent) {
        line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(4, 2).applyTo(line);
        text = new Label(line, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(text);
        written = new Link(line, SWT.NONE);
        written.addListener(SWT.Selection,
                event -> session.ifPresent(one -> target.ifPresent(one::moveTo)));
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(written);
        text.setText(Messages.details_none);
    }

    /** The line takes room only where it says something. */
    private void say(String what) {
        written.setText(what);
        written.setVisible(!what.isEmpty());
        ((GridData) written.getLayoutData()).exclude = what.isEmpty();
        line.getParent().layout(true, true);
    }

    Composite control() {
        return line;
    }

    void follow(Optional<Session> followed) {
        session = followed;
        show(Optional.empty(), new Position(0, 0));
    }

    /** @param place at which the session stands */
    void show(Optional<Cell> chosen, Position place) {
        cell = chosen;
        target = Optional.empty();
        text.setText(chosen.map(one -> one.name() + ". " + one.tip().replace('\n', ' '))
                .orElse(Messages.details_none));
        say("");
        if (session.isEmpty() || chosen.isEmpty()) {
            return;
        }
        look((changes, at, number) -> changes.last(at.history(), chosen.get().copy(), place,
                () -> asked.get() != number), this::written);
    }

    private interface Question {
        Optional<CopyChanges.Changed> ask(CopyChanges changes, Standing at, int number);
    }

    /** Where a session stands: it may be moved while its history is gone through. */
    private record Standing(List<Moment> history, Position place) {
    }

    /** Only the last question is answered. */
    private void look(Question question, Consumer<Optional<CopyChanges.Changed>> show) {
        Session one = session.orElseThrow();
        int number = asked.incrementAndGet();
        ViewJobs.run(Messages.details_job, line,
                () -> {
                    Standing at = one.read(
                            simulation -> new Standing(simulation.history(), simulation.position()));
                    return CopyChanges.of(one.scenario())
                            .flatMap(changes -> question.ask(changes, at, number));
                },
                answer -> {
                    if (asked.get() == number) {
                        show.accept(answer);
                    }
                });
    }

    private void written(Optional<CopyChanges.Changed> change) {
        target = change.map(CopyChanges.Changed::place);
        say(change.map(one -> NLS.bind(Messages.details_written, new Object[]{
            Integer.toString(one.place().step()), one.line().text().place(),
            one.line().text().statement().replace("&", "&&")}))
                .orElse(Messages.details_since_start));
    }

    /** To the change before the place at which the session stands. */
    void goBack() {
        cell.ifPresent(chosen -> look((changes, at, number) -> {
            Optional<CopyChanges.Changed> last = changes.last(at.history(), chosen.copy(), at.place(),
                    () -> asked.get() != number);
            return last.filter(change -> change.place().equals(at.place()))
                    .map(change -> changes.last(at.history(), chosen.copy(), before(change.place()),
                            () -> asked.get() != number))
                    .orElse(last);
        }, this::go));
    }

    private static Position before(Position place) {
        return place.event() > 1
                ? new Position(place.step(), place.event() - 1)
                : new Position(place.step() - 1, Integer.MAX_VALUE);
    }

    void goForward() {
        cell.ifPresent(chosen -> look((changes, at, number) -> changes.next(at.history(), chosen.copy(),
                at.place(), () -> asked.get() != number), this::go));
    }

    private void go(Optional<CopyChanges.Changed> change) {
        change.ifPresent(one -> session.orElseThrow().moveTo(one.place()));
    }
}
