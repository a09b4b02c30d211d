package org.xstate.ui.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.SWT;
import org.eclipse.ui.console.IOConsoleOutputStream;
import org.xstate.analysis.picture.Ink;
import org.xstate.ui.Palette;

/**
 * Puts what commands write into the console, with their escape sequences as colours of the theme. UTF-8; what a thread writes
 * between two flushes, or up to the end of a line, is shown together.
 */
final class AnsiStream extends OutputStream {

    /** How the commands mark text, by the parameters of the escape sequence. */
    private enum Mark {
        NONE("0", Ink.TEXT, SWT.NORMAL), BOLD("1", Ink.TEXT, SWT.BOLD), DIM("2", Ink.QUIET_TEXT,
                SWT.NORMAL), ERROR("1;31", Ink.BAD_TEXT, SWT.BOLD), WARNING("33", Ink.WARNING_TEXT,
                        SWT.NORMAL), GOOD("32", Ink.GOOD_TEXT, SWT.NORMAL);

        private final String code;
        private final Ink ink;
        private final int font;

        Mark(String code, Ink ink, int font) {
            this.code = code;
            this.ink = ink;
            this.font = font;
        }

        static Mark of(String code) {
            for (Mark mark : values()) {
                if (mark.code.equals(code)) {
                    return mark;
                }
            }
            return NONE;
        }
    }

    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)m");

    private final Map<Mark, IOConsoleOutputStream> streams = new EnumMap<>(Mark.class);
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private Mark mark = Mark.NONE;

    AnsiStream(ShellConsole console) {
        for (Mark one : Mark.values()) {
            IOConsoleOutputStream stream = console.newOutputStream();
            stream.setFontStyle(one.font);
            streams.put(one, stream);
        }
    }

    /** On the thread of the user interface. */
    void useColours(boolean dark) {
        streams.forEach((one, stream) -> stream.setColor(Palette.color(one.ink, dark)));
    }

    /** What a user typed. */
    synchronized void typed(String line) {
        put(Mark.BOLD, line + "\n");
    }

    synchronized void line(String text) {
        flush();
        put(Mark.DIM, text + "\n");
    }

    @Override
    public synchronized void write(int octet) {
        waiting.write(octet);
        if (octet == '\n') {
            flush();
        }
    }

    @Override
    public synchronized void write(byte[] octets, int offset, int length) {
        waiting.write(octets, offset, length);
        if (length > 0 && octets[offset + length - 1] == '\n') {
            flush();
        }
    }

    @Override
    public synchronized void flush() {
        String text = waiting.toString(StandardCharsets.UTF_8);
        waiting.reset();
        Matcher sequences = SEQUENCE.matcher(text);
        int from = 0;
        while (sequences.find()) {
            put(mark, text.substring(from, sequences.start()));
            mark = Mark.of(sequences.group(1));
            from = sequences.end();
        }
        put(mark, text.substring(from));
    }

    private void put(Mark how, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            IOConsoleOutputStream stream = streams.get(how);
            stream.write(text);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
