package org.xstate.ui.workbench.internal.recovery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.Recoverable;

/** What dirty editors hold, seen on the thread of the user interface. */
final class DirtyEditors {

    /** The content that was taken last, by editor. */
    private final Map<IEditorPart, byte[]> taken = new HashMap<>();

    /** The content of an editor that was not taken yet; empty if it is clean, has no file, or cannot be recovered. */
    Optional<Backup> take(IEditorPart editor) {
        if (!editor.isDirty()) {
            return Optional.empty();
        }
        Optional<Backup> backup = file(editor.getEditorInput()).flatMap(file -> snapshot(editor, file));
        Optional<Backup> news = backup.filter(one -> !Arrays.equals(one.content(), taken.get(editor)));
        news.ifPresent(one -> taken.put(editor, one.content()));
        return news;
    }

    /** What a backup of it would be called, to delete it. */
    static Optional<Backup> empty(IEditorPart editor) {
        return file(editor.getEditorInput())
                .map(file -> new Backup(editor.getSite().getId(), file, Backup.Form.TEXT,
                        "", Instant.EPOCH, new byte[0]));
    }

    void forget(IEditorPart editor) {
        taken.remove(editor);
    }

    private static Optional<Backup> snapshot(IEditorPart editor, URI file) {
        Optional<Recoverable> own = Optional.ofNullable(Adapters.adapt(editor, Recoverable.class));
        if (own.isPresent()) {
            return Optional.of(backup(editor, file, Backup.Form.RECORD, own.get().unsaved()));
        }
        return document(editor).map(document -> backup(editor, file, Backup.Form.TEXT,
                document.get().getBytes(StandardCharsets.UTF_8)));
    }

    private static Backup backup(IEditorPart editor, URI file, Backup.Form form, byte[] content) {
        return new Backup(editor.getSite().getId(), file, form, "", Instant.now(), content);
    }

    /** The text of an editor that has one. */
    static Optional<IDocument> document(IEditorPart editor) {
        return Optional.ofNullable(Adapters.adapt(editor, ITextEditor.class))
                .map(text -> text.getDocumentProvider().getDocument(text.getEditorInput()));
    }

    /** Only what lies on a disk can be opened again. */
    private static Optional<URI> file(IEditorInput input) {
        return input instanceof IURIEditorInput some
                ? Optional.ofNullable(some.getURI()).filter(uri -> EFS.SCHEME_FILE.equals(uri.getScheme()))
                : Optional.empty();
    }
}
