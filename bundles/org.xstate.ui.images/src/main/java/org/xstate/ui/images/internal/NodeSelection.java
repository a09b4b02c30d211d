package org.xstate.ui.images.internal;

import java.util.Optional;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.xstate.analysis.image.ImageMap;

/** What is selected in the editor, for the properties view and for commands. */
final class NodeSelection implements ISelectionProvider {

    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    void select(Node node) {
        setSelection(new StructuredSelection(node));
    }

    /** The same thing with the value that it has now. */
    void refresh(Optional<ImageMap> map) {
        if (selection instanceof StructuredSelection one && one.getFirstElement() instanceof Node node) {
            setSelection(map.flatMap(now -> Node.of(now).stream()
                    .flatMap(part -> java.util.stream.Stream.concat(java.util.stream.Stream.of(part),
                            part.children().stream()))
                    .filter(node::equals).findFirst()).map(StructuredSelection::new)
                    .orElse(StructuredSelection.EMPTY));
        }
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection selected) {
        selection = selected;
        listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, selected)));
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
