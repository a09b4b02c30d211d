package org.xstate.ui.editor.internal;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultIndentLineAutoEditStrategy;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.TextUtilities;

/** Begins lines as far in as the kernel's style wants them: one tab more behind a brace, a condition, a case. */
final class AutoIndent extends DefaultIndentLineAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        try {
            if (command.length == 0 && command.text != null
                    && TextUtilities.endsWith(document.getLegalLineDelimiters(), command.text) != -1
                    && command.text.strip().isEmpty()) {
                newLine(document, command);
            } else if ("}".equals(command.text)) {
                closingBrace(document, command);
            } else {
                super.customizeDocumentCommand(document, command);
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
        int line = document.getLineOfOffset(command.offset);
        int start = document.getLineOffset(line);
        String before = document.get(start, command.offset - start);
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        String code = before.strip();
        boolean deeper = code.endsWith("{")
                || code.matches("(?:(?:else )?if|for|while|switch)\\b.*\\)|else|do")
                || code.matches("(?:case\\b.*|default):");
        boolean braces = code.endsWith("{") && command.offset < document.getLength()
                && document.getChar(command.offset) == '}';
        if (braces) {
            command.caretOffset = command.offset + command.text.length() + indent.length() + 1;
            command.shiftsCaret = false;
            command.text = command.text + indent + "\t" + command.text + indent;
            return;
        }
        boolean single = !deeper && line > 0 && isUnbraced(text(document, line - 1), before);
        command.text += deeper
                ? indent + "\t"
                : single && indent.endsWith("\t")
                        ? indent.substring(0, indent.length() - 1)
                        : code.startsWith("/*") && !code.contains("*/")
                                ? indent + " * "
                                : before.stripLeading().startsWith("* ") && !code.contains("*/")
                                        ? indent + "* "
                                        : indent;
    }

    /** A statement that hung on a condition without a brace is over. */
    private static boolean isUnbraced(String above, String line) {
        String code = above.strip();
        boolean condition = code.matches("(?:(?:else )?if|for|while)\\b.*\\)|else|do");
        int deeper = line.length() - line.stripLeading().length();
        return condition && line.strip().endsWith(";")
                && deeper > above.length() - above.stripLeading().length();
    }

    private static String text(IDocument document, int line) throws BadLocationException {
        return document.get(document.getLineOffset(line), document.getLineInformation(line).getLength());
    }

    /** A brace at the beginning of a line goes as far in as the line that its block begins with. */
    private static void closingBrace(IDocument document, DocumentCommand command)
            throws BadLocationException {
        int line = document.getLineOfOffset(command.offset);
        int start = document.getLineOffset(line);
        String before = document.get(start, command.offset - start);
        if (!before.isBlank() || command.length > 0) {
            return;
        }
        int depth = 0;
        for (int i = start - 1; i >= 0; i--) {
            char c = document.getChar(i);
            depth += c == '}' ? 1 : 0;
            if (c == '{' && depth-- == 0) {
                String opening = text(document, document.getLineOfOffset(i));
                command.offset = start;
                command.length = before.length();
                command.text = opening.substring(0, opening.length() - opening.stripLeading().length()) + "}";
                return;
            }
        }
    }
}
