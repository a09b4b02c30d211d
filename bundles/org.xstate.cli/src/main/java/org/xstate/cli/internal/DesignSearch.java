package org.xstate.cli.internal;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.json.CheckJson;
import org.xstate.analysis.json.SearchJson;
import org.xstate.analysis.search.Checkpoint;
import org.xstate.analysis.search.Counterexamples;
import org.xstate.analysis.search.KnobSearch;
import org.xstate.analysis.search.Reason;
import org.xstate.analysis.search.SearchFindings;
import org.xstate.analysis.search.SearchRefused;
import org.xstate.analysis.search.SearchRequest;
import org.xstate.analysis.search.SearchResult;
import org.xstate.analysis.search.Weights;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.SearchText;
import org.xstate.analysis.text.Style;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate designs --search FILE}: all combinations of a file's knobs. */
final class DesignSearch {

    private static final Pattern WEIGHT = Pattern
            .compile(
                    "(full|partial|register|other)=([0-9]{1,9}(?:\\.[0-9]{1,6})?)(?:\\+([0-9]{1,9}(?:\\.[0-9]{1,6})?))?");

    private static final List<String> OF_A_SEARCH = List.of("--scenario", "--all", "--knobs", "--cases",
            "--weights", "--sizes", "--checkpoint", "--resume", "--counterexample", "--traces");
    private static final List<String> OF_THE_MATRIX = List.of("--design", "--updated", "--bystander",
            "--explain",
            "--svg", "--save-scenario", "--html");

    private final ParseResult parsed;
    private final Session session;
    private final CancelToken token;
    private final String file;
    private final SearchRequest request;

    private DesignSearch(ParseResult parsed, Session session, CancelToken token) {
        this.parsed = parsed;
        this.session = session;
        this.token = token;
        file = Options.text(parsed, "--search").orElseThrow();
        request = new SearchRequest(name(), ModelOptions.read(parsed, session),
                Options.isSet(parsed, "--all"),
                names("--knobs"), names("--cases").orElse(SearchRequest.CASES), SearchRequest.COSTS,
                threads(),
                CheckOptions.defaults().exploration().maxMemory() / threads());
    }

    static void options(CommandSpec spec) {
        spec.add(Options.value("--search", "FILE",
                "Sweeps over the knobs of a scenario file instead: which combinations are right in every scenario and "
                        + "case, what they have in common, the cheapest, the smallest repairs of the posted one."));
        spec.add(Options.values("--scenario", "NAME",
                "With --search: only these scenarios judge (repeatable)."));
        spec.add(Options.flag("--all",
                "With --search: all knobs and scenarios (default: the first knobs with at most %d combinations, and the "
                        .formatted(SearchRequest.QUICK_COMBINATIONS) + "scenarios without interrupts)."));
        spec.add(Options.value("--knobs", "A,B,...", "With --search: these knobs."));
        spec.add(Options.value("--cases", "A,B,...",
                "With --search: knobs whose values are cases, in each of which a combination has to be right (default: "
                        + "entry,then where the file has them)."));
        spec.add(Options.values("--weights", "KIND=FIXED+PERBYTE",
                "With --search: what a full, partial or register operation, or any other that is counted, costs "
                        + "(repeatable; default full=832+1 partial=64+1 register=0+16)."));
        spec.add(Options.value("--sizes", "N,...",
                "With --search: sizes of the component in bytes (default: 8,256,1024,8192)."));
        spec.add(Options.value("--checkpoint", "FILE", "With --search: keeps what is done in this file."));
        spec.add(Options.flag("--resume", "With --checkpoint: goes on with what the file has."));
        spec.add(Options.value("--counterexample", "KNOB=VALUE,...",
                "With --search: judges this combination only, the other knobs as posted, and tells why it is wrong."));
        spec.add(Options.value("--traces", "FOLDER",
                "With --search: writes a shortest trace of each wrong neighbour of the posted combination and of the "
                        + "right ones."));
    }

    /** @throws Stop if options of a search and of the matrix are used together */
    static void refuseMixed(ParseResult parsed) {
        boolean search = isWanted(parsed);
        for (String option : search ? OF_THE_MATRIX : OF_A_SEARCH) {
            if (parsed.hasMatchedOption(option)) {
                throw new Stop(ExitCode.USAGE,
                        "designs: " + option + " goes " + (search ? "not " : "") + "with --search");
            }
        }
    }

    static boolean isWanted(ParseResult parsed) {
        return Options.text(parsed, "--search").isPresent();
    }

