package org.xstate.ui.images.internal;

import java.util.HexFormat;
import java.util.Optional;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;

/** Bytes as text, to and from the clipboard. */
final class Clip {

    private static final int LINE = 12;

    private Clip() {
    }

    static Optional<String> get(Display display) {
        Clipboard clipboard = new Clipboard(display);
        try {
            return Optional.ofNullable((String) clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    /** @param offset of the first byte, for the comment */
    static String c(byte[] bytes, int offset) {
        StringBuilder text = new StringBuilder(
                "/* offset %d (0x%x) */\nstatic const unsigned char bytes[%d] = {"
                        .formatted(offset, offset, bytes.length));
        for (int i = 0; i < bytes.length; i++) {
            text.append(i % LINE == 0 ? "\n\t" : " ").append("0x%02x,".formatted(bytes[i]));
        }
        return text.append("\n};\n").toString();
    }

    /**
     * Bytes out of text: hexadecimal digits with or without blanks, commas and {@code 0x}; characters where they stand
     * between quotation marks. Empty if it is neither.
     */
    static Optional<byte[]> parse(String text) {
        String plain = text.strip();
        if (plain.length() > 2 && plain.startsWith("\"") && plain.endsWith("\"")) {
            return Optional.of(plain.substring(1, plain.length() - 1)
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        String digits = plain.replaceAll("0[xX]", "").replaceAll("[\\s,;:{}_]", "");
        return digits.isEmpty() || digits.length() % 2 != 0 || !digits.matches("[0-9a-fA-F]+")
                ? Optional.empty()
                : Optional.of(HexFormat.of().parseHex(digits));
    }
}
