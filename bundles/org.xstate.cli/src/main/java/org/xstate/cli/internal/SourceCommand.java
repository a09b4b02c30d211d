package org.xstate.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.source.ModelSources;
import org.xstate.cli.ExitCode;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate source}: what the editor of the desktop asks, on a terminal. */
final class SourceCommand implements Command {

    private static final List<String> QUESTIONS = List.of("outline", "symbols", "hover", "definition",
            "references",
            "rename", "complete", "format", "problems", "tokens");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("source",
                "Answers what editors ask about text in model C: outline FILE, symbols FILE, hover PLACE, definition PLACE,"
                        + " references PLACE, rename PLACE, complete PLACE, format FILE..., problems FILE..., tokens FILE."
                        + " A place is FILE:LINE:COLUMN, or FILE:NAME for the first place where the name stands.",
                Options.operands("QUESTION FILE|PLACE", 1, "The question, then the files or the place."),
                Options.value("--match", "TEXT", "symbols: only names that TEXT fits, as completion does."),
                Options.flag("--library", "symbols: those of the library too."),
                Options.value("--in", "DIR",
                        "references, rename: other files to look at (default: the folder of the file)."),
                Options.value("--to", "NAME", "rename: the new name."),
                Options.value("--width", "COLUMNS", "format: the width of a line (default: 100)."),
                Options.flag("--write",
                        "rename, format: changes the files instead of showing what would change."),
                Options.flag("--check", "format: says which files are not laid out so, and exits with 12."),
                Options.flag("--json", "One JSON document for each input (xstate/source/1)."));
        spec.usageMessage().footer("",
                "exit codes: 0 clean, 12 problems, or files to be formatted, 65 no name there, or it cannot be renamed",
                "next: xstate source hover examples/seed/begin-finish.c:fpregs_lock");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        List<String> operands = Options.operands(parsed);
        String question = operands.getFirst();
        if (!QUESTIONS.contains(question)) {
            throw new Stop(ExitCode.USAGE,
                    "source " + question + ": ask one of " + String.join(", ", QUESTIONS));
        }
        if (operands.size() < 2) {
            throw new Stop(ExitCode.USAGE, "source " + question + ": name a file");
        }
        ModelSources sources = new ModelSources(ModelOptions.plain(session));
        SourceAnswers answers = new SourceAnswers(session, parsed, sources);
        int worst = ExitCode.CLEAN;
        for (String operand : operands.subList(1, operands.size())) {
            worst = Math.max(worst, answers.answer(question, operand));
        }
        return worst;
    }

    /** A place in a file. */
    record Place(SourceIndex index, String file, int offset) {
    }

    /** The file of an operand, which has to be there. */
    static String file(String operand) {
        String name = operand.replace('\\', '/');
        ModelFiles.text(name);
        return name;
    }

    /** {@code FILE:LINE:COLUMN}, {@code FILE:LINE} or {@code FILE:NAME}. */
    static Place place(ModelSources sources, SourceFiles files, String operand) {
        String name = operand.replace('\\', '/');
        String[] parts = name.split(":");
        int last = parts.length - 1;
        boolean two = last > 1 && parts[last].matches("\\d{1,7}") && parts[last - 1].matches("\\d{1,7}");
        if (last < 1 || Files.isRegularFile(Path.of(name))) {
            throw new Stop(ExitCode.USAGE, operand + ": write FILE:LINE:COLUMN or FILE:NAME");
        }
        String file = file(String.join(":", List.of(parts).subList(0, two ? last - 1 : last)));
        SourceIndex index = sources.index(files, file);
        SourceText text = index.text(file)
                .orElseThrow(() -> new Stop(ExitCode.BAD_INPUT, file + ": cannot be read"));
        if (two) {
            return new Place(index, file,
                    offset(text, parts[last - 1], Integer.parseInt(parts[last]), operand));
        }
        if (parts[last].matches("\\d{1,7}")) {
            int start = offset(text, parts[last], 1, operand);
            String line = text.lineText(text.line(start));
            return new Place(index, file, start + line.length() - line.stripLeading().length());
        }
        Optional<Integer> found = text.tokens().stream().filter(token -> token.is(parts[last]))
                .map(token -> token.offset()).findFirst();
        return new Place(index, file, found.orElseThrow(() -> new Stop(ExitCode.BAD_INPUT,
                file + ": the name '" + parts[last] + "' does not stand in it")));
    }

    private static int offset(SourceText text, String line, int column, String operand) {
        int number = Integer.parseInt(line);
        if (number < 1 || number > text.lines() || column < 1) {
            throw new Stop(ExitCode.USAGE, "%s: the file has %d lines".formatted(operand, text.lines()));
        }
        return text.offset(number, column);
    }
}
