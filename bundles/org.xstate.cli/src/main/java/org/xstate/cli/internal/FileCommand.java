package org.xstate.cli.internal;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.analysis.files.FilePart;
import org.xstate.analysis.files.JudgedFile;
import org.xstate.analysis.json.FileJson;
import org.xstate.analysis.json.Json;
import org.xstate.analysis.text.Table;
import org.xstate.api.ImageSource;
import org.xstate.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code xstate file}. */
final class FileCommand implements Command {

    /** So many parts are named, so that a line stays readable; all of them are in the document of {@code --json}. */
    private static final int NAMED = 2;

    /** What one file holds. */
    private record Row(String file, JudgedFile judged, List<FilePart> parts) {
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.spec("file",
                "Tells what files hold, by their content: XSAVE images and in which container, CPUID dumps and in which "
                        + "format, scenarios, recorded executions; and the command that shows it.",
                Options.operands("FILE", 1, "What to look at."),
                Options.flag("--json", "One JSON document for each file (xstate/file/1)."));
        spec.usageMessage().footer("", "next: xstate decode FILE      xstate check FILE");
        return spec;
    }

    @Override
    public int run(ParseResult parsed, Session session) {
        boolean json = Options.isSet(parsed, "--json");
        int code = ExitCode.CLEAN;
        List<Row> rows = new ArrayList<>();
        for (String file : Options.operands(parsed)) {
            try {
                Row row = look(file, session);
                rows.add(row);
                if (json) {
                    session.out().println(FileJson.document(file, row.judged(), row.parts()));
                }
            } catch (Stop stop) {
                if (json) {
                    session.out().println(Json.object(document -> document.put("schema", "xstate/file/1")
                            .put("source", file).put("error", stop.getMessage())));
                }
                session.err().println("xstate: " + stop.getMessage());
                code = Math.max(code, stop.exitCode());
            }
        }
        if (!json && !rows.isEmpty()) {
            print(rows, session);
        }
        return code;
    }

    private static Row look(String file, Session session) {
        try (Arena arena = Arena.ofConfined()) {
            ImageSource source = InputFiles.open(file, arena);
            JudgedFile judged = JudgedFile.of(source, session.readers());
            return new Row(file, judged, FilePart.of(judged, source, session.readers()));
        }
    }

    private static void print(List<Row> rows, Session session) {
        Table table = new Table("file", "holds", "shown by", ">parts", "");
        for (Row row : rows) {
            JudgedFile judged = row.judged();
            table.row(row.file(),
                    judged.kind().word() + (judged.about().isEmpty() ? "" : ", " + judged.about()),
                    judged.kind().command(), row.parts().isEmpty() ? "" : "%,d".formatted(row.parts().size()),
                    names(row.parts()));
        }
        table.lines("", session.style()).forEach(session.out()::println);
    }

    private static String names(List<FilePart> parts) {
        String names = parts.stream().limit(NAMED).map(FilePart::name).collect(Collectors.joining(", "));
        return parts.size() <= NAMED ? names : names + "...";
    }
}
