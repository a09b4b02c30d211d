package org.xstate.ui.check.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.Coverage;
import org.xstate.analysis.check.PropertyAnswer;
import org.xstate.analysis.text.Amounts;
import org.xstate.check.Limit;
import org.xstate.check.Progress;
import org.xstate.ui.check.internal.Accessibles;
import org.xstate.ui.check.internal.Columns;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;

/** Files and folders that are or were checked; below each its scenarios, below each of these its properties. */
final class ChecksTree {

    /** A property of a scenario. */
    record PropertyRow(CheckedItem item, PropertyAnswer property) {
    }

    private final TreeViewer viewer;
    private final ChecksRows rows = new ChecksRows();
    private final Icons icons;

    ChecksTree(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        area.setLayout(layout);
        viewer = new TreeViewer(area,
                SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        icons = new Icons(viewer.getControl());
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new Content());
        viewer.getTree().setHeaderVisible(true);
        Accessibles.name(viewer.getTree(), Messages.checks_tree);
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, Messages.checks_name, 34, 31, SWT.LEFT, ChecksTree::name, this::icon);
        column(layout, Messages.checks_answer, 34, 31, SWT.LEFT, ChecksTree::answer,
                one -> Optional.empty());
        column(layout, Messages.checks_expected, 12, 13, SWT.LEFT, item(ChecksTree::expected),
                one -> Optional.empty());
        column(layout, Messages.checks_states, 11, 9, SWT.RIGHT,
                item(item -> count(item, item.summary().states())),
                one -> Optional.empty());
        column(layout, Messages.checks_depth, 6, 7, SWT.RIGHT, item(item -> count(item, depth(item))),
                one -> Optional.empty());
        column(layout, Messages.checks_time, 8, 8, SWT.RIGHT, ChecksTree::time, one -> Optional.empty());
        column(layout, Messages.checks_remarks, 26, 14, SWT.LEFT, item(ChecksTree::remarks),
                one -> Optional.empty());
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** @return whether everything is shown; if not, it has to be called once more */
    boolean show(List<CheckRun> runs) {
        return rows.update(viewer, runs);
    }

