package org.xstate.ui.images.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.image.Patch;

/** A change of bytes, to be done, undone and done again. What is typed byte after byte becomes one. */
final class PatchOperation extends AbstractOperation {

    private static final int LONGEST = 16;

    private final ImageModel model;
    private final List<Patch> patches;
    private final boolean typed;

    PatchOperation(ImageModel model, String label, List<Patch> patches, boolean typed, IUndoContext context) {
        super(label);
        this.model = model;
        this.patches = new ArrayList<>(patches);
        this.typed = typed;
        addContext(context);
    }

    /** Takes over a byte that was typed at the end of these, or over the last of them; it has been applied. */
    boolean extend(Patch next) {
        Patch last = patches.getLast();
        boolean same = last.offset() == next.offset();
        if (!typed || !same && last.offset() + 1 != next.offset() || patches.size() >= LONGEST) {
            return false;
        }
        if (same) {
            patches.set(patches.size() - 1, new Patch(last.offset(), last.before(), next.after()));
        } else {
            patches.add(next);
            setLabel(NLS.bind(Messages.edit_typeSome, patches.size(),
                    "0x" + Long.toHexString(patches.getFirst().offset())));
        }
        return true;
    }

    @Override
    public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
        model.apply(patches);
        return Status.OK_STATUS;
    }

    @Override
    public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
        return execute(monitor, info);
    }

    @Override
    public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
        model.apply(patches.reversed().stream().map(Patch::inverse).toList());
        return Status.OK_STATUS;
    }
}
