package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSettings;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.analysis.json.CheckJson;
import org.xstate.analysis.svg.TraceSvg;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.CheckedScenario;
import org.xstate.analysis.text.JunitXml;
import org.xstate.analysis.text.ListText;
import org.xstate.analysis.text.SuiteText;
import org.xstate.api.PluginFailure;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.Verdict;
import org.xstate.cli.ExitCode;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate check}. */
final class CheckCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("check",
                "Explores every execution of a scenario: a proof within the bounds that it prints, or a shortest "
                        + "counterexample. A file may hold several scenarios; a folder is a suite.",
                Options.operands("SCENARIO", 1, "A file in model C, or a folder of such files."));
        ModelOptions.options().forEach(spec::add);
        spec.add(Options.flag("--list", "Shows scenarios, properties and knobs, and checks nothing."));
        spec.add(Options.value("--threads", "N",
                "Threads that explore, 1 to 16 (default: all cores); the answer does not depend on it."));
        spec.add(Options.flag("--no-reductions",
                "Counts states apart that differ in dead values or in the names of CPUs only."));
        spec.add(Options.value("--max-states", "N", "Gives up at so many states (default: no bound)."));
        spec.add(Options.value("--max-memory", "SIZE",
                "Gives up when states need more than that, such as 4G (default: twice the Java heap, which is "
                        + "half of the machine's memory)."));
        spec.add(Options.value("--time", "T",
                "Gives up on a scenario after that time, such as 90s or 5m (default: no bound)."));
        spec.add(Options.flag("--expect",
                "Exits with 11 where the verdict is not the one that the scenario expects, else with 0; a folder "
                        + "is always judged so."));
        spec.add(Options.value("--against", "RESULT",
                "Also says what came out differently than in this result of an earlier check (--json)."));
        spec.add(
                Options.value("--svg", "FILE", "Also draws the first counterexample as a sequence diagram."));
        spec.add(Options.value("--save-trace", "FILE",
                "Also writes the first counterexample for xstate run --trace (*.xtrace)."));
        spec.add(Options.value("--save-selftest", "FILE.c",
                "Also writes the first counterexample as the skeleton of a C selftest for a real kernel."));
        spec.add(Options.value("--junit", "FILE", "Also writes the verdicts as JUnit XML, for CI systems."));
        spec.add(Options.flag("--json", "One JSON document for each scenario (xstate/check/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 holds, 10 violated, 11 not as expected, 13 undecided, 65 the model has errors",
                "next: xstate check examples/seed/begin-finish.c      xstate check examples --junit result.xml");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        Job job = new Job(parsed, session);
        try (Cancellation _ = new Cancellation(job.token)) {
            int code = job.run();
            session.out().flush();
            return code;
        }
    }

    /** One call of the command. */
    private static final class Job {

        private final ParseResult parsed;
        private final Session session;
        private final boolean json;
        private final LoadOptions load;
        private final ExplorationOptions options;
        /** Answers of an earlier check; empty if there is none to compare with. */
        private final List<CheckSummary> before;
        private final CancelToken token = new CancelToken();
        private final List<CheckedScenario> results = new ArrayList<>();
        private boolean pictured;
        private boolean saved;
        private boolean tested;
        private boolean printed;
        /** Diagnostics that were shown: scenarios of one file share most of them. */
        private final Set<String> shown = new HashSet<>();

        Job(ParseResult parsed, Session session) {
            this.parsed = parsed;
            this.session = session;
            this.json = Options.isSet(parsed, "--json");
            CheckSettings settings = settings(parsed);
            this.load = settings.load(
                    LoadOptions.of(session.contributions()).on(new ScenarioProcessors(session.catalog())));
            int cores = Math.min(Runtime.getRuntime().availableProcessors(), ExplorationOptions.MAX_THREADS);
            this.options = settings
                    .exploration(CheckOptions.defaults().exploration().withThreads(cores));
            this.before = Options.text(parsed, "--against").map(name -> CheckedBefore.read(name))
                    .orElse(List.of());
            if (json && Options.isSet(parsed, "--list")) {
                throw new Stop(ExitCode.USAGE, "check: --list is for reading; it has no --json");
            }
        }

        int run() {
            int code = ExitCode.CLEAN;
            boolean suites = false;
            for (String operand : Options.operands(parsed)) {
                try {
                    boolean suite = ModelFiles.isSuite(operand);
                    suites |= suite;
                    for (String file : suite ? ModelFiles.inSuite(operand) : List.of(operand)) {
                        code = Math.max(code, file(file, suite));
                    }
                } catch (Stop stop) {
                    code = Math.max(code,
                            failed(operand, Optional.empty(), stop.getMessage(), stop.exitCode()));
                }
            }
            if (suites && !json) {
                SuiteText.summary(results, session.style()).forEach(session.out()::println);
            }
            Options.text(parsed, "--junit")
                    .ifPresent(file -> OutputFiles.write(file, JunitXml.document(results)));
            return code;
        }

        private int file(String file, boolean suite) {
            int code = ExitCode.CLEAN;
            try {
                for (LoadedScenario loaded : ModelFiles.load(file, load)) {
                    if (token.isCancelled()) {
                        return ExitCode.CANCELLED;
                    }
                    code = Math.max(code, suite ? isolated(file, loaded) : scenario(file, loaded, false));
                }
            } catch (Stop stop) {
                code = Math.max(code, failed(file, Optional.empty(), stop.getMessage(), stop.exitCode()));
            } catch (PluginFailure failure) {
                code = Math.max(code, failed(file, Optional.empty(), sentence(failure),
                        ExitCode.PLUGIN_FAILED));
            }
            return code;
        }

        /** A bug that one scenario of a suite shows does not hide the verdicts about the others. */
        private int isolated(String file, LoadedScenario loaded) {
            try {
                return scenario(file, loaded, true);
            } catch (Stop stop) {
                throw stop;
            } catch (PluginFailure failure) {
                return failed(file, Optional.of(loaded.name()), sentence(failure), ExitCode.PLUGIN_FAILED);
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                return failed(file, Optional.of(loaded.name()),
                        file + ": " + loaded.name() + ": internal error: " + e
                                + "; check this scenario alone for the report",
                        ExitCode.INTERNAL);
            }
        }

        private int scenario(String file, LoadedScenario loaded, boolean suite) {
            if (suite && loaded.isPart()) {
                session.err().println("xstate: " + file + " was passed over: it has no task and no rule");
                return ExitCode.CLEAN;
            }
            if (loaded.scenario().isEmpty()) {
                diagnose(loaded);
                return failed(file, Optional.of(loaded.name()),
                        file + ": " + loaded.name()
                                + ": the model has errors, see above; nothing was checked",
                        ExitCode.BAD_INPUT);
            }
            diagnose(loaded);
            Scenario scenario = loaded.scenario().get();
            if (Options.isSet(parsed, "--list")) {
                separate();
                ListText.lines(scenario, session.style()).forEach(session.out()::println);
                return ExitCode.CLEAN;
            }
            ProgressLine progress = new ProgressLine(session);
            CheckReport report = ScenarioCheck.check(scenario, options,
                    !Options.isSet(parsed, "--no-reductions"), token, progress);
            progress.clear();
            results.add(new CheckedScenario(file, scenario.name(), Optional.of(report), ""));
            if (json) {
                session.out().println(CheckJson.document(report));
            } else if (suite) {
                session.out().println(SuiteText.line(report, session.style()));
            } else {
                separate();
                CheckText.lines(report, session.style()).forEach(session.out()::println);
                CheckedBefore.lines(report, before, session.style()).forEach(session.out()::println);
            }
            files(report, suite);
            return exitCode(report, suite || Options.isSet(parsed, "--expect"));
        }

        private void diagnose(LoadedScenario loaded) {
            if (shown.add(loaded.text())) {
                session.out().flush();
                session.err().print(loaded.text());
            }
        }

        /** An empty line between two answers. */
        private void separate() {
            if (printed) {
                session.out().println();
            }
            printed = true;
        }

        private static int exitCode(CheckReport report, boolean judged) {
            if (report.limit().equals(Optional.of(Limit.CANCELLED))) {
                return ExitCode.CANCELLED;
            }
            if (report.verdict() == Verdict.UNDECIDED) {
                return ExitCode.UNDECIDED;
            }
            if (judged && report.hasExpectation()) {
                return report.asExpected() ? ExitCode.CLEAN : ExitCode.UNEXPECTED;
            }
            return report.verdict() == Verdict.VIOLATED ? ExitCode.VIOLATED : ExitCode.CLEAN;
        }

        /** The picture and the trace are of the first counterexample. */
        private void files(CheckReport report, boolean suite) {
            if (report.trace().isEmpty()) {
                return;
            }
            Optional<String> svg = Options.text(parsed, "--svg").filter(_ -> !pictured);
            Optional<String> trace = Options.text(parsed, "--save-trace").filter(_ -> !saved);
            svg.ifPresent(name -> OutputFiles.write(name, TraceSvg.draw(report.trace().get(),
                    "VIOLATED " + report.property().orElse(""), CheckText.subtitle(report.scenario()))));
            trace.ifPresent(name -> OutputFiles.write(name, report.traceFile().orElseThrow().text()));
            Optional<String> selftest = Options.text(parsed, "--save-selftest").filter(_ -> !tested);
            selftest.ifPresent(
                    name -> SelftestFile.write(name, report.scenario(), report.traceFile().orElseThrow()));
            pictured |= svg.isPresent();
            saved |= trace.isPresent();
            tested |= selftest.isPresent();
            if (!json && !suite) {
                hint(svg, trace).forEach(session.out()::println);
            }
        }

        private static List<String> hint(Optional<String> svg, Optional<String> trace) {
            String run = trace.map(name -> "step through it: xstate run --trace " + name)
                    .orElse("keep it: --save-trace FILE");
            String picture = svg.map(name -> "picture: " + name).orElse("picture: --svg FILE");
            return List.of("           " + run + "        " + picture);
        }

        /** The same words as for every command that a plugin ends. */
        private static String sentence(PluginFailure failure) {
            return "plugin %s failed: %s".formatted(failure.bundle(), failure.getMessage());
        }

        private int failed(String file, Optional<String> scenario, String message, int code) {
            if (json) {
                session.out().println(CheckJson.error(file, scenario, message));
            }
            session.out().flush();
            session.err().println("xstate: " + message);
            results.add(new CheckedScenario(file, scenario.orElse(""), Optional.empty(), message));
            return code;
        }
    }

    private static CheckSettings settings(ParseResult parsed) {
        CheckSettings model = ModelOptions.settings(parsed);
        return new CheckSettings(model.scenarios(), model.knobs(), model.kernel(), model.profile(),
                model.policies(),
                Options.text(parsed, "--threads").map(
                        text -> Quantities.read("--threads", text, () -> CheckSettings.threads(text))),
                Options.text(parsed, "--max-states")
                        .map(text -> Quantities.count("--max-states", text, 1, Long.MAX_VALUE)),
                Options.text(parsed, "--max-memory").map(text -> Quantities.size("--max-memory", text)),
                Options.text(parsed, "--time").map(text -> Quantities.time("--time", text)),
                !Options.isSet(parsed, "--no-reductions"));
    }
}
