package org.xstate.ui.workbench.internal.recovery;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an editor holds that its file does not. Written as lines {@code key value}, an empty line, the content.
 *
 * @param editor  id of the editor
 * @param file    what it edits
 * @param form    what the content is
 * @param digest  SHA-256 of the file when this was taken, in hexadecimal; empty if there was none
 * @param when    this was taken
 * @param content text as UTF-8, or an editor's own record
 */
record Backup(String editor, URI file, Form form, String digest, Instant when, byte[] content) {

    /** What the content is. */
    enum Form {
        /** All of the text. */
        TEXT,
        /** A record of changes, which only the editor can read. */
        RECORD
    }

    private static final String FORMAT = "xstate-backup 1";

    Backup {
        Objects.requireNonNull(editor);
        Objects.requireNonNull(file);
        Objects.requireNonNull(form);
        Objects.requireNonNull(digest);
        Objects.requireNonNull(when);
        Objects.requireNonNull(content);
    }

    /** The same, taken of a file in this state. */
    Backup of(String state) {
        return new Backup(editor, file, form, state, when, content);
    }

    /** One file is backed up once for each editor on it. */
    String name() {
        return digest((editor + "\n" + file).getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }

    /** For a file on the disk. */
    byte[] bytes() {
        byte[] head = "%s\neditor %s\nfile %s\nform %s\ndigest %s\nwhen %s\nsize %d\ncheck %s\n\n"
                .formatted(FORMAT,
                        editor, file, form, digest, when, content.length, digest(content))
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + content.length).put(head).put(content).array();
    }

    /** Empty if these bytes are no whole backup. */
    static Optional<Backup> read(byte[] bytes) {
        int end = endOfHead(bytes);
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n");
        byte[] content = Arrays.copyOfRange(bytes, end + 2, bytes.length);
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            head.put(blank < 0 ? line : line.substring(0, blank), blank < 0 ? "" : line.substring(blank + 1));
        }
        boolean whole = lines[0].equals(FORMAT) && digest(content).equals(head.get("check"))
                && head.keySet().containsAll(List.of("editor", "file", "form", "digest", "when"));
        if (!whole) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Backup(head.get("editor"), URI.create(head.get("file")),
                    Form.valueOf(head.get("form")), head.get("digest"), Instant.parse(head.get("when")),
                    content));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // somebody has edited it: it is as good as none
            return Optional.empty();
        }
    }

    private static int endOfHead(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** SHA-256, in hexadecimal. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
