package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.IUndoableOperation;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.commands.operations.OperationHistoryFactory;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.image.ImageEdit;
import org.xstate.analysis.image.ImageEdits;
import org.xstate.analysis.image.ImageFile;
import org.xstate.analysis.image.Patch;

/** Changes of an editor's file through the platform's history, so that Edit &gt; Undo names and takes them back. */
final class Edits {

    private final ImageModel model;
    private final IUndoContext context;
    private final IOperationHistory history = OperationHistoryFactory.getOperationHistory();

    Edits(ImageModel model, String name) {
        this.model = model;
        this.context = new ObjectUndoContext(this, name);
    }

    IUndoContext context() {
        return context;
    }

    /** Nothing can be undone any more. */
    void clear() {
        history.dispose(context, true, true, false);
    }

    void dispose() {
        history.dispose(context, true, true, true);
    }

    /** @return why it was not done; empty if it was, or changes nothing */
    Optional<String> perform(String label, List<ImageEdit> edits) {
        return switch (model.plan(edits)) {
            case ImageEdits.Outcome.Refused(String reason) -> Optional.of(reason);
            case ImageEdits.Outcome.Changed(List<Patch> patches) -> {
                if (!patches.isEmpty()) {
                    run(new PatchOperation(model, label, patches, false, context));
                }
                yield Optional.empty();
            }
        };
    }

    /** Changes as they are, of the file. */
    void perform(String label, List<Patch> patches, boolean typed) {
        run(new PatchOperation(model, label, patches, typed, context));
    }

    /** A byte of the image that the user typed. @param offset from the image's first byte */
    Optional<String> type(int offset, byte value) {
        Optional<Shown> shown = model.shown();
        if (shown.isEmpty() || shown.get().place().isEmpty() || !model.file().orElseThrow().isChangeable()) {
            return Optional.of(Messages.edit_readOnly);
        }
        ImageFile file = model.file().orElseThrow();
        long at = shown.get().place().getAsLong() + offset;
        Patch patch = new Patch(at, file.bytes(at, 1), new byte[]{value});
        if (!patch.changes()) {
            return Optional.empty();
        }
        IUndoableOperation last = history.getUndoOperation(context);
        boolean nothingUndone = history.getRedoOperation(context) == null;
        if (last instanceof PatchOperation typing && nothingUndone && typing.extend(patch)) {
            model.apply(List.of(patch));
            history.operationChanged(last);
        } else {
            run(new PatchOperation(model, NLS.bind(Messages.edit_type, "0x" + Integer.toHexString(offset)),
                    List.of(patch), true, context));
        }
        return Optional.empty();
    }

    private void run(PatchOperation operation) {
        try {
            history.execute(operation, null, null);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
