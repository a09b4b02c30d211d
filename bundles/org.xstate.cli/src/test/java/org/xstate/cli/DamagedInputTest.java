package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, a command ends with a result, findings, or one sentence about the input; never with a bug. */
class DamagedInputTest {

    private static final Set<Integer> ALLOWED = Set.of(ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.BAD_INPUT);

    @ParameterizedTest
    @ValueSource(strings = {"cores/six-threads.core", "frames/sigframes64.bin", "kvm/guest-xsave.bin"})
    void damagedContainersEndWithFindingsOrExit65(String name, @TempDir Path folder) throws IOException {
        byte[] sound = Files.readAllBytes(TestInputs.example(name));
        Random random = new Random(name.hashCode());
        Path file = folder.resolve("damaged");
        Path out = folder.resolve("out");
        int rounds = Math.min(Integer.getInteger("xstate.fuzz.iterations", 40), 400);
        for (int round = 0; round < rounds; round++) {
            Files.write(file, damage(sound, random));
            for (List<String> command : List.of(List.of("decode", "--json"), List.of("lint"),
                    List.of("lint", "--json", "--cpu", "zen3"),
                    List.of("convert", "--to", "compacted", "--thread", "0", "-o", out.toString()))) {
                String[] line = java.util.stream.Stream
                        .concat(command.stream(), java.util.stream.Stream.of(file.toString()))
                        .toArray(String[]::new);
                CommandRun run = CommandRun.of(line);
                assertTrue(
                        ALLOWED.contains(run.code())
                                || run.code() == ExitCode.INPUT_MISSING && command.contains("convert"),
                        () -> command + " exit " + run.code() + ": " + run.err());
                assertFalse(run.err().contains("internal error"), run::err);
            }
        }
    }

    /** A few flipped bits, a number made huge, or an end cut off. */
    private static byte[] damage(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = 0; i < 1 + random.nextInt(16); i++) {
                    bytes[place(random, bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                int at = place(random, bytes.length - 8);
                Arrays.fill(bytes, at, at + 1 + random.nextInt(8), (byte) 0xff);
            }
            default -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        return bytes;
    }

    /** Headers and notes lie in front: most damage goes there. */
    private static int place(Random random, int size) {
        return random.nextInt(random.nextInt(4) > 0 ? Math.min(size, 2048) : size);
    }
}
