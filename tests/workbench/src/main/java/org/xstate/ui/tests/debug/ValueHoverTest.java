package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Ui;

/** What is said about a name while an execution stands: its value there, too. */
class ValueHoverTest {

    private static final String SEED = "examples/seed/begin-finish.c";

    @AfterEach
    void end() {
        Debugging.clear();
        Ui.on(() -> Ui.page().closeAllEditors(false));
        Ui.settle();
    }

    /** As the platform asks when the mouse rests: not on the thread of the user interface. */
    private static String said(ITextEditor editor, String name) {
        SourceViewer viewer = (SourceViewer) Ui.on(() -> editor.getAdapter(ITextOperationTarget.class));
        int offset = Ui.on(() -> viewer.getDocument().get().indexOf(name)) + 1;
        ITextHover hover = Ui.on(() -> {
            var method = org.eclipse.jface.text.TextViewer.class.getDeclaredMethod("getTextHover", int.class,
                    int.class);
            method.setAccessible(true);
            return (ITextHover) method.invoke(viewer, offset, 0);
        });
        IRegion region = Ui.on(() -> hover.getHoverRegion(viewer, offset));
        return String.valueOf(((ITextHoverExtension2) hover).getHoverInfo2(viewer, region));
    }

    @Test
    void aNameHasItsValueWhileASessionStandsInItsFunction() throws Exception {
        ITextEditor editor = (ITextEditor) Ui.edit(Debugging.file(SEED));
        String use = "xfeatures |=";
        assertFalse(said(editor, use).contains("now "), said(editor, use));
        IDebugTarget target = Debugging.seed();
        Ui.on(() -> {
            var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            editor.selectAndReveal(document.getLineOffset(36), 0);
            Optional.ofNullable(Adapters.adapt(editor, IRunToLineTarget.class)).orElseThrow().runToLine(
                    editor,
                    editor.getSelectionProvider().getSelection(), target);
            return null;
        });
        Debugging.stands(target);
        // docs/cli.md: print xsave->header.xfeatures says 0x400 at line 37
        assertTrue(said(editor, use).contains("now xsave-&gt;header.xfeatures = 0x400"), said(editor, use));
        // begin_update_one_xsave_feature has returned: its parameters have no value
        assertFalse(said(editor, "full)\n{").contains("now "), said(editor, "full)\n{"));
        Ui.on(() -> {
            editor.getDocumentProvider().getDocument(editor.getEditorInput()).replace(0, 0, "\n");
            return null;
        });
        Ui.settle();
        assertFalse(said(editor, use).contains("now "), "another text than the one that is executed");
    }
}
