package org.xstate.ui.images.internal;

import java.util.function.Consumer;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The parts of the image, in the outline. */
final class ImageOutline extends ContentOutlinePage {

    private final ImageModel model;
    private final Consumer<Node> chosen;
    private final Runnable closed;
    private boolean quiet;

    ImageOutline(ImageModel model, Consumer<Node> chosen, Runnable closed) {
        this.model = model;
        this.chosen = chosen;
        this.closed = closed;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        getTreeViewer().setContentProvider(new Flat());
        getTreeViewer().setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                Node node = (Node) element;
                String state = node.part().state();
                return NodeText.name(node) + (state.isEmpty() ? "" : "  " + state);
            }

            @Override
            public String getToolTipText(Object element) {
                return NodeText.tip((Node) element);
            }
        });
        ColumnViewerToolTipSupport.enableFor(getTreeViewer());
        refresh();
    }

    void refresh() {
        if (getTreeViewer() != null && !getControl().isDisposed()) {
            quiet = true;
            var before = getTreeViewer().getStructuredSelection();
            getTreeViewer().setInput(
                    model.shown().map(shown -> Node.of(shown.map()).toArray()).orElse(new Object[0]));
            getTreeViewer().setSelection(before);
            quiet = false;
        }
    }

    void choose(Node node) {
        if (getTreeViewer() != null && !getControl().isDisposed()) {
            quiet = true;
            getTreeViewer().setSelection(new StructuredSelection(new Node.OfPart(node.part())), true);
            quiet = false;
        }
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!quiet && event.getStructuredSelection().getFirstElement() instanceof Node node) {
            chosen.accept(node);
        }
    }

    @Override
    public void dispose() {
        closed.run();
        super.dispose();
    }

    private static final class Flat extends ArrayContentProvider implements ITreeContentProvider {

        @Override
        public Object[] getChildren(Object parent) {
            return new Object[0];
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return false;
        }
    }
}
