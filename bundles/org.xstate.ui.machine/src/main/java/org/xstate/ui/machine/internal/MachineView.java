package org.xstate.ui.machine.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.machine.MachineGrid;
import org.xstate.analysis.machine.MachinePicture;
import org.xstate.analysis.machine.MachineReport;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.Snapshots;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.picture.PictureCanvas;
import org.xstate.ui.session.Session;

/**
 * Where the state of every task is at the place at which the session stands, and what the last statement moved: what
 * {@code xstate run --machine} draws.
 */
public final class MachineView extends ViewPart {

    public static final String ID = "org.xstate.ui.machine.machine";

    /** One session with what is known of it. */
    private record Shown(Session session, Snapshots snapshots) {

        /** The machine where the session stands; nobody who moves the session waits for it. */
        MachineReport look() {
            MachineReport.Source source = session
                    .read(simulation -> MachineReport.Source.of(simulation, simulation.position()));
            synchronized (snapshots) {
                return MachineReport.of(session.scenario(), snapshots, source);
            }
        }
    }

    /** Steps that can be looked at without a pause. */
    private static final int AT_ONCE = 200;

    private Pages pages;
    private Label plain;
    private Composite machine;
    private PictureCanvas canvas;
    private CellDetails details;
    private Optional<Session> followed = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private int looked;
    /** Jobs that look at all steps; until they are done this thread would have to wait. */
    private final AtomicInteger preparing = new AtomicInteger();
    private Optional<MachineReport> report = Optional.empty();
    private MachineGrid.Options options = MachineGrid.Options.STANDARD;
    private Action start;
    private Action back;
    private Action forward;
    private Action end;
    private Action changeBack;
    private Action changeForward;

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new FillLayout());
        pages = new Pages(parent, getSite(), Messages.machine_empty);
        plain = new Label(pages.control(), SWT.WRAP);
        plain.setText(Messages.machine_rules);
        machine = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(machine);
        canvas = new PictureCanvas(machine, Messages.machine_title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
        details = new CellDetails(machine);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(details.control());
        canvas.onPick(this::picked);
        actions();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(pages.control(), "org.xstate.ui.help.machine");
        new Follower(pages.control(), this::show);
    }

    private void actions() {
        start = Actions.push(Messages.step_start, Messages.step_start_tip, "start", () -> walk(Walk::start));
        back = Actions.push(Messages.step_back, Messages.step_back_tip, "back", () -> walk(Walk::back));
        forward = Actions.push(Messages.step_forward, Messages.step_forward_tip, "forward",
                () -> walk(Walk::forward));
        end = Actions.push(Messages.step_end, Messages.step_end_tip, "end", () -> walk(Walk::end));
        changeBack = Actions.push(Messages.change_back, Messages.change_back_tip, "change-back",
                () -> details.goBack());
        changeForward = Actions.push(Messages.change_forward, Messages.change_forward_tip, "change-forward",
                () -> details.goForward());
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(start);
        bar.add(back);
        bar.add(forward);
        bar.add(end);
        bar.add(new Separator());
        bar.add(changeBack);
        bar.add(changeForward);
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        Action[] choices = new Action[2];
        choices[0] = Actions.check(Messages.machine_parts, Messages.machine_parts_tip, () -> choose(
                new MachineGrid.Options(choices[0].isChecked(), options.unused())));
        choices[1] = Actions.check(Messages.machine_unused, Messages.machine_unused_tip, () -> choose(
                new MachineGrid.Options(options.parts(), choices[1].isChecked())));
        menu.add(choices[0]);
        menu.add(choices[1]);
        menu.add(new Separator());
        PartExports.addTo(getSite(), menu);
    }

    private void walk(java.util.function.Consumer<Session> way) {
        shown.map(Shown::session).ifPresent(way);
    }

    private void choose(MachineGrid.Options chosen) {
        options = chosen;
        draw();
    }

    private void show(Optional<Session> session, boolean another) {
        boolean other = !session.equals(followed);
        followed = session;
        if (other) {
            shown = Optional.empty();
            report = Optional.empty();
            details.follow(session);
            canvas.show(Picture.empty(Messages.machine_title));
        }
        int steps = session.map(one -> one.read(Simulation::steps)).orElse(0);
        boolean much = another && steps - looked > AT_ONCE;
        looked = steps;
        page(session);
        if (session.isPresent() && (other || much)) {
            prepare(session.get());
        } else {
            report();
        }
    }

    /** What looks at all steps is made beside the thread of the user interface; what shows a place of them is not. */
    private void prepare(Session session) {
        Optional<Shown> known = shown;
        preparing.incrementAndGet();
        ViewJobs.run(Messages.machine_job, pages.control(), () -> {
            try {
                Optional<Shown> made = known.or(() -> Snapshots.of(session.scenario())
                        .map(snapshots -> new Shown(session, snapshots)));
                made.ifPresent(Shown::look);
                return made;
            } finally {
                preparing.decrementAndGet();
            }
        }, made -> {
            if (followed.equals(Optional.of(session))) {
                shown = made;
                page(followed);
                report();
            }
        });
    }

    private void page(Optional<Session> session) {
        boolean rules = session.filter(one -> one.scenario().map().isEmpty()).isPresent();
        if (session.isEmpty()) {
            pages.showWelcome();
        } else {
            pages.show(rules ? plain : machine);
        }
        setContentDescription(session.map(Session::label).orElse(""));
    }

    private void report() {
        if (preparing.get() > 0) {
            return;
        }
        report = shown.map(Shown::look);
        enable();
        draw();
    }

    private void enable() {
        boolean atStart = shown.map(one -> one.session().read(Walk::isAtStart)).orElse(true);
        boolean atEnd = shown.map(one -> one.session().read(Walk::isAtEnd)).orElse(true);
        start.setEnabled(!atStart);
        back.setEnabled(!atStart);
        forward.setEnabled(!atEnd);
        end.setEnabled(!atEnd);
        boolean cell = canvas.chosen().flatMap(this::cell).isPresent();
        changeBack.setEnabled(cell && !atStart);
        changeForward.setEnabled(cell && !atEnd);
    }

    private void draw() {
        report.ifPresent(one -> {
            canvas.show(one.picture(options));
            Optional<Cell> cell = canvas.chosen().flatMap(this::cell);
            details.show(cell, one.snapshot().position());
        });
    }

    /** A cell of the picture. */
    private Optional<Cell> cell(Item item) {
        return report.flatMap(one -> Cell.of(MachineGrid.of(one.snapshot(), options), item));
    }

    private void picked(Item item) {
        if (item.id().startsWith(MachinePicture.COLUMN)) {
            report.map(one -> MachineGrid.of(one.snapshot(), options))
                    .flatMap(grid -> grid.columns().stream()
                            .filter(column -> item.id().equals(MachinePicture.COLUMN + column.name()))
                            .findFirst())
                    .ifPresent(column -> Linked.publish(this,
                            new Linked.Subject.Component(column.component())));
        }
        Optional<Cell> cell = cell(item);
        report.ifPresent(one -> details.show(cell, one.snapshot().position()));
        enable();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Exportable.class
                ? adapter.cast(new MachineExport(shown.map(Shown::session), report, options))
                : super.getAdapter(adapter);
    }

    @Override
    public void setFocus() {
        pages.focus(machine, canvas.canvas());
    }
}
