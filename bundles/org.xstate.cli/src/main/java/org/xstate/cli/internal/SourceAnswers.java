package org.xstate.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.json.SourceJson;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;
import org.xstate.analysis.source.SourceSearch;
import org.xstate.analysis.source.SourceSearch.Hit;
import org.xstate.cli.ExitCode;
import org.xstate.cli.internal.SourceCommand.Place;
import org.xstate.model.diagnostic.DiagnosticText;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.Completion;
import org.xstate.model.index.Explanation;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.Proposal;
import org.xstate.model.index.Renaming;
import org.xstate.model.index.SemanticToken;
import org.xstate.model.index.SourceFormatter;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceOutline;
import org.xstate.model.index.SourceOutline.Node;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.Symbol;
import org.xstate.model.index.TextEdit;

import picocli.CommandLine.ParseResult;

/** Answers the questions of {@code xstate source}. */
final class SourceAnswers {

    private static final int WIDTH = 100;

    private final Session session;
    private final PrintStream out;
    private final ParseResult parsed;
    private final ModelSources sources;
    private final SourceFiles files = ModelSources.onDisk();
    private final boolean json;

    SourceAnswers(Session session, ParseResult parsed, ModelSources sources) {
        this.session = session;
        this.out = session.out();
        this.parsed = parsed;
        this.sources = sources;
        this.json = Options.isSet(parsed, "--json");
    }

    int answer(String question, String operand) {
        return switch (question) {
            case "outline" -> outline(SourceCommand.file(operand));
            case "symbols" -> symbols(SourceCommand.file(operand));
            case "hover" -> hover(place(operand));
            case "definition" -> definition(place(operand));
            case "references" -> references(place(operand));
            case "rename" -> rename(place(operand));
            case "complete" -> complete(place(operand));
            case "format" -> format(SourceCommand.file(operand));
            case "problems" -> problems(SourceCommand.file(operand));
            default -> tokens(SourceCommand.file(operand));
        };
    }

    private Place place(String operand) {
        return SourceCommand.place(sources, files, operand);
    }

    private static Stop nothing(Place place) {
        return new Stop(ExitCode.BAD_INPUT, where(place.index(), place.file(), place.offset())
                + ": there is no name here whose declaration is known");
    }

    private static String where(SourceIndex index, String file, int offset) {
        SourceText text = index.text(file).orElseThrow();
        return file + ":" + text.line(offset) + ":" + text.column(offset);
    }

    private int outline(String file) {
        SourceIndex index = sources.index(files, file);
        List<Node> nodes = SourceOutline.of(index, file);
        if (json) {
            out.println(SourceJson.outline(index, file, nodes));
        } else {
            nodes.forEach(node -> outline(index, node, ""));
        }
        return ExitCode.CLEAN;
    }

    private void outline(SourceIndex index, Node node, String indent) {
        Symbol symbol = node.symbol();
        int line = index.text(symbol.file()).orElseThrow().line(symbol.offset());
        out.println("%5d  %s%s %s".formatted(line, indent, symbol.kind().word(), symbol.name()));
        node.children().forEach(child -> outline(index, child, indent + "  "));
    }

    private int symbols(String file) {
        SourceIndex index = sources.index(files, file);
        String typed = Options.text(parsed, "--match").orElse("");
        boolean library = Options.isSet(parsed, "--library");
        List<Symbol> symbols = index.symbols().filter(one -> library || !index.isLibrary(one.file()))
                .filter(one -> Proposal.fit(typed, one.name()) > 0).toList();
        if (json) {
            out.println(SourceJson.symbols(index, symbols));
        } else {
            symbols.forEach(one -> out.println("%s: %s".formatted(where(index, one.file(), one.offset()),
                    one.signature())));
        }
        return ExitCode.CLEAN;
    }

    private int hover(Place place) {
        Optional<Explanation> found = Explanation.at(place.index(), place.file(), place.offset());
        if (json) {
            out.println(SourceJson.hover(found));
            return ExitCode.CLEAN;
        }
        Explanation one = found.orElseThrow(() -> nothing(place));
        out.println(session.style().bold(one.signature()));
        out.println("  " + one.kind() + one.place().map(text -> ", " + text).orElse(""));
        one.documentation().lines().forEach(line -> out.println("  " + line));
        if (!one.facts().isEmpty()) {
            out.println("  kernel: " + one.facts().text());
        }
        return ExitCode.CLEAN;
    }

    private int definition(Place place) {
        Optional<Symbol> symbol = place.index().definition(place.file(), place.offset());
        if (json) {
            out.println(SourceJson.definition(place.index(), symbol));
            return ExitCode.CLEAN;
        }
        Symbol one = symbol.orElseThrow(() -> nothing(place));
        out.println(where(place.index(), one.file(), one.offset()) + ": " + one.signature());
        return ExitCode.CLEAN;
    }

