package org.xstate.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.analysis.check.RunReport;
import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.check.TraceFile;
import org.xstate.analysis.json.RunJson;
import org.xstate.analysis.machine.MachineGrid;
import org.xstate.analysis.machine.MachineReport;
import org.xstate.analysis.machine.MachineText;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.svg.TraceSvg;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.RunText;
import org.xstate.cli.ExitCode;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate run}. */
final class RunCommand implements Command {

    private static final int STEPS = 100;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("run",
                "Executes a scenario once and shows every step with what it changed: by a schedule, by a trace that "
                        + "xstate check has saved, or by chance. Without any of these it takes no step and says "
                        + "which are possible.",
                Options.operands("SCENARIO", 0,
                        "A file in model C; with --trace it may be left out, the trace names it."));
        ModelOptions.options().forEach(spec::add);
        spec.add(Options.value("--schedule", "S",
                "The steps: names with blanks or commas between them. A is a step of task A, softirq@1 one of the "
                        + "softirq on CPU 1, preempt/A a preemption of A, a rule is named as it is. :2 takes the third "
                        + "way through its choices, *3 repeats a step, * repeats it as long as possible."));
        spec.add(Options.value("--trace", "FILE", "Replays a saved trace (*.xtrace)."));
        spec.add(Options.value("--seed", "N", "Takes steps by chance; the same seed gives the same run."));
        spec.add(Options.value("--steps", "N", "Steps by chance at most (default: " + STEPS + ")."));
        spec.add(Options.value("--svg", "FILE", "Also draws the run as a sequence diagram."));
        spec.add(Options.value("--machine", "STEP",
                "Also shows the machine there: where the state of every task is, copy by copy, and what the statement "
                        + "moved. STEP is the number of a step, STEP.LINE one of its lines, or end."));
        spec.add(Options.value("--machine-svg", "FILE",
                "Draws the machine at the place of --machine, or at the end."));
        spec.add(Options.value("--timeline", "FILE",
                "Writes who did what when: FILE.svg a picture, FILE.json data (xstate/timeline/1), else lines of text."));
        spec.add(Options.value("--timeline-steps", "A-B",
                "Of the picture of --timeline only the steps from A to B, below a bar with all."));
        spec.add(Options.value("--html", "FILE",
                "Writes the run as one page: the timeline, and the machine after every line."));
        spec.add(Options.value("--save-trace", "FILE",
                "Also writes the run for xstate run --trace (*.xtrace)."));
        spec.add(Options.value("--save-selftest", "FILE.c",
                "Also writes the run as the skeleton of a C selftest for a real kernel."));
        spec.add(Options.flag("--debug",
                "Steps through the run, forwards and backwards, by commands from the standard input; help lists them."));
        spec.add(Options.flag("--json", "One JSON document (xstate/run/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 nothing is violated, 10 violated, 65 the model has errors, or "
                        + "the trace does not fit it",
                "next: xstate run examples/anchors/S.c --seed 1      xstate run --trace out.xtrace --svg out.svg");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        Optional<String> schedule = Options.text(parsed, "--schedule");
        Optional<String> trace = Options.text(parsed, "--trace");
        Optional<Long> seed = Options.text(parsed, "--seed")
                .map(text -> Quantities.count("--seed", text, Long.MIN_VALUE, Long.MAX_VALUE));
        if (Stream.of(schedule, trace, seed).filter(Optional::isPresent).count() > 1) {
            throw new Stop(ExitCode.USAGE, "run: give one of --schedule, --trace and --seed");
        }
        int steps = Options.text(parsed, "--steps")
                .map(text -> (int) Quantities.count("--steps", text, 1, 1_000_000))
                .orElse(STEPS);
        LoadOptions options = ModelOptions.read(parsed, session);
        RunReport report;
        if (trace.isPresent()) {
            report = replay(trace.get(), operand(parsed), options, session);
        } else {
            String file = operand(parsed)
                    .orElseThrow(
                            () -> new Stop(ExitCode.USAGE, "run: name a scenario file, or give --trace"));
            Scenario scenario = one(file, options, session);
            report = executed(file, () -> seed.isPresent()
                    ? ScenarioRun.random(scenario, seed.get(), steps)
                    : ScenarioRun.schedule(scenario, schedule.orElse("")), ExitCode.USAGE);
        }
        if (Options.isSet(parsed, "--debug")) {
            return DebugLoop.run(report, session);
        }
        print(report, parsed, session);
        return report.end() == RunReport.End.VIOLATED ? ExitCode.VIOLATED : ExitCode.CLEAN;
    }

