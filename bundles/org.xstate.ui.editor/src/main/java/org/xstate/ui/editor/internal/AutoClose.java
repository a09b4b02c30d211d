package org.xstate.ui.editor.internal;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;

/** Writes the closing bracket or quote with the opening one, and passes over one that is there. */
final class AutoClose implements IAutoEditStrategy {

    private final IPreferenceStore store;

    AutoClose(IPreferenceStore store) {
        this.store = store;
    }

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!store.getBoolean(EditorDefaults.CLOSE_BRACKETS) || command.length > 0
                || command.text.length() != 1
                || !command.doit) {
            return;
        }
        try {
            char typed = command.text.charAt(0);
            char next = command.offset < document.getLength() ? document.getChar(command.offset) : '\n';
            boolean over = typed == next && (typed == ')' || typed == ']' || typed == '"');
            if (over && isOpen(document, command.offset, typed)) {
                command.text = "";
                command.caretOffset = command.offset + 1;
                return;
            }
            String closing = switch (typed) {
                case '(' -> ")";
                case '[' -> "]";
                case '{' -> "}";
                case '"' -> "\"";
                default -> "";
            };
            boolean room = Character.isWhitespace(next) || next == ')' || next == ']' || next == ';'
                    || next == ',';
            if (!closing.isEmpty() && room) {
                command.text += closing;
                command.caretOffset = command.offset + 1;
                command.shiftsCaret = false;
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the closing one that is there has its opening one on the line. */
    private static boolean isOpen(IDocument document, int offset, char closing) throws BadLocationException {
        int start = document.getLineInformationOfOffset(offset).getOffset();
        String before = document.get(start, offset - start);
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : '"';
        return closing == '"'
                ? before.chars().filter(c -> c == '"').count() % 2 == 1
                : before.chars().filter(c -> c == opening).count() > before.chars().filter(c -> c == closing)
                        .count();
    }
}
