package org.xstate.ui.machine.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.machine.TimelineOverview;
import org.xstate.sim.run.Moment;
import org.xstate.sim.trace.StepLines;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.TraceSearch;
import org.xstate.ui.Exportable;
import org.xstate.ui.Palette;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.picture.PicturePainter;
import org.xstate.ui.session.Session;

/** Who did what when: lanes of CPUs and tasks over the steps of an execution, as {@code xstate run --timeline} draws them. */
public final class TimelineView extends ViewPart {

    public static final String ID = "org.xstate.ui.machine.timeline";

    private Pages pages;
    private Composite page;
    private TimelineCanvas lanes;
    private Canvas overview;
    private Text text;
    private Label found;
    private TimelineIndex index;
    private Optional<Session> session = Optional.empty();
    private Optional<StepLines> lines = Optional.empty();
    private final Set<Timeline.Tick> ticks = EnumSet.allOf(Timeline.Tick.class);
    private final AtomicInteger searches = new AtomicInteger();

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new FillLayout());
        pages = new Pages(parent, getSite(), Messages.timeline_empty);
        page = new Composite(pages.control(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        search(page);
        lanes = new TimelineCanvas(page, this::go);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(lanes.canvas());
        overview(page);
        lanes.onMoved(overview::redraw);
        lanes.onTip(this::tip);
        index = new TimelineIndex(pages.control(), this::indexed);
        actions();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(pages.control(), "org.xstate.ui.help.timeline");
        new Follower(pages.control(), this::show);
    }

    private void search(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(6, 2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.find_label);
        text = new Text(row, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
        text.setMessage(Messages.find_message);
        text.setToolTipText(Messages.find_tip);
        GridDataFactory.fillDefaults().hint(text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y * 9, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addListener(SWT.DefaultSelection, event -> find(true));
        button(row, SWT.UP, Messages.find_previous, () -> find(false));
        button(row, SWT.DOWN, Messages.find_next, () -> find(true));
        found = new Label(row, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(found);
    }

    private static void button(Composite row, int arrow, String tip, Runnable run) {
        Button button = new Button(row, SWT.ARROW | arrow);
        button.setToolTipText(tip);
        button.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {
            @Override
            public void getName(org.eclipse.swt.accessibility.AccessibleEvent event) {
                event.result = tip;
            }
        });
        button.addListener(SWT.Selection, event -> run.run());
    }

    private void overview(Composite parent) {
        overview = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        overview.setToolTipText(Messages.overview_tip);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, (int) TimelineOverview.HEIGHT + 2)
                .applyTo(overview);
        PicturePainter painter = new PicturePainter(parent.getDisplay());
        overview.addListener(SWT.Dispose, event -> painter.dispose());
        overview.addListener(SWT.Paint,
                event -> lanes.timeline().ifPresent(timeline -> painter.paint(event.gc,
                        TimelineOverview.of(timeline, overview.getClientArea().width, lanes.window().first(),
                                lanes.window().steps(), lanes.window().place()),
                        0, 0, 1, Palette.isDark(overview))));
        org.eclipse.swt.widgets.Listener scroll = event -> {
            if ((event.type == SWT.MouseDown || (event.stateMask & SWT.BUTTON1) != 0)) {
                lanes.timeline().ifPresent(timeline -> lanes.scrollTo(
                        TimelineOverview.step(timeline, overview.getClientArea().width, event.x)));
            }
        };
        overview.addListener(SWT.MouseDown, scroll);
        overview.addListener(SWT.MouseMove, scroll);
    }

    private void actions() {
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(Actions.push(Messages.step_start, Messages.step_start_tip, "start", () -> walk(Walk::start)));
        bar.add(Actions.push(Messages.event_back, Messages.event_back_tip, "change-back",
                () -> event(false)));
        bar.add(Actions.push(Messages.step_back, Messages.step_back_tip, "back", () -> walk(Walk::back)));
        bar.add(Actions.push(Messages.step_forward, Messages.step_forward_tip, "forward",
                () -> walk(Walk::forward)));
        bar.add(Actions.push(Messages.event_forward, Messages.event_forward_tip, "change-forward",
                () -> event(true)));
        bar.add(Actions.push(Messages.step_end, Messages.step_end_tip, "end", () -> walk(Walk::end)));
        bar.add(new Separator());
        bar.add(Actions.push(Messages.zoom_in, Messages.zoom_in_tip, "zoom-in", () -> lanes.zoom(true)));
        bar.add(Actions.push(Messages.zoom_out, Messages.zoom_out_tip, "zoom-out", () -> lanes.zoom(false)));
        bar.add(Actions.push(Messages.zoom_fit, Messages.zoom_fit_tip, "zoom-fit", lanes::fit));
        bar.add(Actions.push(Messages.zoom_selection, Messages.zoom_selection_tip, "zoom-selection",
                lanes::zoomToSelection));
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        for (Timeline.Tick tick : Timeline.Tick.values()) {
            if (tick != Timeline.Tick.SWITCH) {
                menu.add(filter(tick));
            }
        }
        menu.add(new Separator());
        PartExports.addTo(getSite(), menu);
    }

    private Action filter(Timeline.Tick tick) {
        Action[] action = new Action[1];
        action[0] = Actions.check(NLS.bind(Messages.filter, tick.words()),
                NLS.bind(Messages.filter_tip, tick.words()), () -> {
                    if (action[0].isChecked()) {
                        ticks.add(tick);
                    } else {
                        ticks.remove(tick);
                    }
                    lanes.ticks(ticks);
                });
        action[0].setChecked(true);
        return action[0];
    }

    private void walk(Consumer<Session> way) {
        session.ifPresent(way);
    }

    private void event(boolean forward) {
        session.flatMap(one -> lanes.event(one.position().step(), forward)).ifPresent(this::go);
    }

    private void go(int step) {
        session.ifPresent(one -> one.moveTo(one.read(simulation -> StepLines.end(simulation.history(),
                Math.min(step, simulation.history().size() - 1)))));
    }

    private void show(Optional<Session> shown, boolean another) {
        boolean other = !session.equals(shown);
        session = shown;
        if (other) {
            lines = shown.map(one -> new StepLines(one.scenario()));
            searches.incrementAndGet();
            found.setText("");
            lanes.show(Optional.empty());
            lanes.fit();
        }
        if (another) {
            index.update(shown);
        }
        lanes.place(shown.map(Session::position));
        overview.redraw();
        if (shown.isEmpty()) {
            pages.showWelcome();
        } else {
            pages.show(page);
        }
        setContentDescription(shown.map(Session::label).orElse(""));
    }

    private void indexed(Timeline timeline) {
        lanes.show(Optional.of(timeline));
        session.ifPresent(one -> lanes.place(Optional.of(one.position())));
    }

    /** The lines of a step as a trace tells them. */
    private String tip(int step) {
        if (step == 0) {
            return Messages.timeline_beginning;
        }
        return session.flatMap(one -> lines.map(told -> one.read(simulation -> {
            List<Moment> history = simulation.history();
            return step < history.size() ? said(step, told.of(history, step)) : "";
        }))).orElse("");
    }

    private static String said(int step, List<StepLines.Line> told) {
        StepLines.Line head = told.getFirst();
        String cpu = head.actor().cpu().isPresent() ? "CPU" + head.actor().cpu().getAsInt() + ", " : "";
        return NLS.bind(Messages.timeline_step, Integer.toString(step), cpu + head.actor().text()) + "\n"
                + told.stream()
                        .map(line -> line.text().place() + "  " + line.text().statement()
                                + line.text().changes().stream()
                                        .map(change -> "\n      " + change.text())
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    private record History(List<Moment> moments, int at) {
    }

    private void find(boolean forward) {
        if (session.isEmpty() || text.getText().isBlank()) {
            return;
        }
        Session one = session.get();
        String wanted = text.getText();
        int number = searches.incrementAndGet();
        found.setText(Messages.find_running);
        ViewJobs.run(Messages.find_job, pages.control(), () -> {
            History history = one.read(simulation -> new History(simulation.history(),
                    simulation.position().step()));
            return new TraceSearch(one.scenario(), wanted).next(history.moments(), history.at(), forward,
                    () -> searches.get() != number);
        }, step -> {
            if (searches.get() == number) {
                found(wanted, step);
            }
        });
    }

    private void found(String wanted, OptionalInt step) {
        found.setText(step.isPresent()
                ? NLS.bind(Messages.find_found, Integer.toString(step.getAsInt()))
                : NLS.bind(Messages.find_nothing, wanted));
        step.ifPresent(this::go);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Exportable.class
                ? adapter.cast(new TimelineExport(session, lanes.timeline(), lanes.window()))
                : super.getAdapter(adapter);
    }

    @Override
    public void setFocus() {
        pages.focus(page, lanes.canvas());
    }
}
