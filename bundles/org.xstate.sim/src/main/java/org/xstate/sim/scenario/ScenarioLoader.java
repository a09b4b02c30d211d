package org.xstate.sim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.sim.library.Library;

/**
 * Makes machines of a scenario file. A file in rule form stands alone and is one scenario, named as the file is, unless
 * it declares some; a file with tasks is compiled behind the library, for the processor and the kernel that its scenario
 * names.
 */
public final class ScenarioLoader {

    /** The processor that a scenario runs on if nobody says anything else. */
    public static final String DEFAULT_PROFILE = "sapphirerapids";

    /** The name that a diagnostic is about. */
    private static final Pattern QUOTED = Pattern.compile("'(\\w+)'");

    /** The diagnostic about a file without tasks and rules: it may be one that others include. */
    public static final String NOTHING_TO_EXECUTE = "nothing-to-execute";

    private final SourceFiles files;
    private final String file;
    private final LoadOptions options;
    private final Outline outline;

    private ScenarioLoader(SourceFiles files, String file, LoadOptions options, Outline outline) {
        this.files = files;
        this.file = file;
        this.options = options;
        this.outline = outline;
    }

    /** What a file says of its scenarios, without compiling it; includes come from the disk. */
    public static Outline outline(String file) {
        return ModelCompiler.outline(new DiskSources(), file);
    }

    /** The file and what it includes, from the disk. */
    public static List<LoadedScenario> load(String file, LoadOptions options) {
        return load(new DiskSources(), file, options);
    }

    /** A file whose text is given; what it includes comes from the disk. */
    public static List<LoadedScenario> load(String file, String text, LoadOptions options) {
        return load(SourceFiles.of(Map.of(file, text)).or(new DiskSources()), file, options);
    }

    /**
     * The wanted scenarios of a file, in the order of the text; just one, without a machine, if the file cannot be read
     * as a model or does not have the wanted ones.
     *
     * @param file with {@code /} between folders
     */
    public static List<LoadedScenario> load(SourceFiles files, String file, LoadOptions options) {
        Outline outline = ModelCompiler.outline(files, file);
        ScenarioLoader loader = new ScenarioLoader(files, file, options, outline);
        if (outline.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            return List.of(loader.failed(loader.fileName(), outline.diagnostics(), files));
        }
        if (!outline.rules() && outline.processes().isEmpty()) {
            return List.of(loader.failed(loader.fileName(), List.of(Diagnostic.error(NOTHING_TO_EXECUTE,
                    new Span(file, 1, 1, 1), "there is nothing to execute: no task and no rule")), files));
        }
        return loader.all();
    }

    /**
     * The library that a file is read behind: that of its first scenario whose machine there is, else that of a machine with
     * as many components as there is room for. Empty for a file in rule form, which stands alone. Nothing is compiled.
     */
    public static Optional<Library> library(SourceFiles files, String file, LoadOptions options) {
        Outline outline = ModelCompiler.outline(files, file);
        if (outline.rules() && outline.processes().isEmpty()) {
            return Optional.empty();
        }
        ScenarioLoader loader = new ScenarioLoader(files, file, options, outline);
        return outline.scenarios().stream().map(scenario -> new ScenarioSettings(Optional.of(scenario)))
                .map(loader::library).flatMap(Optional::stream).findFirst()
                .or(() -> CpuProfiles.find(DEFAULT_PROFILE).flatMap(profile -> Library.widest(profile,
                        loader.kernel(new ScenarioSettings(Optional.empty())), options.catalog(),
                        options.handlers())))
                .map(library -> library.knowing(options.catalog(), options.handlers()));
    }

    private Optional<Library> library(ScenarioSettings settings) {
        Map<String, String> knobs = new LinkedHashMap<>(settings.knobs());
        knobs.putAll(options.knobs());
        return library(profile(settings), settings, kernel(settings),
                knobs) instanceof Library.Result.Ready(Library ready) ? Optional.of(ready) : Optional.empty();
    }

    private KernelVersion kernel(ScenarioSettings settings) {
        return options.kernel().or(settings::kernel).or(options.otherwise()::kernel)
                .orElse(CompileOptions.DEFAULT_KERNEL);
    }

    private String profile(ScenarioSettings settings) {
        return options.profile().or(settings::profile).or(options.otherwise()::profile)
                .orElse(DEFAULT_PROFILE);
    }

    private List<LoadedScenario> all() {
        List<String> names = outline.scenarios().stream().map(Program.Scenario::name).toList();
        List<Diagnostic> missing = options.scenarios().stream()
                .filter(wanted -> !names.contains(wanted) && !wanted.equals(fileName()))
                .map(wanted -> Diagnostic.error("no-such-scenario", new Span(file, 1, 1, 1),
                        "no such scenario '" + wanted + "'"
                                + (names.isEmpty() ? "" : "; there is " + String.join(", ", names))))
                .toList();
        if (!missing.isEmpty()) {
            return List.of(failed(fileName(), missing, files));
        }
        if (names.isEmpty()) {
            return List.of(one(Optional.empty()));
        }
        return outline.scenarios().stream()
                .filter(scenario -> options.scenarios().isEmpty()
                        || options.scenarios().contains(scenario.name()))
                .map(scenario -> one(Optional.of(scenario))).toList();
    }

