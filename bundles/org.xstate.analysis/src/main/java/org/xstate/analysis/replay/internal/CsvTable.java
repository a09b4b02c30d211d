package org.xstate.analysis.replay.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.api.Finding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** A CSV file with a header line, read whole. */
public final class CsvTable {

    /** One line. A column that the table lacks reads as empty. */
    public static final class Line {
        private final String file;
        private final NamedCsvRecord fields;

        private Line(String file, NamedCsvRecord fields) {
            this.file = file;
            this.fields = fields;
        }

        public String text(String column) {
            return fields.findField(column).map(String::strip).orElse("");
        }

        /** An unsigned number, hexadecimal with 0x or decimal; empty if there is none. */
        public OptionalLong number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalLong.empty();
            }
            boolean hex = text.startsWith("0x") || text.startsWith("0X");
            try {
                return OptionalLong.of(Long.parseUnsignedLong(hex ? text.substring(2) : text, hex ? 16 : 10));
            } catch (NumberFormatException e) {
                throw new BadRow("column %s holds %s, not a number".formatted(column, quoted(text)), e);
            }
        }

        /** A number that must be there. */
        public long need(String column) {
            return number(column).orElseThrow(() -> new BadRow("column " + column + " is empty"));
        }

        /** Throws {@link BadRow} if the line has not as many fields as the header. */
        void checkLength() {
            int found = fields.getFields().size();
            if (found != fields.getHeader().size()) {
                throw new BadRow("the row has %d fields, the header %d".formatted(found,
                        fields.getHeader().size()));
            }
        }

        /** The place, for findings: {@code vectors64.csv line 12}. */
        public String where() {
            return file + " line " + fields.getStartingLineNumber();
        }
    }

    private final List<String> columns;
    private final List<Line> lines;

    private CsvTable(List<String> columns, List<Line> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /** Empty, with a finding, if the file cannot be read as CSV. */
    public static Optional<CsvTable> read(Path path, List<Finding> findings) {
        String file = path.getFileName().toString();
        List<String> columns = List.of();
        List<Line> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true)
                .allowMissingFields(true).allowExtraFields(true).ofNamedCsvRecord(path)) {
            for (NamedCsvRecord record : reader) {
                columns = record.getHeader();
                lines.add(new Line(file, record));
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            findings.add(Finding.error("replay-unreadable", "cannot read the table: " + reason(e)).at(file)
                    .remedy("record it again, or correct the line"));
            return Optional.empty();
        }
        if (lines.isEmpty()) {
            findings.add(Finding.error("replay-no-rows", "the table has no rows").at(file));
            return Optional.empty();
        }
        return Optional.of(new CsvTable(columns, lines));
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null
                ? cause.toString()
                : e.getMessage() + " (" + cause.getMessage() + ")";
    }

    static String quoted(String text) {
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "\"";
    }

    public List<String> columns() {
        return columns;
    }

    public boolean has(Collection<String> names) {
        return columns.containsAll(names);
    }

    public List<Line> lines() {
        return lines;
    }
}
