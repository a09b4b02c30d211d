package org.xstate.model.diagnostic;

import java.util.List;
import java.util.Locale;

/**
 * Diagnostics as text: the message, the place, the source line with what is meant underlined, the suggestion beside
 * the underline, then the notes. Tabs are shown as the eight columns that the kernel's style gives them.
 */
public final class DiagnosticText {

    private static final int TAB = 8;

    private final SourceFiles files;

    public DiagnosticText(SourceFiles files) {
        this.files = files;
    }

    /** All of them, with an empty line between two. */
    public String render(List<Diagnostic> diagnostics) {
        return String.join("\n", diagnostics.stream().map(this::render).toList());
    }

    /** One; every line ends with a line feed. */
    public String render(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        String number = Integer.toString(span.line());
        String margin = " ".repeat(number.length());
        StringBuilder text = new StringBuilder();
        text.append(diagnostic.severity().name().toLowerCase(Locale.ROOT)).append(": ")
                .append(diagnostic.message()).append('\n');
        text.append(margin).append("--> ").append(span.place()).append('\n');
        sourceLine(span).ifPresent(line -> {
            text.append(margin).append(" |\n");
            text.append(number).append(" | ").append(expand(line).stripTrailing()).append('\n');
            text.append(margin).append(" | ").append(underline(line, span));
            diagnostic.suggestion().ifPresent(suggestion -> text.append(' ').append(suggestion));
            text.append('\n');
        });
        diagnostic.notes().forEach(note -> text.append(margin).append(" = ").append(note).append('\n'));
        return text.toString();
    }

    private java.util.Optional<String> sourceLine(Span span) {
        return files.text(span.file()).map(text -> text.split("\n", -1))
                .filter(lines -> span.line() <= lines.length).map(lines -> lines[span.line() - 1]);
    }

    private static String underline(String line, Span span) {
        int from = Math.min(span.column() - 1, line.length());
        int end = Math.min(from + span.length(), line.length());
        int start = width(line.substring(0, from));
        int stop = Math.max(width(line.substring(0, end)), start + 1);
        return " ".repeat(start) + "^".repeat(stop - start);
    }

    private static int width(String text) {
        return expand(text).length();
    }

    private static String expand(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\t') {
                out.append(" ".repeat(TAB - out.length() % TAB));
            } else {
                out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }
}
