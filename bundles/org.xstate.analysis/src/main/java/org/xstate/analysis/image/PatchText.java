package org.xstate.analysis.image;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Changes as text: a line for each, its offset, the bytes before and the bytes after, in hexadecimal. */
public final class PatchText {

    private static final String HEAD = "xstate/patches/1";

    private PatchText() {
    }

    public static String write(List<Patch> patches) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        HexFormat hex = HexFormat.of();
        for (Patch patch : patches) {
            text.append(Long.toHexString(patch.offset())).append(' ').append(hex.formatHex(patch.before()))
                    .append(' ').append(hex.formatHex(patch.after())).append('\n');
        }
        return text.toString();
    }

    /** Empty if the text is not what {@link #write} gives. */
    public static Optional<List<Patch>> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
            return Optional.empty();
        }
        List<Patch> patches = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ");
            boolean sound = words.length == 3 && words[0].matches("[0-9a-f]{1,15}")
                    && words[1].matches("([0-9a-f]{2})+") && words[2].matches("([0-9a-f]{2})+")
                    && words[1].length() == words[2].length();
            if (!sound) {
                return Optional.empty();
            }
            HexFormat hex = HexFormat.of();
            patches.add(
                    new Patch(Long.parseLong(words[0], 16), hex.parseHex(words[1]), hex.parseHex(words[2])));
        }
        return Optional.of(List.copyOf(patches));
    }
}
