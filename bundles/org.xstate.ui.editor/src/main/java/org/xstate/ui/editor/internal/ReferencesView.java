package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.json.SourceJson;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.source.SourceSearch.Hit;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.SourceIndex;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;

/** Places where a name stands, by file; Enter or a double click goes to one. */
public final class ReferencesView extends ViewPart implements Exportable {

    static final String ID = "org.xstate.ui.editor.references";

    private TreeViewer viewer;
    private List<Hit> hits = List.of();
    private Optional<SourceIndex> index = Optional.empty();
    private String name = "";

    /** A file with its places. */
    private record Group(String file, List<Hit> lines) implements FileGroups.Group {
    }

    @Override
    public void createPartControl(Composite parent) {
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new FileGroups());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        viewer.getTree().setToolTipText(Messages.references_tip);
        viewer.addOpenListener(event -> open((IStructuredSelection) event.getSelection()));
        getSite().setSelectionProvider(viewer);
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.xstate.ui.help.editor");
        setContentDescription(Messages.references_empty);
    }

    void begin(String wanted) {
        name = wanted;
        hits = List.of();
        viewer.setInput(List.of());
        setContentDescription(NLS.bind(Messages.references_job, wanted));
    }

    /** On any thread. */
    void show(String wanted, SourceIndex known, List<Hit> found) {
        Map<String, List<Hit>> byFile = new LinkedHashMap<>();
        // what can be changed comes before what comes with the program
        found.stream().filter(hit -> !known.isLibrary(hit.occurrence().file()))
                .forEach(hit -> add(byFile, hit));
        found.stream().filter(hit -> known.isLibrary(hit.occurrence().file()))
                .forEach(hit -> add(byFile, hit));
        List<Group> groups = new ArrayList<>();
        byFile.forEach((file, all) -> groups.add(new Group(file, all)));
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            if (!viewer.getControl().isDisposed()) {
                name = wanted;
                index = Optional.of(known);
                hits = found;
                viewer.setInput(groups);
                viewer.expandAll();
                setContentDescription(NLS.bind(Messages.references_found,
                        new Object[]{wanted, found.size(), groups.size()}));
            }
        });
    }

    private static void add(Map<String, List<Hit>> byFile, Hit hit) {
        byFile.computeIfAbsent(hit.occurrence().file(), _ -> new ArrayList<>()).add(hit);
    }

    private void open(IStructuredSelection selection) {
        Optional<Hit> hit = selection.getFirstElement() instanceof Hit one
                ? Optional.of(one)
                : selection.getFirstElement() instanceof Group group
                        ? group.lines().stream().findFirst()
                        : Optional.empty();
        hit.ifPresent(
                one -> Navigation.open(getSite().getPage(), index.orElseThrow(), one.occurrence().file(),
                        one.occurrence().offset(), one.occurrence().length()));
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == Exportable.class ? adapter.cast(this) : super.getAdapter(adapter);
    }

    @Override
    public Optional<String> text() {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional
                        .of(String
                                .join("\n",
                                        hits.stream()
                                                .map(hit -> "%s:%d:%d: %s".formatted(hit.occurrence().file(),
                                                        hit.line(), hit.column(), hit.text()))
                                                .toList())
                                + "\n");
    }

    @Override
    public Optional<String> json() {
        return hits.isEmpty() ? Optional.empty() : Optional.of(SourceJson.references(name, hits));
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    @Override
    public String command() {
        return "xstate source references FILE:LINE:COLUMN";
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            return switch (element) {
                case Group(String file, List<Hit> all) -> new StyledString(file)
                        .append(NLS.bind(Messages.references_count, all.size()), StyledString.COUNTER_STYLER);
                case Hit hit ->
                    new StyledString(hit.line() + ": ", StyledString.QUALIFIER_STYLER).append(hit.text())
                            .append(use(hit.occurrence().use()), StyledString.DECORATIONS_STYLER);
                default -> new StyledString();
            };
        }

        private static String use(Occurrence.Use use) {
            return switch (use) {
                case DECLARATION -> "  " + Messages.use_declaration;
                case WRITE -> "  " + Messages.use_write;
                case READ, CALL -> "";
            };
        }

        @Override
        public Image getImage(Object element) {
            return element instanceof Hit hit
                    ? Pictures.of(hit.occurrence().kind().id())
                    : Pictures.image("model");
        }
    }
}