    private void column(TreeColumnLayout layout, String title, int weight, int least, int alignment,
            Function<Object, String> text, Function<Object, Optional<String>> icon) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        layout.setColumnData(column.getColumn(),
                new ColumnWeightData(weight, Columns.width(viewer.getTree(), least, title)));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply(element);
            }

            @Override
            public Image getImage(Object element) {
                return icon.apply(element).map(icons::image).orElse(null);
            }

            @Override
            public String getToolTipText(Object element) {
                return tip(element).orElse(null);
            }
        });
    }

    private static Function<Object, String> item(Function<CheckedItem, String> text) {
        return element -> element instanceof CheckedItem item ? text.apply(item) : "";
    }

    private static String name(Object element) {
        return switch (element) {
            case CheckRun run -> run.target().label();
            case CheckedItem item -> item.run().target().isSuite()
                    ? relative(item) + ": " + item.summary().scenario()
                    : item.summary().scenario();
            case PropertyRow row -> row.property().name();
            default -> throw new IllegalArgumentException(element.toString());
        };
    }

    private static String relative(CheckedItem item) {
        return item.run().target().path().relativize(item.file()).toString().replace('\\', '/');
    }

    private Optional<String> icon(Object element) {
        return Optional.of(switch (element) {
            case CheckRun run -> icon(run);
            case CheckedItem item -> icon(item.summary());
            case PropertyRow row -> switch (row.property().answer()) {
                case HOLDS -> Icons.HOLDS;
                case VIOLATED -> Icons.VIOLATED;
                case OPEN -> Icons.UNDECIDED;
                case UNTESTED -> Icons.UNTESTED;
            };
            default -> throw new IllegalArgumentException(element.toString());
        });
    }

    private static String icon(CheckRun run) {
        return switch (run.state()) {
            case WAITING -> Icons.WAITING;
            case RUNNING -> Icons.RUNNING;
            case CANCELLED -> Icons.CANCEL;
            case DONE -> run.items().stream().allMatch(item -> item.summary().passed())
                    ? Icons.CHECK
                    : run.items().stream().map(CheckedItem::summary).filter(one -> !one.passed())
                            .map(ChecksTree::icon).findFirst().orElse(Icons.CHECK);
        };
    }

    static String icon(CheckSummary summary) {
        return summary.verdict().map(verdict -> switch (verdict) {
            case HOLDS -> Icons.HOLDS;
            case VIOLATED -> Icons.VIOLATED;
            case UNDECIDED -> Icons.UNDECIDED;
        }).orElse(Icons.ERROR);
    }

    private static String answer(Object element) {
        return switch (element) {
            case CheckRun run -> answer(run);
            case CheckedItem item -> answer(item.summary());
            case PropertyRow row -> switch (row.property().answer()) {
                case HOLDS -> Messages.property_holds;
                case VIOLATED -> Messages.property_violated;
                case OPEN -> NLS.bind(Messages.property_open, row.item().summary().depth());
                case UNTESTED -> Messages.property_untested;
            };
            default -> throw new IllegalArgumentException(element.toString());
        };
    }

    private static String answer(CheckRun run) {
        return switch (run.state()) {
            case WAITING -> Messages.run_waiting;
            case RUNNING -> run.token().isCancelled()
                    ? Messages.run_cancelling
                    : NLS.bind(Messages.run_running, run.scenario(),
                            run.progress().map(Amounts::progress).orElse(""));
            case CANCELLED -> NLS.bind(Messages.run_cancelled, run.items().size());
            case DONE -> done(run);
        };
    }

    private static String done(CheckRun run) {
        long passed = run.items().stream().filter(item -> item.summary().passed()).count();
        return run.items().isEmpty()
                ? Messages.run_nothing
                : NLS.bind(Messages.run_done, passed, run.items().size());
    }

    private static String answer(CheckSummary summary) {
        return summary.verdict().map(verdict -> switch (verdict) {
            case HOLDS -> summary.isVacuous() ? Messages.answer_vacuous : Messages.answer_holds;
            case VIOLATED -> NLS.bind(Messages.answer_violated, summary.property().orElse(""));
            case UNDECIDED -> NLS.bind(Messages.answer_undecided, why(summary.limit()), summary.depth());
        }).orElseGet(() -> NLS.bind(Messages.answer_error, summary.error()));
    }

    private static String why(Optional<Limit> limit) {
        return limit.map(one -> switch (one) {
            case STATES -> Messages.limit_states;
            case MEMORY -> Messages.limit_memory;
            case TIME -> Messages.limit_time;
            case CANCELLED -> Messages.limit_cancelled;
        }).orElse("");
    }

    private static String expected(CheckedItem item) {
        CheckSummary summary = item.summary();
        if (summary.verdict().isEmpty()) {
            return "";
        }
        return summary.passed()
                ? Messages.expected_yes
                : summary.expected().map(name -> NLS.bind(Messages.expected_no, name))
                        .orElse(Messages.expected_holds);
    }

    private static String count(CheckedItem item, long number) {
        return item.summary().verdict().isPresent() ? "%,d".formatted(number) : "";
    }

    private static int depth(CheckedItem item) {
        return item.summary().steps() > 0 ? item.summary().steps() : item.summary().depth();
    }

    private static String time(Object element) {
        return switch (element) {
            case CheckRun run -> run.progress().map(Progress::elapsed).map(Amounts::clock).orElse("");
            case CheckedItem item -> item.summary().verdict().isPresent()
                    ? "%.2f s".formatted(item.summary().seconds())
                    : "";
            default -> "";
        };
    }

    private static String remarks(CheckedItem item) {
        List<String> remarks = new ArrayList<>();
        if (item.isOutdated()) {
            remarks.add(Messages.remark_outdated);
        }
        item.summary().coverage().ifPresent(coverage -> coverage(remarks, item.summary(), coverage));
        return String.join(", ", remarks);
    }

    private static void coverage(List<String> remarks, CheckSummary summary, Coverage coverage) {
        if (summary.isVacuous()) {
            remarks.add(Messages.remark_vacuous);
        }
        if (!coverage.boundsHit().isEmpty()) {
            remarks.add(NLS.bind(Messages.remark_bounds, String.join(", ", coverage.boundsHit())));
        }
        // a violation ends the exploration early: what it did not reach says nothing then
        if (summary.passed() && summary.property().isPresent()) {
            return;
        }
        if (!coverage.unreached().isEmpty() && summary.property().isEmpty()) {
            remarks.add(NLS.bind(Messages.remark_unreached, coverage.unreached().size(),
                    coverage.statements()));
        }
        if (!coverage.untested().isEmpty() && summary.property().isEmpty()) {
            remarks.add(NLS.bind(Messages.remark_untested, coverage.untested().size()));
        }
    }

    private static Optional<String> tip(Object element) {
        return switch (element) {
            case CheckRun run -> Optional.of(run.settings().command(run.target().label()));
            case CheckedItem item -> Optional.of(item.run().settings().command(item.summary().source()));
            case PropertyRow row -> Optional.of(row.property().sentence());
            default -> Optional.empty();
        };
    }

    /** From the model to rows. */
    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return rows.runs().toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return switch (parent) {
                case CheckRun run -> rows.items(run).toArray();
                case CheckedItem item -> item.summary().properties().stream()
                        .map(property -> new PropertyRow(item, property)).toArray();
                default -> new Object[0];
            };
        }

        @Override
        public Object getParent(Object element) {
            return switch (element) {
                case CheckedItem item -> item.run();
                case PropertyRow row -> row.item();
                default -> null;
            };
        }

        @Override
        public boolean hasChildren(Object element) {
            return getChildren(element).length > 0;
        }
    }
}
