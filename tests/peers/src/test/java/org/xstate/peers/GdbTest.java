package org.xstate.peers;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every register that gdb shows for a core has the value that {@code decode} gives, MXCSR stored as 0 by the kernel
 * included: gdb repeats what is stored, and so does the value in {@code registers}.
 */
class GdbTest {

    /** FCW, FSW, FOP, FIP, FDP, tag word, MXCSR, eight x87 and eight XMM registers: any thread of any core has them. */
    private static final int PER_THREAD = 23;

    private static final Pattern SHORT_FORM = Pattern.compile("([xy]mm)(\\d+)");

    static Stream<Path> examples() {
        return Folders.files(Folders.project().resolve("examples/cores"), ".core").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplesAgree(Path core) {
        compare(core);
    }

    @Test
    void theRecordedCoresAgree() {
        List<Path> cores = Folders.files(Folders.corpus("images"), ".core");
        Assertions.assertFalse(cores.isEmpty());
        cores.forEach(GdbTest::compare);
    }

    @Test
    void aCoreOfThisKernelAgrees() {
        compare(Recording.cores(Program.STATE_64).kernelCoreOrSkip());
    }

    @Test
    void aCoreOfGcoreAgrees() {
        compare(Recording.cores(Program.STATE_64).gcoreOrSkip());
    }

    @Test
    void aCoreOfThisKernelOfA32BitProcessAgrees() {
        compare(Recording.cores(Program.STATE_32).kernelCoreOrSkip());
    }

    @Test
    void aCoreOfGcoreOfA32BitProcessAgrees() {
        compare(Recording.cores(Program.STATE_32).gcoreOrSkip());
    }

    private static void compare(Path core) {
        Map<Long, Map<String, BigInteger>> peer = GdbRegisters.of(core);
        List<Decoded> ours = Decoded.of(core);
        Assertions.assertEquals(peer.keySet(), Set.copyOf(ours.stream().map(Decoded::lwp).toList()));
        Comparison comparison = new Comparison();
        for (Decoded thread : ours) {
            peer.get(thread.lwp()).forEach((name, value) -> comparison.value(thread.lwp() + " " + name, value,
                    ours(thread, name)));
        }
        comparison.verify("gdb, " + core.getFileName(), PER_THREAD * ours.size());
    }

    /** Registers 16 to 31 have no state apart from their ZMM form, which alone we list. */
    private static BigInteger ours(Decoded thread, String name) {
        Matcher vector = SHORT_FORM.matcher(name);
        if (name.equals("ftag")) {
            return thread.tagWord().orElse(null);
        }
        if (vector.matches() && Integer.parseInt(vector.group(2)) >= 16) {
            BigInteger zmm = thread.registers().get("zmm" + vector.group(2));
            int bits = vector.group(1).equals("xmm") ? 128 : 256;
            return zmm.mod(BigInteger.TWO.pow(bits));
        }
        return thread.registers().get(name);
    }
}
