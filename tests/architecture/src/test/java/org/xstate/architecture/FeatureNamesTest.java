package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;

/**
 * The core knows no xfeature beyond x87, SSE and AVX, by number or by name: whatever is known of one is in its bundle. Code
 * and literals count, comments do not: they may give examples.
 */
class FeatureNamesTest {

    /** The last component that core code may name: 0 to 2 share the legacy region and MXCSR. */
    private static final int LAST_KNOWN = 2;

    /** A mask of more is a bound or a pattern, and means none of them. */
    private static final int MOST_IN_A_MASK = 16;

    /** PT is a word of ELF's, too, and LWP the kernel's for a thread. */
    private static final Set<String> AMBIGUOUS = Set.of("PT", "LWP");

    /** What people call families of components, MSRs and instructions that belong to one. */
    private static final List<String> FAMILIES = List.of("MPX", "AVX512", "AVX-512", "CET", "AMX", "ENQCMD",
            "XTILE");

    /** What has a bundle of its own for it. */
    private static final Pattern AT_HOME = Pattern.compile("org\\.xstate\\.(features\\.\\w+|traps)");

    /** A component's number, given to something that takes one. */
    private static final Pattern NUMBERED = Pattern.compile("(?:XFeatureMask\\s*\\.\\s*of|\\.\\s*(?:has|with|"
            + "without|provider|descriptor|component|placement|model))\\(((?:\\s*\\d+\\s*,)*\\s*\\d+\\s*)\\)");
    private static final Pattern MASK = Pattern
            .compile("new XFeatureMask\\((0[xX][0-9a-fA-F_]+|\\d+)[lL]?\\)");

    @Test
    void noJavaClassOutsideOfFeaturesAndTrapsNamesAComponentAboveTwo() throws IOException {
        List<Path> sources = Sources.files(Sources.root().resolve("bundles"), ".java").stream()
                .filter(file -> file.toString().contains("src/main/java"))
                .filter(file -> !AT_HOME.matcher(bundle(file)).matches()).toList();
        assertTrue(sources.size() > 300, "the sources were not found");
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            found.addAll(mentions(source.getFileName().toString(), Files.readString(source)));
        }
        assertEquals(List.of(), found);
    }

    /** But for the members that the kernel's own structures have, and /proc, which shows one of them. */
    @Test
    void theTextOfTheCoreNamesNoComponentAboveTwoEither() throws IOException {
        List<Path> texts = Sources
                .files(Sources.root().resolve("bundles/org.xstate.sim/src/main/resources"), ".c", ".h")
                .stream()
                .filter(file -> !file.endsWith("kernel/task.c") && !file.endsWith("kernel/procfs.c"))
                .toList();
        assertTrue(texts.size() > 30, "the texts were not found");
        List<String> found = new ArrayList<>();
        for (Path text : texts) {
            found.addAll(mentions(text.getFileName().toString(), Files.readString(text)));
        }
        assertEquals(List.of(), found);
    }

    private static String bundle(Path file) {
        return Sources.root().resolve("bundles").relativize(file).getName(0).toString();
    }

    private static List<String> mentions(String file, String source) {
        String text = JavaText.withoutComments(source);
        List<String> found = new ArrayList<>();
        for (Matcher name = NAMES.matcher(text); name.find();) {
            found.add(file + ":" + line(text, name.start()) + " names " + name.group());
        }
        for (Matcher call = NUMBERED.matcher(text); call.find();) {
            for (String number : call.group(1).split(",")) {
                int component = Integer.parseInt(number.strip());
                if (component > LAST_KNOWN && component < 63) {
                    found.add(file + ":" + line(text, call.start()) + " names component " + component);
                }
            }
        }
        for (Matcher mask = MASK.matcher(text); mask.find();) {
            long bits = Long.parseUnsignedLong(mask.group(1).replace("_", "").replaceFirst("^0[xX]", ""),
                    mask.group(1).length() > 1 && mask.group(1).charAt(0) == '0' ? 16 : 10);
            int components = Long.bitCount((bits & Long.MAX_VALUE) >>> LAST_KNOWN + 1);
            if (components > 0 && components <= MOST_IN_A_MASK) {
                found.add(file + ":" + line(text, mask.start()) + " has the mask " + mask.group(1));
            }
        }
        return found;
    }

    private static long line(String text, int place) {
        return text.substring(0, place).lines().count();
    }

    private static final Pattern NAMES = names();

    /** Names of the catalog's components, as a word of their own or within an identifier. */
    private static Pattern names() {
        Set<String> names = new TreeSet<>(FAMILIES);
        for (XFeatureDescriptor feature : FeatureCatalog.load(FeatureNamesTest.class.getClassLoader())
                .descriptors()) {
            if (feature.number() > LAST_KNOWN && !AMBIGUOUS.contains(feature.name())) {
                names.add(feature.name());
                names.add(feature.linuxName());
            }
        }
        String words = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String camel = names.stream().map(FeatureNamesTest::capitalised).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String lower = names.stream().map(name -> Pattern.quote(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![A-Za-z])(?i:" + words + ")(?![A-Za-z])|(?<![A-Za-z])(?:" + lower
                + ")(?=[A-Z])|(?<=[a-z])(?:" + camel + ")(?![a-z])");
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int PKRU = bits;", "ignorePkru(bytes);", "pkruRegister();",
        "String s = \"features(PASID)\";", "case \"xtile_cfg\" ->", "LBR_CTL", "avx512.has(0)",
        "enum X { CET_U }",
        "mask.has(9)", "XFeatureMask.of(0, 1, 17)", "XFeatureMask\n.of(5)", "new XFeatureMask(0x2e7L)",
        "catalog.provider( 14 )", "mask.without(18)", "char c = '\"'; int hwp;", "\"\"\"\n/* PKRU */\"\"\""})
    void aMentionIsFound(String code) {
        assertEquals(1, mentions("Core.java", code).size(), () -> mentions("Core.java", code).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"// PKRU\n", "/* XFeatureMask.of(9) */ int x;", "\"/\" + \"AVX\" // CET\n",
        "XFeatureMask.of(0, 1, 2)", "mask.has(63)", "new XFeatureMask(0x8000000000000003L)",
        "int PT_LOAD = 1;",
        "options.with(knobs)", "acetate", "LBRACE", "int lwp", "new XFeatureMask(0x40000000ffffffffL)",
        "facet", "new XFeatureMask(7)", "percentile(9)"})
    void whatNamesNoneIsNotFound(String code) {
        assertEquals(List.of(), mentions("Core.java", code));
    }

    @Test
    void aMentionIsFoundWithItsLine() {
        assertEquals(List.of("Core.java:3 names pkru"), mentions("Core.java", "/*\n*/\nint pkru;\n"));
    }
}
