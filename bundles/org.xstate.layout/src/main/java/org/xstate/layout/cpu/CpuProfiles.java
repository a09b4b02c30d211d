package org.xstate.layout.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.xstate.layout.cpuid.CpuidTable;

/**
 * The CPU profiles that come with the workbench: text files of numbers beside this class, one for each CPU, and an index
 * with their names. Only what is asked for is read.
 */
public final class CpuProfiles {

    /** A line of the index. @param id file name and main name @param aliases other names */
    public record Entry(String id, List<String> aliases) {
    }

    private CpuProfiles() {
    }

    /** Every profile's names, in the order in which they are listed. */
    public static List<Entry> index() {
        return lines("index").stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
            List<String> words = List.of(line.split(" "));
            return new Entry(words.getFirst(), words.subList(1, words.size()));
        }).toList();
    }

    /** Every profile, in the order in which they are listed. */
    public static List<CpuProfile> all() {
        return index().stream().map(entry -> load(entry.id())).toList();
    }

    /** Finds a profile by id, alias or name; case, blanks, hyphens and underscores do not matter. */
    public static Optional<CpuProfile> find(String name) {
        String wanted = plain(name);
        return index().stream()
                .filter(entry -> plain(entry.id()).equals(wanted)
                        || entry.aliases().stream().anyMatch(alias -> plain(alias).equals(wanted)))
                .map(entry -> load(entry.id())).findFirst()
                .or(() -> all().stream().filter(profile -> plain(profile.name()).equals(wanted)).findFirst());
    }

    /** Nothing else is dropped: {@code ./zen3} is a file. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private static CpuProfile load(String id) {
        String name = "";
        String source = "";
        Optional<String> note = Optional.empty();
        CpuidTable.Builder table = CpuidTable.builder();
        for (String line : lines(id + ".cpu")) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            if (colon < 0) {
                numbers(id, line, table);
                continue;
            }
            String value = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "name" -> name = value;
                case "source" -> source = value;
                case "note" -> note = Optional.of(value);
                default -> throw new IllegalStateException("profile " + id + ": unknown line: " + line);
            }
        }
        if (name.isEmpty() || source.isEmpty()) {
            throw new IllegalStateException("profile " + id + ": name or source is missing");
        }
        return new CpuProfile(id, name, source, note, table.build());
    }

    /** {@code leaf.subleaf  EAX EBX ECX EDX}, hexadecimal without prefix. */
    private static void numbers(String id, String line, CpuidTable.Builder table) {
        try {
            table.put(hex(line, 0, 8), hex(line, 9, 11), hex(line, 13, 21), hex(line, 22, 30),
                    hex(line, 31, 39),
                    hex(line, 40, 48));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalStateException("profile " + id + ": malformed line: " + line, e);
        }
    }

    private static int hex(String line, int begin, int end) {
        return Integer.parseUnsignedInt(line, begin, end, 16);
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = CpuProfiles.class.getResourceAsStream("profiles/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("profile resource " + resource + " is missing");
            }
            List<String> lines = new ArrayList<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
