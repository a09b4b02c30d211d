package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.TreeViewerEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.image.ImageMap;

/** Parts of the image and their fields. Selecting tells where they are; a double click, F2 or Enter changes a value. */
final class FieldTree {

    private static final int MOST_EXPANDED = 32;

    private final Composite holder;
    private final TreeViewer viewer;
    private final Content content = new Content();
    private Consumer<Node> selected = node -> {
    };
    private boolean quiet;

    FieldTree(Composite parent, ValueEditing.Setter setter) {
        holder = new Composite(parent, SWT.NONE);
        TreeColumnLayout layout = new TreeColumnLayout();
        holder.setLayout(layout);
        viewer = new TreeViewer(holder,
                SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTree().setHeaderVisible(true);
        viewer.setUseHashlookup(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        PixelConverter pixels = new PixelConverter(viewer.getTree());
        column(layout, Messages.column_name, characters(pixels, 18), SWT.LEFT, NodeText::name);
        TreeViewerColumn value = column(layout, Messages.column_value, new ColumnWeightData(50, true),
                SWT.LEFT,
                NodeText::value);
        column(layout, Messages.column_meaning, new ColumnWeightData(50, true), SWT.LEFT, NodeText::meaning);
        column(layout, Messages.column_offset, characters(pixels, 8), SWT.RIGHT, NodeText::offset);
        column(layout, Messages.column_bits, characters(pixels, 8), SWT.RIGHT, NodeText::bits);
        value.setEditingSupport(new ValueEditing(viewer, setter));
        viewer.setContentProvider(content);
        viewer.setInput(content);
        activation();
        viewer.addSelectionChangedListener(event -> {
            if (!quiet) {
                first().ifPresent(selected);
            }
        });
        viewer.addDoubleClickListener(event -> first().filter(node -> node instanceof Node.OfPart)
                .ifPresent(node -> viewer.setExpandedState(node, !viewer.getExpandedState(node))));
    }

    private void activation() {
        var strategy = new ColumnViewerEditorActivationStrategy(viewer) {
            @Override
            protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                return event.eventType == ColumnViewerEditorActivationEvent.MOUSE_DOUBLE_CLICK_SELECTION
                        || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC
                        || event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED
                                && (event.keyCode == SWT.F2 || event.keyCode == SWT.CR);
            }
        };
        TreeViewerEditor.create(viewer, strategy, ColumnViewerEditor.KEYBOARD_ACTIVATION);
        viewer.getTree().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F2 || event.keyCode == SWT.CR) {
                first().filter(node -> node instanceof Node.OfField)
                        .ifPresent(node -> viewer.editElement(node, 1));
            }
        });
    }

    private static ColumnLayoutData characters(PixelConverter pixels, int count) {
        return new ColumnPixelData(pixels.convertWidthInCharsToPixels(count), true);
    }

    private TreeViewerColumn column(TreeColumnLayout layout, String title, ColumnLayoutData width, int style,
            java.util.function.Function<Node, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, style);
        column.getColumn().setText(title);
        column.getColumn().setResizable(true);
        layout.setColumnData(column.getColumn(), width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Node) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return NodeText.tip((Node) element);
            }
        });
        return column;
    }

    Composite control() {
        return holder;
    }

    TreeViewer viewer() {
        return viewer;
    }

    void onSelect(Consumer<Node> told) {
        selected = told;
    }

    private Optional<Node> first() {
        return Optional.ofNullable((Node) viewer.getStructuredSelection().getFirstElement());
    }

    List<Node> selection() {
        return Stream.of(viewer.getStructuredSelection().toArray()).map(Node.class::cast).toList();
    }

    /** Shows an image; what was expanded and selected stays so as far as it is there. */
    void show(ImageMap map) {
        boolean fresh = content.shown.isEmpty();
        if (map.parts().equals(content.parts)) {
            return;
        }
        content.parts = map.parts();
        content.shown = Node.of(map);
        quiet = true;
        viewer.getTree().setRedraw(false);
        try {
            viewer.refresh();
            if (fresh) {
                for (Node node : content.shown) {
                    viewer.setExpandedState(node, node.part().mark() == ImageMap.Mark.IN_USE
                            && node.children().size() <= MOST_EXPANDED);
                }
            }
        } finally {
            viewer.getTree().setRedraw(true);
            quiet = false;
        }
    }

    void clear() {
        content.parts = List.of();
        content.shown = List.of();
        viewer.refresh();
    }

    /** Selects without telling the listener. */
    void select(Node node) {
        quiet = true;
        try {
            viewer.setSelection(new StructuredSelection(node), true);
        } finally {
            quiet = false;
        }
    }

    private static final class Content implements ITreeContentProvider {

        private List<ImageMap.Part> parts = List.of();
        private List<Node> shown = List.of();

        @Override
        public Object[] getElements(Object input) {
            return shown.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Node) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Node.OfField field ? new Node.OfPart(field.part()) : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Node) element).children().isEmpty();
        }
    }
}
