package org.xstate.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.ScenarioCheck;
import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.analysis.json.MuseumJson;
import org.xstate.analysis.museum.Museum;
import org.xstate.analysis.museum.MuseumEntry;
import org.xstate.analysis.text.MuseumText;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.Verdict;
import org.xstate.cli.ExitCode;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate museum}. */
final class MuseumCommand implements Command {

    private static final String FOLDER = "examples/museum";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("museum",
                "Lists real bugs, each with scenarios that hold with its fix and fail without it. With the ID of one "
                        + "it tells its story, runs its scenarios, and shows how the bug comes about.",
                Options.operands("DIR|ID", 0,
                        "A folder of entries (default: the museum that is shipped); IDs of entries, such as M14."),
                Options.flag("--json", "One JSON document (xstate/museum/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 clean, 11 a scenario is not as it expects, 65 a file is no entry",
                "next: xstate museum M14      xstate check " + FOLDER + " --junit result.xml");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        List<String> operands = Options.operands(parsed);
        boolean named = !operands.isEmpty() && isFolder(operands.getFirst());
        String folder = named ? operands.getFirst() : shipped();
        List<String> ids = operands.subList(named ? 1 : 0, operands.size());
        if (!Files.isDirectory(InputFiles.path(folder))) {
            throw new Stop(ExitCode.INPUT_MISSING, folder + ": there is no such folder");
        }
        Museum museum = Museum.of(ModelFiles.inSuite(folder), onDisk());
        CancelToken token = new CancelToken();
        try (Cancellation _ = new Cancellation(token)) {
            Job job = new Job(session, museum, folder, Options.isSet(parsed, "--json"), token);
            return ids.isEmpty() ? job.list() : job.show(ids.stream().map(id -> entry(museum, id)).toList());
        }
    }

    private static boolean isFolder(String operand) {
        return operand.contains("/") || Files.isDirectory(InputFiles.path(operand));
    }

    /** Relative to where the command runs, if it lies below that. */
    private static String shipped() {
        Optional<Path> home = Optional.ofNullable(System.getProperty("xstate.home")).map(Path::of);
        Path folder = home.map(path -> path.resolve(FOLDER)).orElse(Path.of(FOLDER)).toAbsolutePath();
        Path here = Surroundings.path("").toAbsolutePath();
        return (folder.startsWith(here) ? here.relativize(folder) : folder).toString().replace('\\', '/');
    }

    private static SourceFiles onDisk() {
        return name -> {
            try {
                Path path = InputFiles.path(name);
                return Files.isRegularFile(path)
                        ? Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IOException e) {
                throw new Stop(ExitCode.INPUT_MISSING, name + ": cannot be read: " + e.getMessage());
            }
        };
    }

    private static MuseumEntry entry(Museum museum, String id) {
        return museum.find(id).orElseThrow(() -> {
            Optional<String> near = museum.entries().stream().map(MuseumEntry::id)
                    .min(Comparator.comparingInt(known -> Distance.between(known, id)));
            return new Stop(ExitCode.USAGE, "museum: there is no entry '" + id + "'"
                    + near.map(known -> "; did you mean '" + known + "'?").orElse(""));
        });
    }

    /** One call of the command. */
    private record Job(Session session, Museum museum, String folder, boolean json, CancelToken token) {

        int list() {
            if (json) {
                session.out()
                        .println(MuseumJson.document(folder, museum.entries(), museum.rejected(), Map.of()));
            } else {
                MuseumText.list(museum, folder, session.style()).forEach(session.out()::println);
            }
            return rejected();
        }

        /** What is no entry is said on stderr, beside the entries. */
        private int rejected() {
            session.out().flush();
            museum.rejected().forEach(one -> session.err()
                    .println("xstate: %s:%d: no entry of a museum: %s".formatted(one.file(), one.line(),
                            one.message())));
            return museum.rejected().isEmpty() ? ExitCode.CLEAN : ExitCode.BAD_INPUT;
        }

        int show(List<MuseumEntry> entries) {
            Map<MuseumEntry, Map<String, CheckReport>> reports = new LinkedHashMap<>();
            int code = ExitCode.CLEAN;
            boolean first = true;
            for (MuseumEntry entry : entries) {
                Map<String, CheckReport> found = run(entry);
                reports.put(entry, found);
                for (CheckReport report : found.values()) {
                    code = Math.max(code, exitCode(report));
                }
                if (!json) {
                    MuseumText.entry(entry, found, first, session.style()).forEach(session.out()::println);
                    first = false;
                }
            }
            if (json) {
                session.out().println(MuseumJson.document(folder, entries, List.of(), reports));
            }
            return code;
        }

        private Map<String, CheckReport> run(MuseumEntry entry) {
            LoadOptions load = LoadOptions.of(session.contributions())
                    .on(new ScenarioProcessors(session.catalog()));
            Map<String, CheckReport> reports = new LinkedHashMap<>();
            for (LoadedScenario loaded : ModelFiles.load(entry.file(), load)) {
                if (loaded.scenario().isEmpty()) {
                    session.out().flush();
                    session.err().print(loaded.text());
                    throw new Stop(ExitCode.BAD_INPUT, entry.file() + ": " + loaded.name()
                            + ": the model has errors, see above; nothing was checked");
                }
                ProgressLine progress = new ProgressLine(session);
                reports.put(loaded.name(),
                        ScenarioCheck.check(loaded.scenario().get(), options(), true, token,
                                progress));
                progress.clear();
            }
            return reports;
        }

        private static ExplorationOptions options() {
            return CheckOptions.defaults().exploration().withThreads(
                    Math.min(Runtime.getRuntime().availableProcessors(), ExplorationOptions.MAX_THREADS));
        }

        private static int exitCode(CheckReport report) {
            if (report.limit().equals(Optional.of(Limit.CANCELLED))) {
                return ExitCode.CANCELLED;
            }
            if (report.verdict() == Verdict.UNDECIDED) {
                return ExitCode.UNDECIDED;
            }
            boolean right = report.hasExpectation() ? report.asExpected() : report.verdict() == Verdict.HOLDS;
            return right ? ExitCode.CLEAN : ExitCode.UNEXPECTED;
        }
    }
}
