package org.xstate.cli.internal;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.analysis.designs.CellExplanation;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignJudge;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.designs.DesignStudy;
import org.xstate.analysis.designs.DesignsHtml;
import org.xstate.analysis.designs.DesignsPicture;
import org.xstate.analysis.designs.Subject;
import org.xstate.analysis.json.DesignsJson;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.svg.TraceSvg;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.DesignsText;
import org.xstate.analysis.text.RunText;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.cli.ExitCode;
import org.xstate.sim.scenario.LoadOptions;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate designs}. */
final class DesignsCommand implements Command {

    private static final int CELL = 3;

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("designs",
                "Which kernel API for changing one component is right, in which case it is not, and what it costs: every "
                        + "design, entry case and continuation, explored.");
        spec.add(Options.values("--design", "ID|FILE",
                "Only this design, or a design of your own in a file of model C (repeatable; default: all)."));
        spec.add(Options.value("--updated", "NAME",
                "The component that is changed (default: the first extended one)."));
        spec.add(Options.value("--bystander", "NAME",
                "The component that has to be as it was (default: one that lies behind it)."));
        ModelOptions.machine().forEach(spec::add);
        spec.add(OptionSpec.builder("--explain").paramLabel("DESIGN ENTRY CONTINUATION").type(List.class)
                .auxiliaryTypes(String.class).arity("3").hideParamSyntax(true)
                .description("The counterexample of one cell: --explain 1a L1 kf.").build());
        spec.add(Options.value("--svg", "FILE",
                "Draws the matrix and what each design costs; with --explain the counterexample."));
        spec.add(Options.value("--save-scenario", "FILE",
                "With --explain: writes the cell as a scenario file of its own, for xstate check and run."));
        DesignSearch.options(spec);
        spec.add(Options.value("--threads", "N",
                "Designs, or parts of a search, that are explored at a time (default: all cores); the answer does not depend on it."));
        spec.add(Options.value("--html", "FILE", "Also writes the matrix as a page of its own."));
        spec.add(Options.flag("--json",
                "One JSON document (xstate/designs/1; of a search xstate/designs-search/1)."));
        spec.usageMessage().footer("",
                "With --kernel, --cpu or --set the rows that differ from the standard harness are listed, too.",
                "exit codes: 0 computed, whatever the verdicts, 13 some combinations undecided, 65 a design has errors, "
                        + "130 cancelled",
                "next: xstate designs --explain 1a L1 kf      xstate designs --search examples/seed/begin-finish.c");
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
        private final List<Design> known;
        private final int threads;
        private final CancelToken token = new CancelToken();

        Job(ParseResult parsed, Session session) {
            this.parsed = parsed;
            this.session = session;
            this.known = Design.of(session.contributions().apiDesigns());
            this.threads = Options.text(parsed, "--threads")
                    .map(text -> (int) Quantities.count("--threads", text, 1, ExplorationOptions.MAX_THREADS))
                    .orElse(Math.min(Runtime.getRuntime().availableProcessors(),
                            ExplorationOptions.MAX_THREADS));
        }

        int run() {
            DesignSearch.refuseMixed(parsed);
            if (DesignSearch.isWanted(parsed)) {
                return DesignSearch.run(parsed, session, token);
            }
            List<String> cell = parsed.matchedOptionValue("--explain", List.of());
            if (cell.isEmpty()) {
                refuse("--save-scenario");
                return matrix(study(chosen()));
            }
            refuse("--html", "--json", "--design");
            return explain(study(List.of(design(cell.getFirst()))), cell);
        }

        private void refuse(String... options) {
            for (String option : options) {
                if (parsed.hasMatchedOption(option)) {
                    throw new Stop(ExitCode.USAGE, "designs: " + option + " goes "
                            + (parsed.hasMatchedOption("--explain") ? "not with" : "with") + " --explain");
                }
            }
        }

        private List<Design> chosen() {
            List<String> names = Options.texts(parsed, "--design");
            return names.isEmpty() ? known : names.stream().distinct().map(this::design).toList();
        }

        private Design design(String name) {
            Optional<Design> contributed = known.stream().filter(one -> one.id().equals(name)).findFirst();
            if (contributed.isPresent()) {
                return contributed.get();
            }
            if (!name.endsWith(".c") && !Files.exists(InputFiles.path(name))) {
                String near = known.stream().map(Design::id)
                        .min(Comparator.comparingInt(id -> Distance.between(id, name)))
                        .map(id -> "; did you mean '" + id + "'?").orElse("");
                throw new Stop(ExitCode.USAGE, "designs: there is no design '" + name + "'" + near
                        + " A design of your own is a file (*.c)");
            }
            return Design.file(name.replace('\\', '/'), ModelFiles.text(name), ModelFiles::included, known);
        }

        private DesignStudy study(List<Design> designs) {
            LoadOptions base = LoadOptions.of(session.contributions())
                    .on(new ScenarioProcessors(session.catalog()));
            return new DesignStudy(designs, known, subject(), ModelOptions.switches(parsed), base);
        }

