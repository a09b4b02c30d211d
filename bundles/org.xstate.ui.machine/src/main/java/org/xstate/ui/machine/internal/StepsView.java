package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.StepLines;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.PartExports;
import org.xstate.ui.session.Session;

/**
 * The execution as text: a row for each step, below it one for each of its lines; steps of a long execution stand in blocks.
 * Rows are made as they come into sight, so that it opens at once. Choosing a row goes there.
 */
public final class StepsView extends ViewPart {

    public static final String ID = "org.xstate.ui.machine.steps";

    private static final int CHANGES = 4;
    /** Depths of rows. */
    private static final int BLOCK = 0;
    private static final int STEP = 1;

    private Pages pages;
    private Composite page;
    private Tree tree;
    private final TreeColumnLayout layout = new TreeColumnLayout();
    private Optional<Session> session = Optional.empty();
    private Optional<StepLines> told = Optional.empty();
    private List<Moment> history = List.of();
    private StepBlocks blocks = new StepBlocks(0);

    @Override
    public void createPartControl(Composite parent) {
        parent.setLayout(new FillLayout());
        pages = new Pages(parent, getSite(), Messages.steps_empty);
        page = new Composite(pages.control(), SWT.NONE);
        tree = new Tree(page, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        tree.setHeaderVisible(true);
        page.setLayout(layout);
        column(Messages.steps_step, 10);
        column(Messages.steps_who, 14);
        column(Messages.steps_where, 20);
        column(Messages.steps_statement, 42);
        column(Messages.steps_changes, 44);
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.Selection, event -> chosen((TreeItem) event.item));
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(pages.control(), "org.xstate.ui.help.timeline");
        new Follower(pages.control(), this::show);
    }

    private void column(String name, int weight) {
        TreeColumn column = new TreeColumn(tree, SWT.LEFT);
        column.setText(name);
        layout.setColumnData(column, new ColumnWeightData(weight, em() * 4));
    }

    private int em() {
        return tree.getFont().getFontData()[0].getHeight();
    }

    /** Names of blocks, and numbers of steps below them, are wider than numbers alone. */
    private void widen() {
        layout.setColumnData(tree.getColumn(0), new ColumnWeightData(10, em() * (blocks.has() ? 13 : 4)));
        page.layout();
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        switch (depth(item)) {
            case BLOCK -> block(item, event.index);
            case STEP -> step(item, blocks.has()
                    ? blocks.first(tree.indexOf(item.getParentItem())) + event.index
                    : event.index + 1);
            default -> {
                int step = ((Position) item.getParentItem().getData()).step();
                line(item, "", "", told.orElseThrow().of(history, step).get(event.index));
            }
        }
    }

    /** {@link #BLOCK}, {@link #STEP}, or more for a line of a step. */
    private int depth(TreeItem item) {
        int depth = blocks.has() ? BLOCK : STEP;
        for (TreeItem at = item.getParentItem(); at != null; at = at.getParentItem()) {
            depth++;
        }
        return depth;
    }

    private void block(TreeItem item, int number) {
        int first = blocks.first(number);
        int last = blocks.last(number);
        item.setText(NLS.bind(Messages.steps_block, "%,d".formatted(first), "%,d".formatted(last)));
        item.setItemCount(last - first + 1);
    }

    private void step(TreeItem item, int step) {
        List<StepLines.Line> lines = told.orElseThrow().of(history, step);
        StepLines.Line first = lines.getFirst();
        String cpu = first.actor().cpu().isPresent() ? "CPU" + first.actor().cpu().getAsInt() + "  " : "";
        line(item, Integer.toString(step), cpu + first.actor().text(), first);
        // what the step as a whole did is seen without opening it
        item.setText(CHANGES, lines.stream().map(StepsView::changes).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("   ")));
        item.setItemCount(lines.size() > 1 ? lines.size() : 0);
    }

    private static String changes(StepLines.Line line) {
        return line.text().changes().stream().map(Change::text).collect(Collectors.joining("   "));
    }

    private static void line(TreeItem item, String step, String who, StepLines.Line line) {
        item.setText(new String[]{step, who, line.text().place(), line.text().statement(), changes(line)});
        item.setData(line.end());
    }

    private void chosen(TreeItem item) {
        if (session.isEmpty() || !(item.getData() instanceof Position place)) {
            return;
        }
        Position target = depth(item) == STEP ? StepLines.end(history, place.step()) : place;
        session.get().moveTo(target);
        String where = item.getText(2);
        int colon = where.lastIndexOf(':');
        if (colon > 0) {
            Linked.publish(this, new Linked.Subject.Line(where.substring(0, colon),
                    Integer.parseInt(where.substring(colon + 1))));
        }
    }

    private void show(Optional<Session> shown, boolean another) {
        if (!session.equals(shown)) {
            told = shown.map(one -> new StepLines(one.scenario()));
        }
        session = shown;
        if (another) {
            history = shown.map(one -> one.read(Simulation::history)).orElse(List.of());
            blocks = new StepBlocks(Math.max(0, history.size() - 1));
            tree.setItemCount(0);
            tree.setItemCount(blocks.roots());
            widen();
        }
        shown.map(Session::position).ifPresent(this::reveal);
        if (shown.isEmpty()) {
            pages.showWelcome();
        } else {
            pages.show(page);
        }
        setContentDescription(shown.map(Session::label).orElse(""));
    }

    private void reveal(Position place) {
        if (place.step() == 0 || place.step() > blocks.steps()) {
            tree.deselectAll();
            return;
        }
        List<Integer> path = blocks.path(place.step());
        TreeItem item = tree.getItem(path.getFirst());
        if (blocks.has()) {
            block(item, path.getFirst());
            item.setExpanded(true);
            item = item.getItem(path.getLast());
        }
        boolean inside = tree.getSelectionCount() == 1 && item == tree.getSelection()[0].getParentItem();
        if (!inside) {
            tree.setSelection(item);
        }
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Exportable.class
                ? adapter.cast(new StepsExport(session, history))
                : super.getAdapter(adapter);
    }

    @Override
    public void setFocus() {
        pages.focus(page, tree);
    }
}
