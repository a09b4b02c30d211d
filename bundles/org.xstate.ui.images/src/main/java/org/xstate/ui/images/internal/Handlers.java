package org.xstate.ui.images.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Commands of the editor that have keys, and the navigator's comparison. */
public final class Handlers {

    private Handlers() {
    }

    /** A command of the active image editor. */
    abstract static class OfEditor extends AbstractHandler {

        private final Consumer<ImageActions> run;

        OfEditor(Consumer<ImageActions> run) {
            this.run = run;
        }

        @Override
        public Object execute(ExecutionEvent event) {
            if (HandlerUtil.getActiveEditor(event) instanceof ImageEditor editor) {
                editor.own().ifPresent(run);
            }
            return null;
        }
    }

    /** Go to an offset. */
    public static final class GoTo extends OfEditor {
        public GoTo() {
            super(ImageActions::goTo);
        }
    }

    /** Find the same bytes again. */
    public static final class FindNext extends OfEditor {
        public FindNext() {
            super(ImageActions::findNext);
        }
    }

    /** Offsets in the other base. */
    public static final class Offsets extends OfEditor {
        public Offsets() {
            super(ImageActions::toggleOffsets);
        }
    }

    /** Two files that are selected. */
    public static final class CompareEachOther extends AbstractHandler {

        @Override
        public Object execute(ExecutionEvent event) {
            if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
                List<Path> files = Stream.of(selection.toArray())
                        .flatMap(one -> Optional.ofNullable(Adapters.adapt(one, IFile.class)).stream())
                        .map(file -> Path.of(file.getLocation().toOSString())).toList();
                if (files.size() == 2) {
                    CompareEditor.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(),
                            new CompareInput(
                                    new CompareInput.Side(files.get(0), 0, Optional.empty()),
                                    new CompareInput.Side(files.get(1), 0, Optional.empty())));
                }
            }
            return null;
        }
    }
}
