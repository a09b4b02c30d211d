package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the template's plugin has to bring, whatever its name and number.
 *
 * @param project holds its CPUID file and its scenario
 */
record ScratchPlugin(Distribution distribution, Path project, String name, int number) {

    private static final int AREA = 896;
    private static final int OFFSET = 832;
    private static final int XSTATE_BV = 512;

    /** In features, layout and decode. @param options of the launcher */
    void works(String... options) throws Exception {
        Distribution.Result features = run(options, "features", "--json");
        assertEquals(0, features.exitCode(), features.out() + features.err());
        assertTrue(features.out().contains(
                "{\"id\":%d,\"name\":\"%s\",\"kind\":\"user\",\"size\":64,\"init\":\"01\"".formatted(number,
                        name)),
                features.out());
        Distribution.Result layout = run(options, "layout", "--cpuid", cpuid().toString());
        assertEquals(0, layout.exitCode(), layout.out() + layout.err());
        assertTrue(layout.out().contains(
                "  %d  %s  user     832    64         XCR0[%d]          01\n".formatted(number, name,
                        number)),
                layout.out());
        Distribution.Result decoded = run(options, "decode", "--cpuid", cpuid().toString(),
                image().toString());
        assertEquals(0, decoded.exitCode(), decoded.out() + decoded.err());
        String field = name.toLowerCase(Locale.ROOT);
        assertTrue(decoded.out().contains("  %s  in use  %s_ctl 0x1 (enabled)  %s0 0x1234  (6 more are 0)\n"
                .formatted(name, field, field)), decoded.out());
    }

    /** In check: the handler holds, and does not where interrupts go on too early. */
    void isChecked(String... options) throws Exception {
        Distribution.Result checked = run(options, "check", "--expect",
                project.resolve(name.toLowerCase(Locale.ROOT) + ".c").toString());
        assertEquals(0, checked.exitCode(), checked.out() + checked.err());
        assertTrue(checked.out().startsWith("HOLDS"), checked.out());
        assertTrue(checked.out().contains("VIOLATED   trap_finds_registers_live"), checked.out());
    }

    private Path cpuid() {
        return project.resolve(name.toLowerCase(Locale.ROOT) + ".cpuid");
    }

    private Distribution.Result run(String[] options, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(command));
        return distribution.run(all.toArray(String[]::new));
    }

    /** A bare image with the component's bit, its control word 1 and its first register 1234H. */
    private Path image() throws IOException {
        byte[] bytes = new byte[AREA];
        bytes[24] = (byte) 0x80;
        bytes[25] = 0x1f;
        bytes[XSTATE_BV + number / 8] = (byte) (1 << number % 8);
        bytes[OFFSET] = 1;
        bytes[OFFSET + 8] = 0x34;
        bytes[OFFSET + 9] = 0x12;
        return Files.write(project.resolve(name + ".img"), bytes);
    }
}