    /** @throws Stop if the call is wrong, or the file is */
    static int run(ParseResult parsed, Session session, CancelToken token) {
        DesignSearch search = new DesignSearch(parsed, session, token);
        try {
            return search.run();
        } catch (SearchRefused refused) {
            throw new Stop(ExitCode.BAD_INPUT, "designs: " + refused.getMessage().strip());
        } catch (CancellationException cancelled) {
            search.note("cancelled" + Options.text(parsed, "--checkpoint")
                    .map(name -> "; go on with --checkpoint " + name + " --resume").orElse(""));
            return ExitCode.CANCELLED;
        } catch (UncheckedIOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE,
                    "designs: " + e.getMessage() + ": " + e.getCause().getMessage());
        }
    }

    private int run() {
        Optional<Map<String, String>> one = Options.text(parsed, "--counterexample").map(this::settings);
        return one.isPresent() ? explain(one.get()) : sweep();
    }

    private int explain(Map<String, String> settings) {
        KnobSearch.Explained found = KnobSearch.explain(request, settings, token);
        if (found.reason().isEmpty()) {
            session.out().println("nothing is wrong with " + settings(settings));
            return ExitCode.CLEAN;
        }
        CheckReport report = Counterexamples
                .of(request, found.space(), found.combination(), found.reason().get(), token)
                .orElseThrow(CancellationException::new);
        if (Options.isSet(parsed, "--json")) {
            session.out().println(CheckJson.document(report));
        } else {
            session.out().println(command(Counterexamples.settings(found.space(), found.combination(),
                    found.reason().get()), found.reason().get()));
            CheckText.lines(report, session.style()).forEach(session.out()::println);
        }
        return ExitCode.CLEAN;
    }

    private int sweep() {
        ProgressLine line = new ProgressLine(session);
        SearchResult result = KnobSearch.run(request, checkpoint(), token,
                progress -> line
                        .text("search  %s: part %d of %d  %,d combinations not known to be wrong".formatted(
                                progress.what(), progress.done(), progress.parts(), progress.candidates())));
        line.clear();
        SearchFindings findings = SearchFindings.of(result, weights(), sizes());
        if (Options.isSet(parsed, "--json")) {
            session.out().println(SearchJson.document(result, findings));
        } else {
            SearchText.lines(result, findings, session.style()).forEach(session.out()::println);
            note("%.1f s".formatted(result.seconds()));
        }
        Options.text(parsed, "--traces").ifPresent(folder -> traces(folder, result));
        return result.undecided().isEmpty() ? ExitCode.CLEAN : ExitCode.UNDECIDED;
    }

    private Checkpoint checkpoint() {
        Optional<Path> kept = Options.text(parsed, "--checkpoint").map(InputFiles::path);
        boolean resume = Options.isSet(parsed, "--resume");
        if (resume && kept.isEmpty()) {
            throw new Stop(ExitCode.USAGE, "designs: --resume goes with --checkpoint FILE");
        }
        return kept.map(path -> resume ? Checkpoint.resume(path) : Checkpoint.fresh(path))
                .orElseGet(Checkpoint::none);
    }

    private void traces(String folder, SearchResult result) {
        int number = 0;
        for (Map.Entry<Integer, Reason> one : result.neighbours().entrySet()) {
            number++;
            List<Long> combination = result.space().combinations().get(one.getKey());
            Optional<CheckReport> report = Counterexamples.of(request, result.space(), combination,
                    one.getValue(),
                    token);
            if (report.isEmpty()) {
                throw new CancellationException();
            }
            List<String> lines = new ArrayList<>(List.of(command(
                    Counterexamples.settings(result.space(), combination, one.getValue()), one.getValue())));
            lines.addAll(CheckText.lines(report.get(), Style.PLAIN));
            OutputFiles.write(folder + "/%04d-%s.txt".formatted(number, one.getValue().claim()),
                    String.join("\n", lines) + "\n");
        }
        note("%d traces in %s".formatted(number, folder));
    }

    /** The call that gives the same counterexample. */
    private String command(Map<String, String> settings, Reason reason) {
        StringBuilder text = new StringBuilder("$ xstate check ").append(file).append(" --scenario ")
                .append(reason.scenario());
        settings.forEach((knob, value) -> text.append(" --set ").append(knob).append('=').append(value));
        return text.toString();
    }

    private void note(String text) {
        session.out().flush();
        session.err().println("xstate: " + text);
    }

    private String name() {
        Path path = InputFiles.path(file);
        if (!Files.isRegularFile(path)) {
            throw new Stop(Files.exists(path) ? ExitCode.BAD_INPUT : ExitCode.INPUT_MISSING,
                    file + (Files.exists(path)
                            ? ": this is no file with a scenario"
                            : ": there is no such file"));
        }
        return file.replace('\\', '/');
    }

    private Optional<List<String>> names(String option) {
        return Options.text(parsed, option).map(text -> List.of(text.split(",")));
    }

    private int threads() {
        return Options.text(parsed, "--threads")
                .map(text -> (int) Quantities.count("--threads", text, 1, ExplorationOptions.MAX_THREADS))
                .orElse(Math.min(Runtime.getRuntime().availableProcessors(), ExplorationOptions.MAX_THREADS));
    }

    private List<Integer> sizes() {
        return names("--sizes").map(all -> all.stream()
                .map(text -> (int) Quantities.count("--sizes", text, 1, 1 << 20)).toList())
                .orElse(Weights.SIZES);
    }

    private Weights weights() {
        Map<Weights.Kind, Weights.Line> lines = new EnumMap<>(Weights.Kind.class);
        for (String text : Options.texts(parsed, "--weights")) {
            Matcher matcher = WEIGHT.matcher(text);
            if (!matcher.matches()) {
                throw new Stop(ExitCode.USAGE,
                        "--weights " + text + ": write full=832+1, register=0+16 or other=3");
            }
            lines.put(Weights.Kind.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT)),
                    new Weights.Line(Double.parseDouble(matcher.group(2)),
                            Optional.ofNullable(matcher.group(3))
                                    .map(Double::parseDouble).orElse(0.0)));
        }
        return Weights.DEFAULT.with(lines);
    }

    private Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new Stop(ExitCode.USAGE, "--counterexample " + text + ": write KNOB=VALUE,KNOB=VALUE");
            }
            settings.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return settings;
    }

    private static String settings(Map<String, String> settings) {
        return String.join(" ",
                settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
    }
}
