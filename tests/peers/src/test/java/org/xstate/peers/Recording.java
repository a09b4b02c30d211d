package org.xstate.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one run of a {@link Program} left behind.
 *
 * @param folder     holds a file for each kind of thread, if it was a run for signal frames
 * @param registers  what each kind of thread had loaded: kind, register, value
 * @param kinds      kind of a thread, by thread id
 * @param gcore      the core that gdb's gcore wrote; empty if gcore is absent or may not attach
 * @param kernelCore the core that the kernel wrote; empty if it goes elsewhere or nowhere
 */
record Recording(Path folder, Map<String, Map<String, BigInteger>> registers, Map<Long, String> kinds,
        Optional<Path> gcore, Optional<Path> kernelCore) {

    private static final Map<Program, Recording> CORES = new EnumMap<>(Program.class);
    private static final Map<Program, Recording> FRAMES = new EnumMap<>(Program.class);

    /** Two cores of one process: gcore's and the kernel's. */
    static Recording cores(Program program) {
        return CORES.computeIfAbsent(program, Recording::recordCores);
    }

    /** The signal frames that the handlers saw. */
    static Recording frames(Program program) {
        return FRAMES.computeIfAbsent(program, Recording::recordFrames);
    }

    Path gcoreOrSkip() {
        Peer.GCORE.assumePresent();
        assumeTrue(gcore.isPresent(), "gcore left no core: it may not attach here");
        return gcore.get();
    }

    Path kernelCoreOrSkip() {
        assumeTrue(kernelCore.isPresent(),
                "the kernel left no core: core_pattern sends them elsewhere, or their size is limited");
        return kernelCore.get();
    }

    private static Recording recordCores(Program program) {
        Path binary = program.compiled();
        Path folder = Folders.create(program + "-cores");
        try (Running running = Running.start(binary, folder, "core")) {
            Path gcore = folder.resolve("gcore." + running.process().pid());
            if (Peer.GCORE.isPresent()) {
                Peer.GCORE.run(folder, "-o", "gcore", running.process().pid());
            }
            running.abort();
            Optional<Path> kernelCore = Stream.of("core", "core." + running.process().pid())
                    .map(folder::resolve).filter(Files::exists).findFirst();
            return new Recording(folder, running.registers(), running.kinds(),
                    Optional.of(gcore).filter(Files::exists), kernelCore);
        }
    }

    private static Recording recordFrames(Program program) {
        Path binary = program.compiled();
        Path folder = Folders.create(program + "-frames");
        try (Running running = Running.start(binary, folder, "frame", folder.toString())) {
            return new Recording(folder, running.registers(), running.kinds(), Optional.empty(),
                    Optional.empty());
        }
    }
}
