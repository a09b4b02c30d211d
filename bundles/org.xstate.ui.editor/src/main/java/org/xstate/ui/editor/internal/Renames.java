package org.xstate.ui.editor.internal;

import java.util.Optional;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.SourceSearch;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.Renaming;

/** Asks for another name for what stands at the caret, shows what would change, and changes it. */
final class Renames {

    private Renames() {
    }

    static void ask(ModelCEditor editor) {
        Optional<Snapshot> now = editor.current();
        Optional<ModelSources> sources = Languages.sources();
        if (now.isEmpty() || sources.isEmpty()) {
            return;
        }
        Snapshot known = now.get();
        int caret = editor.caret();
        Optional<String> refusal = Renaming.refusal(known.index(), known.file().name(), caret);
        if (refusal.isPresent()) {
            editor.complain(refusal.get());
            return;
        }
        Occurrence name = known.index().at(known.file().name(), caret).orElseThrow();
        Shell shell = editor.getSite().getShell();
        RenameDialog dialog = new RenameDialog(shell, known, name,
                new SourceSearch(sources.get(), OpenTexts.now()),
                Neighbours.of(known.file()));
        if (dialog.open() == Window.OK) {
            FileEdits.apply(dialog.edits());
        }
    }
}