        private Optional<Subject> subject() {
            Optional<String> updated = Options.text(parsed, "--updated");
            Optional<String> bystander = Options.text(parsed, "--bystander");
            if (updated.isEmpty() && bystander.isEmpty()) {
                return Optional.empty();
            }
            Subject standard = Subject.standard();
            try {
                return Optional.of(Subject.of(updated.orElse(standard.updated()),
                        bystander.orElse(standard.bystander()), session.catalog()));
            } catch (IllegalArgumentException e) {
                throw new Stop(ExitCode.USAGE, "designs: " + e.getMessage());
            }
        }

        private DesignMatrix judge(DesignStudy study) {
            ProgressLine progress = new ProgressLine(session);
            DesignMatrix matrix = DesignJudge.judge(study, threads, token,
                    done -> progress.text("designs  %d of %d".formatted(done, study.designs().size())));
            progress.clear();
            return matrix;
        }

        private int matrix(DesignStudy study) {
            DesignMatrix matrix = judge(study);
            Optional<List<DesignMatrix.Change>> changes = Optional.empty();
            if (study.hasSwitches() && matrix.complete()) {
                DesignMatrix standard = judge(study.withoutSwitches());
                changes = Optional.of(matrix.against(standard));
            }
            if (Options.isSet(parsed, "--json")) {
                session.out().println(DesignsJson.document(matrix, changes));
            } else {
                DesignsText.lines(matrix, changes, session.style()).forEach(session.out()::println);
            }
            Optional<List<DesignMatrix.Change>> changed = changes;
            Options.text(parsed, "--svg").ifPresent(file -> OutputFiles.write(file,
                    PictureSvg.document(DesignsPicture.of(matrix))));
            Options.text(parsed, "--html").ifPresent(
                    file -> OutputFiles.write(file, DesignsHtml.page(matrix, changed.orElse(List.of()))));
            return exitCode(matrix);
        }

        private int exitCode(DesignMatrix matrix) {
            session.out().flush();
            Set<String> shown = new HashSet<>();
            matrix.refused().forEach(one -> {
                if (shown.add(one.text())) {
                    session.err().print(one.text());
                }
                session.err().println("xstate: design " + one.design()
                        + ": the model has errors, see above; it was not judged");
            });
            if (!matrix.complete()) {
                session.err().println("xstate: designs: not all designs were judged: "
                        + (token.isCancelled() ? "cancelled" : "not enough memory"));
                return token.isCancelled() ? ExitCode.CANCELLED : ExitCode.UNDECIDED;
            }
            return matrix.refused().isEmpty() ? ExitCode.CLEAN : ExitCode.BAD_INPUT;
        }

        private int explain(DesignStudy study, List<String> cell) {
            DesignMatrix matrix = judge(study);
            int code = exitCode(matrix);
            if (code != ExitCode.CLEAN) {
                return code;
            }
            Design design = study.designs().getFirst();
            DesignRow row = row(matrix, design, cell);
            ProgressLine progress = new ProgressLine(session);
            CellExplanation explained = CellExplanation.of(study, design, row,
                    CheckOptions.defaults().exploration().withThreads(threads), token, progress);
            progress.clear();
            List<String> lines = new ArrayList<>(DesignsText.explained(matrix, design, row, session.style()));
            explained.report().filter(report -> report.trace().isPresent()).ifPresent(report -> {
                lines.add("");
                lines.addAll(CheckText.lines(report, session.style()));
            });
            explained.run().ifPresent(run -> {
                lines.add("");
                lines.addAll(RunText.lines(run, session.style()));
            });
            lines.forEach(session.out()::println);
            Options.text(parsed, "--svg").ifPresent(file -> picture(file, explained));
            Options.text(parsed, "--save-scenario")
                    .ifPresent(file -> OutputFiles.write(file, explained.scenario()));
            return ExitCode.CLEAN;
        }

        private static void picture(String file, CellExplanation explained) {
            OutputFiles.write(file, explained.report()
                    .filter(report -> report.trace().isPresent())
                    .map(report -> TraceSvg.draw(report.trace().get(),
                            "VIOLATED " + report.property().orElse(""),
                            explained.row().design() + " in " + explained.row().entry() + " with "
                                    + explained.row().continuation() + " · "
                                    + CheckText.subtitle(report.scenario())))
                    .orElseThrow(() -> new Stop(ExitCode.USAGE,
                            "designs: --svg draws a counterexample, and this cell has none")));
        }

        private static DesignRow row(DesignMatrix matrix, Design design, List<String> cell) {
            String entry = cell.get(1);
            String continuation = cell.get(CELL - 1);
            return matrix.row(design.id(), entry, continuation).orElseThrow(() -> new Stop(ExitCode.USAGE,
                    matrix.entries().contains(entry)
                            ? "designs: there is no continuation '" + continuation + "'; there is "
                                    + String.join(", ", matrix.continuations())
                            : "designs: there is no entry case '" + entry + "'; there is "
                                    + String.join(", ", matrix.entries())));
        }
    }
}
