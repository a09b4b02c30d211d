package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/**
 * readelf and eu-readelf see the notes that {@code decode} reads. eu-readelf also decodes NT_PRFPREG, which the kernel
 * makes on another path than NT_X86_XSTATE, so that it is a second record of the same registers.
 */
class NotesTest {

    private static final Pattern XSTATE = Pattern.compile("^\\s+LINUX\\s+.*X86_XSTATE");
    private static final Pattern PID = Pattern.compile("^\\s+pid: (\\d+),");
    private static final Pattern FPREGSET = Pattern.compile("^\\s+CORE\\s+512\\s+FPREGSET");
    private static final Pattern NOTE = Pattern.compile("^\\s+(CORE|LINUX|GDB)\\s+\\d+\\s+\\S+");
    private static final Pattern VALUE = Pattern.compile("(xmm\\d+|st\\d|mxcsr|fcw|fsw):\\s+0x([0-9a-f]+)");

    @Test
    void readelfCountsAsManyExtendedStatesAsThreadsAreDecoded() {
        Peer.READELF.assumePresent();
        for (Path core : cores()) {
            long notes = Peer.READELF.run(Folders.base(), "-n", core).text().lines()
                    .filter(line -> XSTATE.matcher(line).find()).count();
            assertEquals(notes, Decoded.of(core).size(), core.toString());
        }
    }

    @Test
    void euReadelfNamesTheSameThreadsInTheSameOrder() {
        Peer.EU_READELF.assumePresent();
        for (Path core : cores()) {
            List<Long> threads = threads(core).stream().map(EuThread::pid).toList();
            assertEquals(threads, Decoded.of(core).stream().map(Decoded::lwp).toList(), core.toString());
        }
    }

    @Test
    void euReadelfDecodesTheSameRegistersFromTheOtherNote() {
        Peer.EU_READELF.assumePresent();
        Comparison comparison = new Comparison();
        int compared = 0;
        for (Path core : cores()) {
            Map<Long, EuThread> peer = new LinkedHashMap<>();
            threads(core).forEach(thread -> peer.put(thread.pid(), thread));
            for (Decoded thread : Decoded.of(core)) {
                // stored as 0 in both notes, by two kernel paths that need not agree; the finding has the truth
                boolean defect = thread.trueMxcsr().isPresent();
                peer.get(thread.lwp()).registers().forEach((name, value) -> {
                    if (!defect || !name.equals("mxcsr")) {
                        comparison.value(core.getFileName() + " " + thread.lwp() + " " + name, value,
                                thread.registers().get(name));
                    }
                });
                compared++;
            }
        }
        comparison.verify("eu-readelf", 26 * compared);
    }

    /** Cores of 64-bit processes: the examples, and where possible one of this kernel and one of gcore. */
    private static List<Path> cores() {
        List<Path> cores = new ArrayList<>(
                Folders.files(Folders.project().resolve("examples/cores"), ".core"));
        assertFalse(cores.isEmpty());
        if (Peer.GCC.isPresent()) {
            Recording recording = Recording.cores(Program.STATE_64);
            recording.gcore().ifPresent(cores::add);
            recording.kernelCore().ifPresent(cores::add);
        }
        return cores;
    }

    private record EuThread(long pid, Map<String, BigInteger> registers) {
    }

    private static List<EuThread> threads(Path core) {
        List<EuThread> threads = new ArrayList<>();
        boolean inRegisters = false;
        for (String line : Peer.EU_READELF.run(Folders.base(), "-n", core).text().lines().toList()) {
            Matcher pid = PID.matcher(line);
            if (NOTE.matcher(line).find()) {
                inRegisters = FPREGSET.matcher(line).find();
            } else if (pid.find() && line.contains("ppid")) {
                threads.add(new EuThread(Long.parseLong(pid.group(1)), new LinkedHashMap<>()));
            } else if (inRegisters) {
                Matcher value = VALUE.matcher(line);
                while (value.find()) {
                    threads.getLast().registers().put(value.group(1),
                            register(value.group(1), value.group(2)));
                }
            }
        }
        return threads;
    }

    /** It prints MXCSR and its mask as one number, the mask in the upper half. */
    private static BigInteger register(String name, String digits) {
        BigInteger value = new BigInteger(digits, 16);
        return name.equals("mxcsr") ? value.mod(BigInteger.TWO.pow(32)) : value;
    }
}
