package org.xstate.formats.internal.cpuid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;

/**
 * /proc/cpuinfo of Linux: names of features, no numbers beyond leaf 0. Flags are what the kernel uses; a flag that is
 * missing may have been masked by a boot option.
 */
final class ProcCpuinfo implements CpuidTextFormat {

    private static final List<String> INSTRUCTIONS = List.of("xsave", "xsaveopt", "xsavec", "xgetbv1",
            "xsaves");
    /** Which flags imply which state components: names of Linux's, which follow from no table of a processor. */
    private static final String TABLE = "cpuinfo-flags.txt";
    private static final Map<String, String> COMPONENTS = components();

    private static Map<String, String> components() {
        try (InputStream stream = Objects.requireNonNull(ProcCpuinfo.class.getResourceAsStream(TABLE),
                TABLE)) {
            Map<String, String> components = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split(" = "))
                    .forEach(line -> components.put(line[0], line[1]));
            return components;
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    @Override
    public String name() {
        return "/proc/cpuinfo";
    }

    @Override
    public boolean mayContain(String text) {
        return text.contains("flags") && text.contains("fpu");
    }

    @Override
    public LineReader reader(Parts parts) {
        return new Reader(parts);
    }

    private static final class Reader implements LineReader {
        private final Pattern pair = Pattern.compile("([a-z_][\\w ]*?)\\s*:\\s*(.*)");
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Parts parts;

        Reader(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Kind line(int number, String line) {
            Matcher matcher = pair.matcher(line);
            if (!matcher.matches()) {
                return Kind.OTHER;
            }
            String key = matcher.group(1);
            switch (key) {
                case "processor" -> {
                    values.clear();
                    parts.begin("processor " + matcher.group(2).strip());
                }
                case "vendor_id", "cpuid level" -> values.put(key, matcher.group(2).strip());
                case "flags" -> {
                    return flags(number, new TreeSet<>(Arrays.asList(matcher.group(2).split("\\s+"))));
                }
                default -> {
                    return Kind.OTHER;
                }
            }
            return Kind.OTHER;
        }

        private Kind flags(int number, Set<String> flags) {
            if (!flags.contains("fpu")) {
                return Kind.OTHER;
            }
            Part part = parts.currentOrUnnamed();
            String level = values.getOrDefault("cpuid level", "");
            if (level.matches("\\d{1,6}")) {
                VendorString.leaf0(Integer.parseInt(level), values.getOrDefault("vendor_id", ""))
                        .ifPresent(leaf0 -> part.put(number, 0, OptionalInt.of(0), leaf0));
            }
            part.finding(conclusions(flags).at("line " + number));
            return Kind.DATA;
        }

        private static Finding conclusions(Set<String> flags) {
            if (!flags.contains("xsave")) {
                return Finding.note("cpuid-flags-only",
                        "the flags have no xsave: the kernel uses FXSAVE areas of 512 bytes at most");
            }
            List<String> components = new ArrayList<>(List.of("x87 (0)", "SSE (1)"));
            COMPONENTS.forEach((flag, component) -> {
                if (flags.contains(flag)) {
                    components.add(component);
                }
            });
            return Finding.note("cpuid-flags-only",
                    "/proc/cpuinfo has flags and no leaf DH. They name the instructions %s and the components %s; sizes and "
                            .formatted(
                                    String.join(", ", INSTRUCTIONS.stream().filter(flags::contains).toList()),
                                    String.join(", ", components))
                            + "offsets are not in it")
                    .remedy("record leaf DH with cpuid -r, or choose a CPU profile");
        }
    }
}
