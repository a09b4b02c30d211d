package org.xstate.formats.internal.cpuid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xstate.api.Finding;

/**
 * Bytes made into characters.
 *
 * @param text     without byte order mark; NUL is replaced by a space
 * @param findings what was odd about the bytes
 */
public record DecodedText(String text, List<Finding> findings) {

    private static final int SAMPLE = 4096;

    public DecodedText {
        findings = List.copyOf(findings);
    }

    /** Decodes by byte order mark, by the pattern of zero bytes, or as UTF-8; Latin-1 if that fails, which never does. */
    public static DecodedText of(byte[] bytes) {
        return of(decode(bytes));
    }

    /** Takes characters as they are, but for a byte order mark and NUL. */
    public static DecodedText of(String characters) {
        String text = characters.startsWith("\ufeff") ? characters.substring(1) : characters;
        int nul = text.indexOf('\0');
        if (nul < 0) {
            return new DecodedText(text, List.of());
        }
        return new DecodedText(text.replace('\0', ' '),
                List.of(Finding.warning("cpuid-text-nul-bytes",
                        "the text holds NUL characters, the first at character %d; they were read as spaces"
                                .formatted(nul))
                        .remedy("check that the file is text and was copied whole")));
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        int half = Math.min(bytes.length, SAMPLE) / 2;
        if (odd > half / 2 && even < half / 8) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (even > half / 2 && odd < half / 8) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            return strict(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            if (bytes[i] == 0) {
                count++;
            }
        }
        return count;
    }
}