    private static Optional<String> operand(ParseResult parsed) {
        List<String> operands = Options.operands(parsed);
        if (operands.size() > 1) {
            throw new Stop(ExitCode.USAGE, "run: takes one scenario file, not " + operands.size());
        }
        return operands.stream().findFirst();
    }

    private interface Execution {
        RunReport run();
    }

    /** What cannot be executed is told as what was given: the command line or the trace. */
    private static RunReport executed(String what, Execution execution, int code) {
        try {
            return execution.run();
        } catch (IllegalArgumentException e) {
            throw new Stop(code, what + ": " + e.getMessage());
        }
    }

    private static RunReport replay(String name, Optional<String> operand, LoadOptions options,
            Session session) {
        TraceFile file = read(name);
        LoadOptions made = file.load(options);
        String model = operand.orElseGet(() -> file.model(InputFiles.path(name)).toString());
        Scenario scenario = loaded(model, made, session).orElseThrow(() -> new Stop(ExitCode.BAD_INPUT, name
                + ": " + model
                + " has errors with the settings of the trace, see above; has it changed since?"));
        return executed(name, () -> ScenarioRun.replay(scenario, file, name), ExitCode.BAD_INPUT);
    }

    private static TraceFile read(String name) {
        try {
            return TraceFile.parse(Files.readString(InputFiles.path(name), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": there is no such file");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": this is no trace: it is not text");
        } catch (IOException e) {
            throw new Stop(ExitCode.INPUT_MISSING, name + ": cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": " + e.getMessage());
        }
    }

    /** The scenario to run: the only one of the file, or the one that is named. */
    private static Scenario one(String file, LoadOptions options, Session session) {
        return loaded(file, options, session).orElseThrow(() -> new Stop(ExitCode.BAD_INPUT,
                file + ": the model has errors, see above; nothing was executed"));
    }

    private static Optional<Scenario> loaded(String file, LoadOptions options, Session session) {
        List<LoadedScenario> loaded = ModelFiles.load(file, options);
        if (loaded.size() > 1) {
            List<String> names = new ArrayList<>();
            loaded.forEach(scenario -> names.add(scenario.name()));
            throw new Stop(ExitCode.USAGE, file + " has several scenarios; name one with --scenario: "
                    + String.join(", ", names));
        }
        session.err().print(loaded.getFirst().text());
        return loaded.getFirst().scenario();
    }

    private static void print(RunReport report, ParseResult parsed, Session session) {
        RunPlaces places = new RunPlaces(report);
        Optional<MachineReport> machine = Options.text(parsed, "--machine").map(places::machine);
        if (Options.isSet(parsed, "--json")) {
            session.out().println(RunJson.document(report, machine));
        } else {
            RunText.lines(report, session.style()).forEach(session.out()::println);
            machine.ifPresent(one -> {
                session.out().println();
                MachineText.lines(one, MachineGrid.Options.STANDARD).forEach(session.out()::println);
            });
        }
        Options.text(parsed, "--machine-svg").ifPresent(name -> OutputFiles.write(name, PictureSvg.document(
                machine.orElseGet(() -> places.machine(RunPlaces.END))
                        .picture(MachineGrid.Options.STANDARD))));
        Options.text(parsed, "--timeline")
                .ifPresent(name -> OutputFiles.write(name,
                        places.timeline(name, Options.text(parsed, "--timeline-steps"))));
        String title = report.trace().end().map(end -> "VIOLATED " + end.property())
                .orElse(report.scenario().name());
        String subtitle = CheckText.subtitle(report.scenario());
        Options.text(parsed, "--svg").ifPresent(
                name -> OutputFiles.write(name, TraceSvg.draw(report.trace(), title, subtitle)));
        Options.text(parsed, "--html")
                .ifPresent(name -> OutputFiles.write(name, places.html(title, subtitle)));
        Options.text(parsed, "--save-trace").ifPresent(name -> OutputFiles.write(name, report.file().text()));
        Options.text(parsed, "--save-selftest")
                .ifPresent(name -> SelftestFile.write(name, report.scenario(), report.file()));
    }
}