    private List<SourceIndex> indices(Place place) {
        Path folder = Options.text(parsed, "--in").map(InputFiles::path)
                .orElseGet(() -> Optional.ofNullable(InputFiles.path(place.file()).getParent())
                        .orElse(Path.of("")));
        if (!Files.isDirectory(folder)) {
            throw new Stop(ExitCode.INPUT_MISSING, folder + ": there is no such folder");
        }
        return new SourceSearch(sources, files).indices(place.file(), ModelSources.filesIn(folder),
                () -> false);
    }

    private int references(Place place) {
        Occurrence name = place.index().at(place.file(), place.offset()).filter(Occurrence::isResolved)
                .orElseThrow(() -> nothing(place));
        List<Hit> hits = SourceSearch.references(indices(place), name.key());
        if (json) {
            out.println(SourceJson.references(name.name(), hits));
        } else {
            hits.forEach(hit -> out
                    .println("%s:%d:%d: %s".formatted(hit.occurrence().file(), hit.line(), hit.column(),
                            hit.text())));
        }
        return ExitCode.CLEAN;
    }

    private int rename(Place place) {
        String name = Options.text(parsed, "--to")
                .orElseThrow(() -> new Stop(ExitCode.USAGE, "rename: say the new name with --to"));
        return switch (SourceSearch.rename(indices(place), place.file(), place.offset(), name)) {
            case Renaming.Result.Refused(String reason) -> throw new Stop(ExitCode.BAD_INPUT,
                    where(place.index(), place.file(), place.offset()) + ": " + reason);
            case Renaming.Result.Edits edits -> edited("rename", edits.files());
        };
    }

    private int complete(Place place) {
        List<Proposal> proposals = Completion.at(place.index(), place.file(), place.offset(),
                ModelSources.vocabulary(place.index()));
        if (json) {
            out.println(SourceJson.proposals(proposals));
        } else {
            proposals.forEach(one -> out.println(one.detail().isEmpty()
                    ? one.label()
                    : one.label() + "  [" + one.detail() + "]"));
        }
        return ExitCode.CLEAN;
    }

    private int format(String file) {
        SourceText text = SourceText.of(file, ModelFiles.text(file));
        List<TextEdit> edits = SourceFormatter.format(text, width()).orElseThrow(() -> new Stop(
                ExitCode.BAD_INPUT,
                file + ": brackets do not match, or a string or comment has no end: nothing is changed"));
        if (Options.isSet(parsed, "--check")) {
            if (!edits.isEmpty()) {
                out.println(
                        file + ": line " + text.line(edits.getFirst().offset() + edits.getFirst().length())
                                + " is laid out otherwise");
            }
            return edits.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
        }
        return edited("format", edits.isEmpty() ? Map.of() : Map.of(file, edits));
    }

    private int width() {
        String text = Options.text(parsed, "--width").orElse(Integer.toString(WIDTH));
        if (!text.matches("\\d{2,3}") || Integer.parseInt(text) < 40) {
            throw new Stop(ExitCode.USAGE, "--width " + text + ": a number of columns from 40 to 999");
        }
        return Integer.parseInt(text);
    }

    private int edited(String question, Map<String, List<TextEdit>> edits) {
        if (json) {
            out.println(SourceJson.edits(question, edits));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        edits.forEach((file, all) -> texts.put(file, TextEdit.apply(ModelFiles.text(file), all)));
        if (Options.isSet(parsed, "--write")) {
            texts.forEach(SourceAnswers::write);
        } else if (!json) {
            texts.forEach(
                    (file, text) -> ChangedLines.of(file, ModelFiles.text(file), text).forEach(out::println));
        }
        return ExitCode.CLEAN;
    }

    private static void write(String file, String text) {
        try {
            Files.writeString(InputFiles.path(file), text);
        } catch (IOException e) {
            throw new Stop(ExitCode.CANNOT_WRITE, file + ": cannot be written: " + e.getMessage());
        }
    }

    private int problems(String file) {
        List<Problem> problems = Problems.of(sources, files, file, () -> false);
        if (json) {
            out.println(SourceJson.problems(file, problems));
        } else {
            DiagnosticText text = new DiagnosticText(files);
            problems.forEach(one -> {
                out.print(text.render(one.diagnostic()));
                one.fixes().forEach(fix -> out.println("  fix: " + fix.label()));
            });
        }
        return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private int tokens(String file) {
        SourceIndex index = sources.index(files, file);
        List<SemanticToken> tokens = SemanticToken.of(index, file);
        SourceText text = index.text(file).orElseThrow();
        if (json) {
            out.println(SourceJson.tokens(text, tokens));
        } else {
            tokens.forEach(one -> out.println("%d:%d %s %s%s".formatted(text.line(one.offset()),
                    text.column(one.offset()),
                    text.text().substring(one.offset(), one.offset() + one.length()),
                    one.kind().id(), one.library() ? " library" : "")));
        }
        return ExitCode.CLEAN;
    }
}
