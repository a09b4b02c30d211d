package org.xstate.ui.images.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;
import org.xstate.analysis.diff.DiffReport;
import org.xstate.analysis.image.ByteDifferences;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.json.DiffJson;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.text.DiffText;
import org.xstate.analysis.text.Style;
import org.xstate.api.Contributions;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.images.internal.hex.HexContent;
import org.xstate.ui.images.internal.hex.HexView;

/** Two images compared: by what a restore would load, and byte by byte. */
public final class CompareEditor extends EditorPart implements ImageEditorActions.Acting {

    public static final String ID = "org.xstate.ui.images.compare";

    /** What was found out. */
    record Compared(CompareSide left, CompareSide right, Optional<DiffReport> report, ByteDifferences bytes) {
    }

    private Contributed contributed;
    private Contributions contributions;
    private Composite all;
    private Label verdict;
    private Combo leftImages;
    private Combo rightImages;
    private DifferencesTable table;
    private HexView leftBytes;
    private HexView rightBytes;
    private Optional<Compared> compared = Optional.empty();

    /** Bytes of one side; those that the other has not stand out. */
    private record Bytes(MemorySegment area, BitSet different) implements HexContent {

        @Override
        public int size() {
            return (int) area.byteSize();
        }

        @Override
        public byte at(int offset) {
            return area.get(ValueLayout.JAVA_BYTE, offset);
        }

        @Override
        public boolean isMarked(int offset) {
            return different.get(offset);
        }
    }

    static void open(IWorkbenchPage page, CompareInput input) {
        try {
            page.openEditor(input, ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        contributed = Contributed.open();
        contributions = contributed.current()
                .orElseThrow(() -> new PartInitException(Messages.open_noRegistry));
    }

    private CompareInput input() {
        return (CompareInput) getEditorInput();
    }

    @Override
    public void createPartControl(Composite parent) {
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(6, 4).applyTo(all);
        leftImages = images(Messages.compare_left);
        rightImages = images(Messages.compare_right);
        verdict = new Label(all, SWT.WRAP);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, false).applyTo(verdict);
        SashForm sash = new SashForm(all, SWT.VERTICAL);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, true).applyTo(sash);
        table = new DifferencesTable(sash, this::reveal);
        SashForm bytes = new SashForm(sash, SWT.HORIZONTAL);
        leftBytes = new HexView(bytes);
        rightBytes = new HexView(bytes);
        leftBytes.onScroll(rightBytes::scrollTo);
        rightBytes.onScroll(leftBytes::scrollTo);
        leftBytes.onSelect(span -> across(span, true));
        rightBytes.onSelect(span -> across(span, false));
        sash.setWeights(45, 55);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(all, "org.xstate.ui.help.images");
        compare(input().left().index(), input().right().index());
    }

