package org.xstate.analysis.replay.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.Finding;

/** The memory images that rows name by number. */
public final class Slots {

    /** Bytes of each slot where no index says otherwise. */
    public static final int DEFAULT_SIZE = 1024;

    private record Extent(long offset, long length) {
    }

    private final MemorySegment bytes;
    private final Optional<Map<Long, Extent>> index;

    private Slots(MemorySegment bytes, Optional<Map<Long, Extent>> index) {
        this.bytes = bytes;
        this.index = index;
    }

    /** {@code slots<suffix>.bin}, with {@code slots<suffix>.csv} if there is one; empty, with a finding, if unreadable. */
    public static Optional<Slots> read(Path directory, String suffix, List<Finding> findings) {
        Path file = directory.resolve("slots" + suffix + ".bin");
        MemorySegment bytes;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        } catch (NoSuchFileException e) {
            findings.add(Finding.error("replay-unreadable", "there is no such file")
                    .at(file.getFileName().toString())
                    .remedy("the table vectors%s.csv needs it beside it".formatted(suffix)));
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            findings.add(Finding.error("replay-unreadable", "cannot read the slots: " + e)
                    .at(file.getFileName().toString())
                    .remedy("the table vectors%s.csv needs it beside it".formatted(suffix)));
            return Optional.empty();
        }
        Path indexFile = directory.resolve("slots" + suffix + ".csv");
        if (!Files.exists(indexFile)) {
            return Optional.of(new Slots(bytes, Optional.empty()));
        }
        return CsvTable.read(indexFile, findings).flatMap(table -> indexed(bytes, table, findings));
    }

    private static Optional<Slots> indexed(MemorySegment bytes, CsvTable table, List<Finding> findings) {
        Map<Long, Extent> extents = new HashMap<>();
        for (CsvTable.Line line : table.lines()) {
            try {
                extents.put(line.need("slot"), new Extent(line.need("offset"), line.need("length")));
            } catch (BadRow e) {
                findings.add(Finding.error("replay-bad-slot", e.getMessage()).at(line.where()));
            }
        }
        return Optional.of(new Slots(bytes, Optional.of(extents)));
    }

    /** A copy of one slot's bytes. */
    byte[] copy(long slot) {
        Extent extent = index.map(map -> {
            if (!map.containsKey(slot)) {
                throw new BadRow("slot " + Long.toUnsignedString(slot) + " is not in the index");
            }
            return map.get(slot);
        }).orElseGet(() -> new Extent(slot < 0 || slot > Integer.MAX_VALUE ? -1 : slot * DEFAULT_SIZE,
                DEFAULT_SIZE));
        if (extent.offset < 0 || extent.length < 0 || extent.length > bytes.byteSize()
                || extent.offset > bytes.byteSize() - extent.length) {
            throw new BadRow("slot %s (bytes %d to %d) is beyond the end of the file, which has %d bytes"
                    .formatted(Long.toUnsignedString(slot), extent.offset, extent.offset + extent.length,
                            bytes.byteSize()));
        }
        return bytes.asSlice(extent.offset, extent.length)
                .toArray(ValueLayout.JAVA_BYTE);
    }
}
