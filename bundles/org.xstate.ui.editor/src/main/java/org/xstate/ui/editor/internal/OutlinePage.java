package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.xstate.model.index.SourceOutline;
import org.xstate.model.index.SourceOutline.Node;
import org.xstate.model.index.Symbol;
import org.xstate.model.index.SymbolKind;

/** Scenarios with their tasks, functions, knobs and properties of the file, linked with the caret. */
final class OutlinePage extends ContentOutlinePage {

    private final ModelCEditor editor;
    private List<Node> roots = List.of();
    private boolean following;

    OutlinePage(ModelCEditor editor) {
        this.editor = editor;
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer viewer = getTreeViewer();
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new Labels());
        viewer.setComparer(new SameDeclaration());
        viewer.setUseHashlookup(true);
        viewer.getTree().setToolTipText(Messages.outline_tip);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(viewer.getControl(), "org.xstate.ui.help.editor");
        editor.snapshot().ifPresent(this::show);
    }

    /** Items are made anew only where something was declared, renamed or taken away: most changes are inside of functions. */
    void show(Snapshot snapshot) {
        TreeViewer viewer = getTreeViewer();
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        List<Node> nodes = SourceOutline.of(snapshot.index(), snapshot.file().name());
        boolean same = shape(nodes).equals(shape(roots));
        roots = nodes;
        if (viewer.getInput() == null) {
            viewer.setInput(this);
            nodes.stream().filter(node -> node.symbol().kind() == SymbolKind.SCENARIO)
                    .forEach(node -> viewer.setExpandedState(node, true));
        } else if (!same) {
            viewer.getControl().setRedraw(false);
            viewer.refresh(true);
            viewer.getControl().setRedraw(true);
        }
        reveal(editor.caret());
    }

    private static List<String> shape(List<Node> nodes) {
        return nodes.stream().map(node -> node.symbol().key() + node.symbol().type() + shape(node.children()))
                .toList();
    }

    /** A declaration stays the same when it moves. */
    private static final class SameDeclaration implements IElementComparer {
        @Override
        public boolean equals(Object a, Object b) {
            return a instanceof Node one && b instanceof Node other
                    ? name(one).equals(name(other))
                    : a.equals(b);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof Node node ? name(node).hashCode() : element.hashCode();
        }

        private static String name(Node node) {
            return node.symbol().key() + node.symbol().defining();
        }
    }

    /** As it is in the text now. */
    private static Optional<Node> current(List<Node> nodes, Node wanted) {
        SameDeclaration comparer = new SameDeclaration();
        return nodes.stream().flatMap(node -> comparer.equals(node, wanted)
                ? Optional.of(node).stream()
                : current(node.children(), wanted).stream()).findFirst();
    }

    /** Selects what the caret is in. */
    void reveal(int caret) {
        TreeViewer viewer = getTreeViewer();
        if (viewer == null || viewer.getControl().isDisposed() || viewer.getControl().isFocusControl()) {
            return;
        }
        Optional<Node> innermost = innermost(roots, caret);
        following = true;
        viewer.setSelection(innermost.<StructuredSelection>map(StructuredSelection::new)
                .orElse(StructuredSelection.EMPTY), true);
        following = false;
    }

    private static Optional<Node> innermost(List<Node> nodes, int caret) {
        for (Node node : nodes) {
            Optional<Node> inner = innermost(node.children(), caret);
            if (inner.isPresent()) {
                return inner;
            }
            if (node.symbol().begin() <= caret && caret <= node.symbol().end()) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    @Override
    public void selectionChanged(SelectionChangedEvent event) {
        super.selectionChanged(event);
        if (!following && getTreeViewer().getControl().isFocusControl()
                && event.getSelection() instanceof IStructuredSelection chosen
                && chosen.getFirstElement() instanceof Node node) {
            current(roots, node).map(Node::symbol)
                    .ifPresent(symbol -> editor.selectAndReveal(symbol.offset(), symbol.name().length()));
        }
    }

    private final class Content implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return roots.toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Node) parent).children().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Node) element).children().isEmpty();
        }
    }

    private static final class Labels extends LabelProvider {
        @Override
        public String getText(Object element) {
            Symbol symbol = ((Node) element).symbol();
            return switch (symbol.kind()) {
                case HOOK_PART -> symbol.container() + ": " + symbol.name();
                case FUNCTION, HOOK -> symbol.name() + "()" + type(symbol);
                case VARIABLE, PER_CPU, POOL, MEMBER -> symbol.name() + type(symbol);
                default -> symbol.name();
            };
        }

        private static String type(Symbol symbol) {
            return symbol.type().isKnown() ? " : " + symbol.type().text() : "";
        }

        @Override
        public Image getImage(Object element) {
            return Pictures.of(((Node) element).symbol().kind().id());
        }
    }
}