    private Combo images(String label) {
        Label text = new Label(all, SWT.NONE);
        text.setText(label);
        Combo combo = new Combo(all, SWT.READ_ONLY);
        combo.setVisibleItemCount(25);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection,
                event -> compare(leftImages.getSelectionIndex(), rightImages.getSelectionIndex()));
        return combo;
    }

    private void compare(int left, int right) {
        ViewJobs.run(Messages.job_compare, all, () -> compared(left, right), this::show);
    }

    private Compared compared(int leftIndex, int rightIndex) {
        CompareSide left = CompareSide.read(input().left(), leftIndex, contributions);
        CompareSide right = CompareSide.read(input().right(), rightIndex, contributions);
        if (left.thread().isEmpty() || right.thread().isEmpty()) {
            return new Compared(left, right, Optional.empty(),
                    new ByteDifferences(new BitSet(), new BitSet()));
        }
        List<ResolvedImage> a = List.of(left.thread().get().resolved());
        List<ResolvedImage> b = List.of(right.thread().get().resolved());
        DiffReport report = DiffReport.of(left.name(), a, right.name(), b, contributions.features());
        return new Compared(left, right, Optional.of(report),
                ByteDifferences.of(left.map(), left.area(), right.map(), right.area()));
    }

    private void show(Compared now) {
        compared = Optional.of(now);
        fill(leftImages, now.left());
        fill(rightImages, now.right());
        List<String> refused = new ArrayList<>();
        for (CompareSide side : List.of(now.left(), now.right())) {
            side.refusal().forEach(finding -> refused.add(side.name() + ": " + finding.message()));
        }
        verdict.setText(
                now.report().map(report -> DiffText.verdict(report, Style.PLAIN).replaceAll(" {2,}", ": "))
                        .orElseGet(() -> String.join("; ", refused)));
        table.show(now.report().stream().flatMap(report -> report.pairs().stream()).toList(),
                contributions.features());
        verdict.setText(now.report().map(this::verdict).orElseGet(() -> String.join("; ", refused)));
        bytes(leftBytes, now.left(), now.bytes().left());
        bytes(rightBytes, now.right(), now.bytes().right());
        all.layout(true, true);
    }

    /** {@code DIFFERENT: 45 fields; 2 differences in representation only}. */
    private String verdict(DiffReport report) {
        String word = DiffText.verdict(report, Style.PLAIN).replaceAll(" {2,}.*", "");
        long fields = table.rows().stream().filter(DifferencesTable.Row::meaning).count();
        return NLS.bind(Messages.compare_verdict, new Object[]{word, fields, table.rows().size() - fields});
    }

    private static void fill(Combo combo, CompareSide side) {
        combo.setItems(side.labels().stream().map(label -> side.from().name() + ", " + label)
                .toArray(String[]::new));
        combo.select(side.index());
    }

    private static void bytes(HexView view, CompareSide side, BitSet different) {
        view.show(side.thread().isEmpty() ? HexContent.EMPTY : new Bytes(side.area(), different),
                AreaContent.bands(side.map()));
        view.names(offset -> side.map().at(offset).map(place -> place.field()
                .map(field -> field.decoded().name() + ", ").orElse("") + place.part().name()).orElse(""));
    }

    /** Shows a difference in the bytes of both. @param field name of a field, or of what differs */
    private void reveal(DifferencesTable.Row row) {
        compared.ifPresent(now -> {
            reveal(leftBytes, now.left().map(), row);
            reveal(rightBytes, now.right().map(), row);
        });
    }

    private static void reveal(HexView view, ImageMap map, DifferencesTable.Row row) {
        List<Span> spans = map.field(row.field()).flatMap(ImageMap.Place::field).map(ImageMap.Field::spans)
                .filter(found -> !found.isEmpty())
                .or(() -> row.component().stream().mapToObj(map::component).flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(ImageMap.Part::span).map(List::of))
                .orElse(List.of());
        view.mark(spans);
        spans.stream().findFirst().ifPresent(view::select);
    }

    /** The same part's bytes on the other side. */
    private void across(Span span, boolean fromLeft) {
        compared.ifPresent(now -> {
            ImageMap own = fromLeft ? now.left().map() : now.right().map();
            ImageMap other = fromLeft ? now.right().map() : now.left().map();
            HexView view = fromLeft ? rightBytes : leftBytes;
            own.at(span.offset()).map(ImageMap.Place::part).flatMap(part -> part.span().flatMap(mine -> other
                    .parts()
                    .stream()
                    .filter(one -> one.component().equals(part.component()) && one.kind() == part.kind()
                            && one.name().equals(part.name()))
                    .findFirst().flatMap(ImageMap.Part::span)
                    .filter(theirs -> theirs.length() > span.offset() - mine.offset())
                    .map(theirs -> new Span(theirs.offset() + span.offset() - mine.offset(), span.length()))))
                    .ifPresent(view::select);
        });
    }

    /** Next and previous difference, by the platform's keys for going through what was found. */
    @Override
    public Map<String, IAction> actions() {
        return Map.of(ActionFactory.NEXT.getId(), new Run(Messages.compare_next, () -> table.step(1)),
                ActionFactory.PREVIOUS.getId(), new Run(Messages.compare_previous, () -> table.step(-1)));
    }

    DifferencesTable table() {
        return table;
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == Exportable.class
                ? type.cast(new Export(compared, contributions, input()))
                : super.getAdapter(type);
    }

    private record Export(Optional<Compared> compared, Contributions contributions, CompareInput input)
            implements Exportable {

        @Override
        public Optional<String> text() {
            return compared.flatMap(Compared::report).map(report -> String.join("\n",
                    DiffText.lines(report, contributions.features(), Style.PLAIN)) + "\n");
        }

        @Override
        public Optional<String> json() {
            return compared.flatMap(Compared::report).map(report -> DiffJson.document(report) + "\n");
        }

        @Override
        public Optional<Picture> picture() {
            return Optional.empty();
        }

        @Override
        public String command() {
            return "xstate diff %s %s%s".formatted(input.left().path(), input.right().path(), compared
                    .map(now -> thread(" --thread-a ", now.left()) + thread(" --thread-b ", now.right()))
                    .orElse(""));
        }

        private static String thread(String option, CompareSide side) {
            return side.labels().size() < 2
                    ? ""
                    : option + side.thread().map(one -> one.resolved().record().lwp().orElse(side.index()))
                            .orElse(0L);
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("a comparison is never dirty");
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("a comparison is never saved");
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        if (contributed != null) {
            contributed.close();
        }
        super.dispose();
    }
}
