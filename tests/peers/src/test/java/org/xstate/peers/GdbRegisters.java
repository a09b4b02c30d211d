package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registers of each thread of a core, as gdb decodes them, under our names. */
final class GdbRegisters {

    private static final Pattern THREAD = Pattern.compile("^Thread \\d+ \\(.*?LWP (\\d+)\\)*:");
    private static final Pattern ELEMENT = Pattern.compile("0x([0-9a-f]+)");
    private static final Pattern X87 = Pattern.compile("^st(\\d) .*\\(raw 0x([0-9a-f]+)\\)");
    private static final Map<String, String> NAMES = Map.of("fctrl", "fcw", "fstat", "fsw");

    private GdbRegisters() {
    }

    /** By thread id, then by register. */
    static Map<Long, Map<String, BigInteger>> of(Path core) {
        Peer.GDB.assumePresent();
        Path script = Folders.base().resolve("registers.gdb");
        try {
            Files.writeString(script, script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Peer.Answer answer = Peer.GDB.run(Folders.base(), "-nx", "-batch", "-x", script, "-c", core);
        Map<Long, Map<String, BigInteger>> threads = new LinkedHashMap<>();
        Map<String, BigInteger> current = new LinkedHashMap<>();
        for (String line : answer.text().lines().toList()) {
            Matcher thread = THREAD.matcher(line);
            Matcher x87 = X87.matcher(line);
            if (thread.find()) {
                current = new LinkedHashMap<>();
                threads.put(Long.parseLong(thread.group(1)), current);
            } else if (x87.find()) {
                current.put("st" + x87.group(1), new BigInteger(x87.group(2), 16));
            } else if (line.startsWith("register ")) {
                String[] words = line.split(" ", 3);
                current.put(NAMES.getOrDefault(words[1], words[1]), joined(words[2]));
            }
        }
        assertTrue(!threads.isEmpty(), () -> "gdb shows no thread: " + answer.text());
        threads.values().forEach(GdbRegisters::joinPointers);
        return threads;
    }

    /** Elements of an array come with the least significant first, 128 bits each. */
    private static BigInteger joined(String value) {
        BigInteger sum = BigInteger.ZERO;
        Matcher element = ELEMENT.matcher(value);
        for (int i = 0; element.find(); i++) {
            sum = sum.or(new BigInteger(element.group(1), 16).shiftLeft(128 * i));
        }
        return sum;
    }

    /**
     * gdb knows the layout of FXSAVE without REX.W only: bits 31:0 are its offset, bits 47:32 its selector, in cores
     * of 64-bit processes too, where they are one pointer.
     */
    private static void joinPointers(Map<String, BigInteger> registers) {
        registers.put("fip", registers.remove("fiseg").shiftLeft(32).or(registers.remove("fioff")));
        registers.put("fdp", registers.remove("foseg").shiftLeft(32).or(registers.remove("fooff")));
    }

    private static String script() {
        StringBuilder script = new StringBuilder("""
                set pagination off
                set print repeats unlimited
                set print elements unlimited
                define show_all
                """);
        for (int i = 0; i < 32; i++) {
            append(script, "xmm" + i, ".uint128");
            append(script, "ymm" + i, ".v2_int128");
            append(script, "zmm" + i, ".v4_int128");
        }
        for (int i = 0; i < 8; i++) {
            append(script, "k" + i, "");
        }
        for (String name : List.of("pkru", "mxcsr", "fctrl", "fstat", "ftag", "fop", "fiseg", "fioff",
                "foseg",
                "fooff")) {
            append(script, name, "");
        }
        script.append("  info registers st0 st1 st2 st3 st4 st5 st6 st7\nend\nthread apply all show_all\n");
        return script.toString();
    }

    private static void append(StringBuilder script, String register, String view) {
        script.append("""
                  if !$_isvoid($%1$s)
                    printf "register %1$s "
                    output/x $%1$s%2$s
                    echo \\n
                  end
                """.formatted(register, view));
    }
}
