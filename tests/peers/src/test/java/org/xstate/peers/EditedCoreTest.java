package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** A core that {@code xstate edit} changed: gdb shows the new values and everything else as before, readelf the same notes. */
class EditedCoreTest {

    private static final long THREAD = 329;

    private static Path original() {
        return Folders.project().resolve("examples/cores/six-threads.core");
    }

    private static Path edited() throws IOException {
        Path core = Folders.base().resolve("edited.core");
        Files.copy(original(), core, StandardCopyOption.REPLACE_EXISTING);
        Workbench.run(List.of("edit", core, "--thread", THREAD, "--set", "mxcsr=0x1fbf", "--set",
                "xmm3=00112233445566778899aabbccddeeff", "--set", "ymm3=1"));
        return core;
    }

    @Test
    void gdbShowsTheNewValuesAndNothingElseChanged() throws IOException {
        Map<Long, Map<String, BigInteger>> before = GdbRegisters.of(original());
        Map<Long, Map<String, BigInteger>> after = GdbRegisters.of(edited());
        Map<String, BigInteger> changed = new LinkedHashMap<>();
        after.forEach((lwp, registers) -> registers.forEach((name, value) -> {
            if (!value.equals(before.get(lwp).get(name))) {
                changed.put(lwp + " " + name, value);
            }
        }));
        assertEquals(Map.of("329 mxcsr", BigInteger.valueOf(0x1fbf), "329 xmm3", BigInteger.ONE, "329 ymm3",
                BigInteger.ONE), changed);
    }

    @Test
    void readelfShowsTheSameNotes() throws IOException {
        Peer.READELF.assumePresent();
        Path core = edited();
        assertEquals(notes(original()), notes(core));
        assertEquals(Files.size(original()), Files.size(core));
    }

    private static List<String> notes(Path core) {
        return Peer.READELF.run(Folders.base(), "--notes", "--wide", core).text().lines()
                .filter(line -> !line.contains(core.getFileName().toString()))
                .map(line -> line.replaceAll("description data:.*", "")).toList();
    }
}
