package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.compare.Compare;
import org.xstate.analysis.compare.Comparison;
import org.xstate.analysis.json.CompareJson;
import org.xstate.analysis.text.CompareText;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.Verdict;
import org.xstate.cli.ExitCode;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate compare}. */
final class CompareCommand implements Command {

    private static final String WITHOUT = "without";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("compare",
                "Checks scenarios under several settings and says which verdicts depend on them: on a kernel, a "
                        + "processor or a knob (--vary), or on each rule of the kernel (--relies-on).",
                Options.operands("SCENARIO", 1, "A file in model C, or a folder of such files."));
        ModelOptions.options().forEach(spec::add);
        spec.add(Options.value("--vary", "NAME[=V1,V2...]",
                "What is set: kernel=V1,V2..., cpu=NAME1,NAME2..., or a knob, by default with each of its values."));
        spec.add(Options.flag("--relies-on",
                "Takes away one rule of the kernel at a time (a fix, a test, an invalidation) and says without "
                        + "which of them the scenario no longer holds."));
        spec.add(Options.flag("--json", "One JSON document (xstate/compare/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 compared, whatever the verdicts, 13 something is undecided, 65 a model has errors "
                        + "as it is",
                "next: xstate compare examples/scenarios/exec.c --vary kernel=5.15,6.5,6.6");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        Optional<String> vary = Options.text(parsed, "--vary");
        boolean rules = Options.isSet(parsed, "--relies-on");
        if (vary.isPresent() == rules) {
            throw new Stop(ExitCode.USAGE, "compare: give one of --vary and --relies-on");
        }
        CancelToken token = new CancelToken();
        try (Cancellation _ = new Cancellation(token)) {
            String axis = vary.map(text -> text.replaceFirst("=.*", "")).orElse(WITHOUT);
            List<Comparison.Row> rows = new ArrayList<>();
            for (String file : files(Options.operands(parsed))) {
                LoadOptions options = ModelOptions.read(parsed, session);
                refuseWhatDoesNotLoad(file, options, session);
                Compare compare = new Compare(options,
                        set -> ModelFiles.load(file, set),
                        scenario -> check(scenario, token, session));
                rows.addAll(rules ? compare.withoutEachRule() : varied(compare, axis, vary.get()));
            }
            Comparison comparison = new Comparison(axis, rows);
            if (Options.isSet(parsed, "--json")) {
                session.out().println(CompareJson.document(comparison));
            } else {
                CompareText.lines(comparison, session.style()).forEach(session.out()::println);
            }
            session.out().flush();
            return token.isCancelled() ? ExitCode.CANCELLED : exitCode(comparison);
        }
    }

    private static List<String> files(List<String> operands) {
        return operands.stream().flatMap(
                name -> (ModelFiles.isSuite(name) ? ModelFiles.inSuite(name) : List.of(name)).stream())
                .toList();
    }

    /** What is wrong with the file itself is not a matter of settings. */
    private static void refuseWhatDoesNotLoad(String file, LoadOptions options, Session session) {
        List<LoadedScenario> loaded = ModelFiles.load(file, options);
        if (loaded.stream().allMatch(one -> one.scenario().isEmpty())) {
            session.err().print(loaded.getFirst().text());
            throw new Stop(ExitCode.BAD_INPUT,
                    file + ": the model has errors, see above; nothing was compared");
        }
    }

    private static CheckReport check(Scenario scenario, CancelToken token, Session session) {
        CheckOptions options = CheckOptions.defaults();
        ProgressLine progress = new ProgressLine(session);
        CheckReport report = ScenarioCheck.check(scenario, options.exploration(), options.reductions(), token,
                progress);
        progress.clear();
        return report;
    }

    private static List<Comparison.Row> varied(Compare compare, String axis, String text) {
        int equals = text.indexOf('=');
        List<String> values = equals < 0
                ? compare.values(axis)
                : List.of(text.substring(equals + 1).split(","));
        if (values.isEmpty() || values.contains("")) {
            throw new Stop(ExitCode.USAGE, "--vary " + text
                    + ": write kernel=V1,V2 or cpu=NAME1,NAME2 or a knob of the model (xstate check --list)");
        }
        return compare.vary(values, setting(axis));
    }

    private static Compare.Setting setting(String axis) {
        return switch (axis) {
            case "kernel" -> (options, value) -> options.on(Optional.of(KernelVersion.parse(value)
                    .orElseThrow(() -> new Stop(ExitCode.USAGE,
                            "--vary kernel=" + value + ": write a release such as 6.16 or 5.15.3"))),
                    Optional.empty());
            case "cpu" -> (options, value) -> {
                CpuSources.profile(value);
                return options.on(Optional.empty(), Optional.of(value));
            };
            default -> (options, value) -> knob(options, axis, value);
        };
    }

    private static LoadOptions knob(LoadOptions options, String name, String value) {
        Map<String, String> knobs = new LinkedHashMap<>(options.knobs());
        knobs.put(name, value);
        return options.with(knobs);
    }

    private static int exitCode(Comparison comparison) {
        List<Comparison.Cell> cells = comparison.rows().stream().flatMap(row -> row.cells().stream())
                .toList();
        if (cells.stream().allMatch(cell -> cell.error().isPresent())) {
            return ExitCode.BAD_INPUT;
        }
        return cells.stream().anyMatch(cell -> cell.verdict().equals(Optional.of(Verdict.UNDECIDED)))
                ? ExitCode.UNDECIDED
                : ExitCode.CLEAN;
    }
}
