package org.xstate.analysis.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.index.SourceText;
import org.xstate.sim.library.Library;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** What is wrong with a file, in any of its scenarios, each thing once. */
public final class Problems {

    /** Who may call the functions of a file that has no tasks of its own. */
    private static final String SOMEBODY = "tasks of nobody";
    private static final String TASKS = "task(nobody_1) { }\ntask(nobody_2) { }\ntask(nobody_3) { }\n"
            + "kernel_thread(nobody_4) { }\n";

    private final ModelSources sources;
    private final SourceFiles files;
    private final String file;
    private final String main;
    private final Map<Diagnostic, Problem> found = new LinkedHashMap<>();

    private Problems(ModelSources sources, SourceFiles files, String file) {
        this.sources = sources;
        this.files = files;
        this.file = file;
        this.main = ModelSources.context(files, file);
    }

    /**
     * Compiles a file as {@code xstate check} would, and executes nothing. A header is compiled in the place where another file
     * includes it.
     *
     * @param cancelled asked between two scenarios; what has been found by then is returned
     */
    public static List<Problem> of(ModelSources sources, SourceFiles files, String file,
            BooleanSupplier cancelled) {
        Problems problems = new Problems(sources, files, file);
        problems.find(cancelled);
        return problems.found.values().stream()
                .sorted(java.util.Comparator.comparing(problem -> problem.diagnostic().span())).toList();
    }

    private void find(BooleanSupplier cancelled) {
        Outline outline = ModelCompiler.outline(files, main);
        if (!outline.rules() && outline.processes().isEmpty()
                && outline.diagnostics().stream().noneMatch(Diagnostic::isError)) {
            fragment();
            return;
        }
        List<String> scenarios = new ArrayList<>(
                outline.scenarios().stream().map(one -> one.name()).toList());
        if (scenarios.isEmpty()) {
            scenario(List.of());
        }
        for (String scenario : scenarios) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            scenario(List.of(scenario));
        }
    }

    private void scenario(List<String> wanted) {
        for (LoadedScenario one : ScenarioLoader.load(files, main, sources.options().only(wanted))) {
            one.diagnostics().forEach(diagnostic -> add(diagnostic, one.name()));
        }
    }

    /** A text that nobody includes and that has nothing to execute: functions for a file that is still to be written. */
    private void fragment() {
        Optional<Library> library = sources.library(files, main);
        List<String> names = new ArrayList<>(library.map(Library::names).orElse(List.of()));
        names.add(SOMEBODY);
        SourceFiles all = SourceFiles.of(Map.of(SOMEBODY, TASKS)).or(files);
        ModelCompiler.compile(library.map(one -> one.files().or(all)).orElse(all), main,
                CompileOptions.DEFAULT.with(names)).diagnostics().stream()
                .filter(diagnostic -> !diagnostic.code().startsWith("unused"))
                // what a library lacks without a scenario is not this text's fault
                .filter(diagnostic -> !names.contains(diagnostic.span().file()))
                .forEach(diagnostic -> add(diagnostic, ""));
    }

    /** What is wrong in an included file is shown at the place where it is included. */
    private void add(Diagnostic diagnostic, String scenario) {
        if (found.containsKey(diagnostic)) {
            return;
        }
        String place = diagnostic.span().file();
        Optional<SourceText> text = files.text(place).map(content -> SourceText.of(place, content));
        if (place.equals(file) && text.isPresent()) {
            Fixes fixes = new Fixes(
                    files.text(main).map(content -> SourceText.of(main, content)).orElse(text.get()),
                    diagnostic.code().startsWith("no-such-")
                            ? sources.library(files, main)
                            : Optional.empty(),
                    scenario);
            found.put(diagnostic, new Problem(diagnostic, scenario, fixes.of(diagnostic, text.get())));
        } else if (diagnostic.isError() && file.equals(main)) {
            Diagnostic here = Diagnostic.error(diagnostic.code(), include(place),
                    "%s: %s".formatted(diagnostic.span().place(), diagnostic.message()));
            found.putIfAbsent(here, new Problem(here, scenario, List.of()));
        }
    }

    /** The directive that names a file, or may lead to it. */
    private Span include(String place) {
        SourceText text = SourceText.of(main, files.text(main).orElse(""));
        String name = place.substring(place.lastIndexOf('/') + 1);
        return text.tokens().stream().filter(token -> token.text().endsWith(name + "\"")).findFirst()
                .or(() -> text.tokens().stream().filter(token -> token.text().startsWith("#include"))
                        .findFirst())
                .map(text::span).orElse(new Span(main, 1, 1, 1));
    }
}
