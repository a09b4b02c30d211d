package org.xstate.ui.images.internal;

import java.util.Map;

import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Gives Edit &gt; Undo, Copy, Find and their like to the editor that is active. */
public final class ImageEditorActions extends EditorActionBarContributor {

    /** An editor with such actions. */
    interface Acting {
        /** By the platform's name of the action. */
        Map<String, IAction> actions();
    }

    @Override
    public void setActiveEditor(IEditorPart editor) {
        if (editor instanceof Acting acting) {
            acting.actions().forEach(getActionBars()::setGlobalActionHandler);
            getActionBars().updateActionBars();
        }
    }
}
