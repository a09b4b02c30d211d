package org.xstate.analysis.replay;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.xstate.analysis.replay.ReplayReport.Row;
import org.xstate.analysis.replay.internal.CsvTable;
import org.xstate.analysis.replay.internal.ModifiedOptRecording;
import org.xstate.analysis.replay.internal.MonitorRecording;
import org.xstate.analysis.replay.internal.ProcessRecording;
import org.xstate.analysis.replay.internal.RecordedProcessor;
import org.xstate.analysis.replay.internal.Recording;
import org.xstate.analysis.replay.internal.Slots;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;

/**
 * Replays a directory of recorded instruction vectors: every {@code vectors*.csv} with its {@code slots*.bin} (and
 * {@code slots*.csv}, where slots differ in length), {@code modified-opt.csv} where present, on the processor that
 * {@code cpuid.txt} describes. What kind of recording a table is follows from its columns.
 */
public final class InstructionReplay {

    private static final String CPUID = "cpuid.txt";
    private static final String MODIFIED_OPT = "modified-opt.csv";

    private InstructionReplay() {
    }

    /** Reads and replays everything; whatever is wrong with the input is in the report's findings. */
    public static ReplayReport replay(Path directory, FeatureCatalog catalog) {
        String source = directory.toString();
        if (!Files.isDirectory(directory)) {
            return ReplayReport.unusable(source, List.of(Finding.error("replay-no-directory",
                    Files.exists(directory) ? "this is a file, not a folder" : "there is no such folder")
                    .remedy("name a folder that holds vectors*.csv, slots*.bin and cpuid.txt")));
        }
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> tables = tables(directory, findings);
        Optional<RecordedProcessor> processor = RecordedProcessor.read(directory.resolve(CPUID), catalog,
                findings);
        if (processor.isEmpty() || tables.isEmpty()) {
            return ReplayReport.unusable(source, findings);
        }
        List<Row> rows = new ArrayList<>();
        for (String name : tables) {
            CsvTable.read(directory.resolve(name), findings)
                    .flatMap(table -> recording(directory, name, table, processor.get(), findings))
                    .ifPresent(recording -> recording.replay(rows, findings));
        }
        return new ReplayReport(source, rows, findings);
    }

    private static TreeSet<String> tables(Path directory, List<Finding> findings) {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.csv")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith("vectors") || name.equals(MODIFIED_OPT)) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            findings.add(Finding.error("replay-unreadable", "cannot list " + directory + ": " + e));
        }
        if (names.isEmpty()) {
            findings.add(Finding.error("replay-no-vectors", directory + " holds no vectors*.csv")
                    .remedy("name a directory that holds vectors*.csv, slots*.bin and cpuid.txt"));
        }
        return names;
    }

    private static Optional<Recording> recording(Path directory, String name, CsvTable table,
            RecordedProcessor processor, List<Finding> findings) {
        if (table.has(ModifiedOptRecording.COLUMNS)) {
            return Optional.of(new ModifiedOptRecording(table, processor));
        }
        String suffix = name.substring("vectors".length(), name.length() - ".csv".length());
        if (table.has(MonitorRecording.COLUMNS)) {
            return Slots.read(directory, suffix, findings)
                    .map(slots -> new MonitorRecording(table, slots, processor));
        }
        if (table.has(ProcessRecording.COLUMNS)) {
            return Slots.read(directory, suffix, findings).map(
                    slots -> new ProcessRecording(table, slots, processor, suffix.endsWith("32")));
        }
        findings.add(Finding.error("replay-unknown-table",
                "the columns %s belong to no known kind of recording".formatted(table.columns())).at(name)
                .remedy("columns needed: %s, or %s".formatted(ProcessRecording.COLUMNS,
                        MonitorRecording.COLUMNS)));
        return Optional.empty();
    }
}