    private LoadedScenario one(Optional<Program.Scenario> declared) {
        String name = declared.map(Program.Scenario::name).orElse(fileName());
        ScenarioSettings settings = new ScenarioSettings(declared);
        boolean sequential = !outline.processes(declared).isEmpty();
        KernelVersion kernel = kernel(settings);
        CompileOptions compile = new CompileOptions(declared.map(Program.Scenario::name),
                Optional.of(kernel), options.knobs(), List.of(), options.open());
        if (!sequential) {
            return compiled(name, settings, new Base(kernel, Optional.empty(), Optional.empty(), files),
                    compile);
        }
        String profile = profile(settings);
        Optional<String> table = options.open().names().stream().filter(Library.TABLE_KNOBS::contains)
                .findFirst();
        if (table.isPresent()) {
            return failed(name, List.of(Diagnostic.error("no-such-machine", new Span(file, 1, 1, 1),
                    "the layout of images depends on the knob '" + table.get()
                            + "': it cannot be left open")),
                    files);
        }
        Map<String, String> knobs = new LinkedHashMap<>(settings.knobs());
        knobs.putAll(options.knobs());
        return switch (library(profile, settings, kernel, knobs)) {
            case Library.Result.Refused(String setting, String reason) -> failed(name,
                    List.of(Diagnostic.error(
                            "no-such-machine",
                            settings.place(setting, reason).orElse(new Span(file, 1, 1, 1)),
                            reason)),
                    files);
            case Library.Result.Ready(Library library) -> compiled(name, settings,
                    new Base(kernel, Optional.of(profile),
                            Optional.of(library.knowing(options.catalog(), options.handlers())),
                            library.files().or(files)),
                    compile.with(library.names()));
        };
    }

    private Library.Result library(String profile, ScenarioSettings settings, KernelVersion kernel,
            Map<String, String> knobs) {
        Map<String, RestorePolicy> chosen = new LinkedHashMap<>(settings.policies());
        chosen.putAll(options.policies());
        Map<Integer, RestorePolicy> policies = new LinkedHashMap<>();
        for (Map.Entry<String, RestorePolicy> one : chosen.entrySet()) {
            Optional<XFeatureProvider> provider = options.catalog().find(one.getKey());
            if (provider.isEmpty()) {
                return new Library.Result.Refused("policy", "there is no component '" + one.getKey() + "'");
            }
            policies.put(provider.get().descriptor().number(), one.getValue());
        }
        XFeatureMask otherwise = new XFeatureMask(
                policies.keySet().stream().mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b));
        // what is about another policy of a component goes with it
        List<TrapHandlerSource> handlers = options.handlers().stream()
                .filter(handler -> handler.needs().and(otherwise).isEmpty()).toList();
        return switch (options.processors().find(profile, file)) {
            case ProcessorFinder.Result.Missing(String reason) ->
                new Library.Result.Refused("cpu_profile", reason);
            case ProcessorFinder.Result.Found(CpuProfile found) -> Library.of(found, settings.features(),
                    kernel, knobs, options.catalog().restoring(policies), handlers);
        };
    }

    /** What a scenario is compiled on. */
    private record Base(KernelVersion kernel, Optional<String> profile, Optional<Library> library,
            SourceFiles sources) {

        /** With a note where the name would be there if the scenario had more features. */
        Diagnostic explained(Diagnostic diagnostic) {
            Matcher name = QUOTED.matcher(diagnostic.message());
            if (!diagnostic.code().startsWith("no-such-") || !name.find()) {
                return diagnostic;
            }
            return library.flatMap(texts -> texts.explanation(name.group(1)))
                    .map(sentence -> Diagnostic
                            .error(diagnostic.code(), diagnostic.span(), diagnostic.message())
                            .note(sentence))
                    .orElse(diagnostic);
        }
    }

    private LoadedScenario compiled(String name, ScenarioSettings settings, Base base,
            CompileOptions compile) {
        Compilation compilation = ModelCompiler.compile(base.sources(), file, compile);
        List<Diagnostic> diagnostics = compilation.diagnostics().stream().map(base::explained)
                .collect(Collectors.toCollection(ArrayList::new));
        Optional<Linked> linked = compilation.program()
                .map(program -> Linker.link(program, LinkOptions.cpus(program.cpus())));
        linked.ifPresent(result -> diagnostics.addAll(result.diagnostics()));
        Optional<Scenario> scenario = linked.flatMap(Linked::machine)
                .map(machine -> scenario(name, settings, base, compilation, machine));
        return new LoadedScenario(name, diagnostics, new DiagnosticText(base.sources()).render(diagnostics),
                scenario);
    }

    private Scenario scenario(String name, ScenarioSettings settings, Base base, Compilation compilation,
            Machine machine) {
        Program program = compilation.program().orElseThrow();
        String digest = Digest.of(compilation.units().stream().map(SourceUnit::file).toList(),
                base.sources());
        return new Scenario(file, name, base.kernel(), base.profile(), base.library(),
                base.profile().map(_ -> bounds(program, settings)), settings.text("expect_violation"),
                program,
                machine, base.sources(), digest);
    }

    private static Bounds bounds(Program program, ScenarioSettings settings) {
        int threads = (int) program.tasks().stream().filter(Program.Task::kernelThread).count();
        return new Bounds(program.cpus(), program.tasks().size() - threads, threads,
                settings.count("softirqs"), settings.count("hardirqs"), settings.count("nmis"),
                settings.count("operations"), settings.count("migrations"),
                settings.continuations());
    }

    private LoadedScenario failed(String name, List<Diagnostic> diagnostics, SourceFiles sources) {
        return new LoadedScenario(name, diagnostics, new DiagnosticText(sources).render(diagnostics),
                Optional.empty());
    }

    private String fileName() {
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.lastIndexOf('.') > 0 ? last.substring(0, last.lastIndexOf('.')) : last;
    }
}
