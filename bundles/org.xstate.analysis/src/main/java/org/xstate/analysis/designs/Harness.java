package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.ModelText;
import org.xstate.model.diagnostic.SourceFiles;

/**
 * The text around a design: the scenario of {@value #MAIN} with the design in the place of the one that it includes, and
 * the headers that designs include. They lie in {@code examples/designs}; an engineer's own file finds them by the same
 * names.
 */
final class Harness {

    /** The scenario file. */
    static final String MAIN = "matrix.c";

    /** Names the component that is changed and the other one. */
    private static final String COMPONENTS = "components.h";

    private static final List<String> HEADERS = List.of("harness.h", "begin-finish.h", "begin-finish-full.h",
            "cost.h", "judge.h", "entries.h", "side-buffer.h", "update-msrs.h", COMPONENTS);

    private static final Pattern INCLUDE = Pattern.compile("#include \"[^\"]*\"");
    /** What the scenario says about its own cell, with the comment before it. */
    private static final Pattern EXPECTED = Pattern
            .compile("\t/\\*[^*]*\\*/\n\texpect_violation\\([^)]*\\);\n");
    private static final Pattern FEATURES = Pattern.compile("features\\(([^()]*)\\)");

    private final Map<String, String> texts = new TreeMap<>();

    /**
     * @param designs all that are known: one may include the text of another
     * @param subject the components
     */
    Harness(List<Design> designs, Optional<Subject> subject) {
        designs.forEach(design -> texts.putIfAbsent(design.source().name(), design.source().text()));
        HEADERS.forEach(name -> texts.put(name, resource(name)));
        subject.ifPresent(components -> texts.put(COMPONENTS, components.text()));
        String main = EXPECTED.matcher(resource(MAIN)).replaceAll("");
        texts.put(MAIN, subject.map(components -> FEATURES.matcher(main)
                .replaceFirst(Matcher.quoteReplacement("features(" + components.list() + ")")))
                .orElse(main));
    }

    private static String resource(String name) {
        return ModelText.resource(Harness.class, name).text();
    }

    /** The components that a scenario of the harness is about unless others are named: as {@code features(...)} lists them. */
    static List<String> standardComponents() {
        Matcher matcher = FEATURES.matcher(resource(MAIN));
        if (!matcher.find()) {
            throw new IllegalStateException(MAIN + " names no components");
        }
        return List.of(matcher.group(1).split(", "));
    }

    /** Everything that is read for one design, the design itself included. */
    SourceFiles files(Design design) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put(design.source().name(), design.source().text());
        all.put(MAIN, INCLUDE.matcher(texts.get(MAIN)).replaceFirst(
                Matcher.quoteReplacement("#include \"" + design.source().name() + "\"")));
        return SourceFiles.of(all).or(design.beside());
    }

    /**
     * The same as one file without includes of its own, which anybody can check and step through.
     *
     * @param switches kernel and processor, where they are not the scenario's own
     * @param knobs    all that are set for the cell
     */
    String single(Design design, DesignStudy.Switches switches, Map<String, String> knobs) {
        SourceFiles files = files(design);
        StringBuilder out = new StringBuilder();
        append(files, MAIN, new ArrayList<>(), out);
        StringBuilder settings = new StringBuilder();
        knobs.forEach((knob, value) -> settings.append("\tset(").append(knob).append(", ").append(value)
                .append(");\n"));
        String text = out.insert(out.lastIndexOf("}"), settings).toString();
        for (Map.Entry<String, Optional<String>> setting : Map.of("kernel",
                switches.kernel().map(Object::toString), "cpu_profile", switches.profile()).entrySet()) {
            text = replaced(text, setting.getKey(), setting.getValue());
        }
        return text;
    }

    /** With another value for one thing that the scenario says. */
    private static String replaced(String text, String setting, Optional<String> value) {
        return value.map(other -> Pattern.compile("\\b" + setting + "\\(\"[^\"]*\"\\)").matcher(text)
                .replaceFirst(Matcher.quoteReplacement(setting + "(\"" + other + "\")"))).orElse(text);
    }

    private static void append(SourceFiles files, String name, List<String> done, StringBuilder out) {
        if (done.contains(name)) {
            return;
        }
        done.add(name);
        String text = files.text(name).orElseThrow();
        Matcher matcher = INCLUDE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            out.append(text, at, matcher.start());
            String included = matcher.group().replaceAll("^#include \"|\"$", "");
            append(files, beside(files, name, included), done, out);
            at = matcher.end();
        }
        out.append(text.substring(at));
    }

    private static String beside(SourceFiles files, String from, String name) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return files.text(folder + name).isPresent() ? folder + name : name;
    }
}
