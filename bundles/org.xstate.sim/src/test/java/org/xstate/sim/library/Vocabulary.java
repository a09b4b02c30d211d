package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureModel;
import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerSource;
import org.xstate.model.KernelVersion;

/**
 * The declarations of the library's text without what the functions do: the headers in {@code examples} with which a C
 * compiler reads files that use the library.
 */
final class Vocabulary {

    private static final String INTRODUCTION = """
            /*
             * What a C compiler needs to read text that uses the library: what its files declare, for one processor. xstate.h
             * includes it. Made from the library's text.
             */
            #pragma once
            """;
    private static final String HARDWARE = "xstate-hardware.h";
    private static final String KERNEL = "xstate-kernel.h";
    private static final String FEATURES = "xstate-features.h";

    /** The last of the files that are the kernel's core. */
    private static final String CORE_ENDS = "kernel/setup.c";

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DROPPED = Pattern
            .compile("(setup|property|interrupt|component|on)\\s*\\(.*", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("static const (\\w+ \\w+(?:\\[\\w+\\])+) = \\{.*",
            Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile("([\\w\\s*]+\\w\\([^{]*\\))\\s*\\{.*",
            Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern
            .compile("((?:ghost |range\\(\\w+, \\w+\\) |struct |token_t |u64 )[^={(]*)( = [^;{]*)?;");

    private Vocabulary() {
    }

    /** By file name: of the hardware, of the kernel's core, which includes the two others, of what belongs to one feature. */
    static Map<String, String> headers() {
        Contributions contributions = Contributions.onClassPath(Vocabulary.class.getClassLoader());
        FeatureCatalog catalog = contributions.features();
        Library library = switch (Library.of("sapphire-rapids", List.of("AVX", "PKRU", "PASID", "CET_U"),
                new KernelVersion(6, 16, 0), Map.of(), catalog, List.of())) {
            case Library.Result.Ready(Library ready) -> ready;
            case Library.Result.Refused refused -> throw new IllegalStateException(refused.reason());
        };
        List<FeatureModel> features = catalog.descriptors().stream()
                .map(feature -> catalog.model(feature.number())).toList();
        List<ModelText> kernel = library.kernel().stream()
                .filter(text -> text.name().startsWith("kernel/") || text.name().startsWith("policy/"))
                .toList();
        int core = kernel.stream().map(ModelText::name).toList().indexOf(CORE_ENDS) + 1;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HARDWARE, INTRODUCTION + declarations(Stream.concat(
                library.hardware().stream().filter(text -> text.name().startsWith("hardware/")),
                features.stream().flatMap(feature -> feature.hardware().stream()))));
        headers.put(KERNEL, INTRODUCTION + "#include \"" + HARDWARE + "\"\n"
                + declarations(kernel.subList(0, core).stream()) + "\n#include \"" + FEATURES + "\"\n");
        headers.put(FEATURES, INTRODUCTION + declarations(Stream.of(
                kernel.subList(core, kernel.size()).stream(),
                features.stream().flatMap(feature -> feature.kernel().stream()),
                contributions.trapHandlers().stream().map(TrapHandlerSource::text).distinct())
                .flatMap(texts -> texts)));
        return headers;
    }

    private static String declarations(Stream<ModelText> texts) {
        StringBuilder text = new StringBuilder();
        texts.forEach(one -> {
            text.append("\n/* ").append(one.name()).append(" */\n");
            items(one.text())
                    .forEach(item -> declaration(item).ifPresent(line -> text.append(line).append('\n')));
        });
        return text.toString();
    }

    private static Optional<String> declaration(String item) {
        Matcher table = TABLE.matcher(item);
        Matcher function = FUNCTION.matcher(item);
        Matcher variable = VARIABLE.matcher(item);
        if (DROPPED.matcher(item).matches()) {
            return Optional.empty();
        }
        if (table.matches()) {
            return Optional.of("extern const " + table.group(1) + ";");
        }
        if (!item.startsWith("#") && function.matches()) {
            return Optional.of(prototype(function.group(1)) + ";");
        }
        if (variable.matches()) {
            return Optional.of("extern " + variable.group(1).replaceFirst("^ghost ", "") + ";");
        }
        return Optional.of(item.startsWith("static inline ") ? prototype(item) : item);
    }

    private static String prototype(String head) {
        return head.replaceFirst("^(static )?(inline )?", "");
    }

    /** The text's items at file level, without comments. */
    private static List<String> items(String text) {
        String bare = COMMENT.matcher(text).replaceAll("");
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char at = bare.charAt(i);
            if (item.isEmpty() && Character.isWhitespace(at)) {
                continue;
            }
            if (item.isEmpty() && at == '#') {
                int end = directiveEnd(bare, i);
                items.add(bare.substring(i, end).strip());
                i = end;
                continue;
            }
            item.append(at);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
            if (depth == 0 && (at == ';' || at == '}' && endsWithoutSemicolon(item))) {
                items.add(item.toString().strip().replaceAll("(?m)[ \t]+$", "").replaceAll("\n\\s*\n", "\n"));
                item.setLength(0);
            }
        }
        return items;
    }

    /** A function's body ends an item, the braces of a struct, an enum or a table do not. */
    private static boolean endsWithoutSemicolon(CharSequence item) {
        String head = item.toString();
        String before = head.substring(0, head.indexOf('{'));
        return before.contains("(") && !before.contains("=") || before.matches("(?s)\\s*atomic\\s*");
    }

    private static int directiveEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? text.length() - 1 : end;
    }
}
