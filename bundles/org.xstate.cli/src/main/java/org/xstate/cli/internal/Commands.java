package org.xstate.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The commands by name. Only the one that is called is created. */
public final class Commands {

    /** @param name as typed @param summary one line for the overview @param create makes the command */
    record Entry(String name, String summary, Supplier<Command> create) {
    }

    private static final List<Entry> ALL = List.of(
            new Entry("layout", "where each component lies, and what CPUID says against it",
                    LayoutCommand::new),
            new Entry("cpus", "known CPUs; cpus diff A B: can an image move; cpus dump: CPUID as text",
                    CpusCommand::new),
            new Entry("file", "what files hold, by their content: images, CPUID dumps, scenarios, traces",
                    FileCommand::new),
            new Entry("decode", "every register of every thread in a core, signal frame, dump or image",
                    DecodeCommand::new),
            new Entry("lint", "what is wrong with images: what would fault, what is lost, what misleads",
                    LintCommand::new),
            new Entry("diff", "two images, field by field, and what differs only in representation",
                    DiffCommand::new),
            new Entry("convert", "rewrite an image: other format, other CPU's layout, fields changed",
                    ConvertCommand::new),
            new Entry("edit", "change an image where it lies in its core, frame or dump, and nothing else",
                    EditCommand::new),
            new Entry("isa", "the instruction model against recordings (replay) or this processor (selftest)",
                    IsaCommand::new),
            new Entry("check", "every execution of a scenario: a proof, or a shortest counterexample",
                    CheckCommand::new),
            new Entry("compare", "scenarios under several kernels, processors or knobs; what they rely on",
                    CompareCommand::new),
            new Entry("museum", "real bugs, each with its fix and without: the catalogue, or one of them",
                    MuseumCommand::new),
            new Entry("run", "one execution of a scenario: by a schedule, from a trace, or by chance",
                    RunCommand::new),
            new Entry("source", "what editors ask about model C: names, uses, problems, layout",
                    SourceCommand::new),
            new Entry("designs",
                    "which kernel API for changing a component is right, where, and at what cost",
                    DesignsCommand::new),
            new Entry("features", "registered xfeatures, their policy, and the plugin each came from",
                    FeaturesCommand::new),
            new Entry("report", "results written with --json as a page of HTML, as Markdown, by a plugin",
                    ReportCommand::new),
            new Entry("shell", "the commands one after another, with pipes and scripts (Gogo)",
                    ShellCommand::new),
            new Entry("completion", "completion script for bash and zsh", CompletionCommand::new),
            new Entry("man", "the manual page", ManCommand::new));

    private Commands() {
    }

    /** What can be typed. */
    public static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }

    /** @throws IllegalArgumentException if there is no such command */
    public static String summary(String name) {
        return find(name).map(Entry::summary)
                .orElseThrow(() -> new IllegalArgumentException("no command " + name));
    }

    static List<Entry> all() {
        return ALL;
    }

    static Optional<Entry> find(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
