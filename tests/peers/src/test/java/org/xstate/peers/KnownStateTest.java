package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Registers that a program loaded are found again in what the kernel and gdb wrote about it. */
class KnownStateTest {

    @Test
    void theKernelsCoreHoldsWhatWasLoaded() {
        Recording recording = Recording.cores(Program.STATE_64);
        compare(recording, recording.kernelCoreOrSkip(), true);
    }

    @Test
    void theCoreOfGcoreHoldsWhatWasLoadedExceptTiles() {
        Recording recording = Recording.cores(Program.STATE_64);
        compare(recording, recording.gcoreOrSkip(), false);
    }

    @Test
    void theKernelsCoreOfA32BitProcessHoldsWhatWasLoaded() {
        Recording recording = Recording.cores(Program.STATE_32);
        compare(recording, recording.kernelCoreOrSkip(), true);
    }

    @Test
    void theCoreOfGcoreOfA32BitProcessHoldsWhatWasLoaded() {
        Recording recording = Recording.cores(Program.STATE_32);
        compare(recording, recording.gcoreOrSkip(), true);
    }

    @Test
    void theSignalFramesHoldWhatWasLoaded() {
        compareFrames(Recording.frames(Program.STATE_64), "sigframe64");
    }

    @Test
    void theSignalFramesOfA32BitProcessHoldWhatWasLoaded() {
        compareFrames(Recording.frames(Program.STATE_32), "sigframe32");
    }

    /** What the kernel itself wrote is as it should be, for this processor too. */
    @Test
    void lintHasNothingAgainstGenuineSignalFrames() {
        Recording.frames(Program.STATE_64).registers().keySet().forEach(kind -> Workbench.run(List.of("lint",
                "--host", "--fail-on", "warning", "--kind", "sigframe64",
                Recording.frames(Program.STATE_64).folder().resolve(kind))));
    }

    /**
     * The main thread is not described by the program.
     *
     * @param tiles false for gcore: gdb writes the components that it knows, and the tiles came late
     */
    private static void compare(Recording recording, Path core, boolean tiles) {
        Comparison comparison = new Comparison();
        Set<String> seen = new HashSet<>();
        for (Decoded thread : Decoded.of(core)) {
            String kind = recording.kinds().get(thread.lwp());
            if (kind != null) {
                seen.add(kind);
                compare(comparison, kind, recording.registers().get(kind), thread, tiles);
            }
        }
        assertEquals(recording.registers().keySet(), seen);
        comparison.verify("loaded, " + core.getFileName(), 10 * seen.size());
    }

    private static void compareFrames(Recording recording, String kindOfFile) {
        Comparison comparison = new Comparison();
        recording.registers().forEach((kind, registers) -> {
            List<Decoded> frame = Decoded.of("--kind", kindOfFile, recording.folder().resolve(kind));
            assertEquals(1, frame.size(), kind);
            compare(comparison, kind, registers, frame.getFirst(), true);
        });
        comparison.verify("loaded, " + kindOfFile, 10 * recording.registers().size());
    }

    private static void compare(Comparison comparison, String kind, Map<String, BigInteger> expected,
            Decoded thread, boolean tiles) {
        expected.forEach((name, value) -> {
            if (tiles || !name.startsWith("tmm")) {
                comparison.value(kind + " " + name, value, value(thread, name));
            }
        });
    }

    private static BigInteger value(Decoded thread, String name) {
        Optional<BigInteger> trueMxcsr = name.equals("mxcsr") ? thread.trueMxcsr() : Optional.empty();
        return trueMxcsr.orElse(thread.registers().get(name));
    }
}
