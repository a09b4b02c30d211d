package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems that users of other tools have reported, as docs/field-reports.md tells them. */
class FieldReportsTest {

    private static final int XSTATE_BV = 512;

    @TempDir
    private Path folder;
    private Path seed;

    /** An image of zeros with nothing in use, from which convert makes the others. */
    @BeforeEach
    void seed() throws IOException {
        seed = Files.write(folder.resolve("seed.bin"), new byte[576]);
    }

    private Path make(String name, String... options) {
        Path out = folder.resolve(name);
        String[] fixed = {"convert", seed.toString(), "--kind", "image", "--to", "standard", "-o",
            out.toString(),
            "--set", "mxcsr=0x1f80"};
        String[] all = Arrays.copyOf(fixed, fixed.length + options.length);
        System.arraycopy(options, 0, all, fixed.length, options.length);
        CommandRun run = CommandRun.of(all);
        assertEquals(0, run.code(), run.out() + run.err());
        return out;
    }

    private static Path edit(Path file, int offset, long value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(offset, value);
        return Files.write(file, bytes);
    }

    private static Path resize(Path file, int size) throws IOException {
        return Files.write(file, Arrays.copyOf(Files.readAllBytes(file), size));
    }

    private static void says(String words, int code, String... command) {
        CommandRun run = CommandRun.of(command);
        String plain = (run.out() + run.err()).replaceAll("\\s+", " ");
        assertTrue(plain.contains(words), plain);
        assertEquals(code, run.code(), plain);
    }

    /** gem5 296, 434. */
    @Test
    void aHeaderThatWasZeroedOnTheWayThroughKvmIsSeen() throws IOException {
        Path buffer = make("kvm.bin", "--cpu", "sandybridge", "--sw-mask", "--set",
                "ymm3=" + "5a".repeat(32));
        resize(edit(buffer, XSTATE_BV, 0), 4096);
        says("warning header-cleared", 12, "lint", buffer.toString(), "--kind", "kvm", "--fail-on",
                "warning");
    }

    /** gem5 958. */
    @Test
    void avxThatWasLostOnTheWayThroughKvmIsADifferenceInMeaning() throws IOException {
        Path before = make("before.bin", "--cpu", "sandybridge", "--set", "ymm3=" + "5a".repeat(32));
        Path after = Files.copy(before, folder.resolve("after.bin"));
        edit(after, XSTATE_BV, 2);
        says("ymm3_hi128", 12, "diff", before.toString(), after.toString());
    }

    /** cloud-hypervisor 7534, CRIU 1448. */
    @Test
    void aPageIsTooSmallForTiles() throws IOException {
        Path buffer = make("amx.bin", "--cpu", "sapphirerapids", "--sw-mask", "--set", "tmm0=01", "--set",
                "palette=1");
        assertEquals(11008, Files.size(buffer));
        resize(buffer, 4096);
        says("error component-beyond-end", 12, "lint", buffer.toString(), "--kind", "kvm", "--cpu",
                "sapphirerapids");
        says("error convert-source-incomplete", 12, "convert", buffer.toString(), "--kind", "kvm",
                "--from-cpu",
                "sapphirerapids", "--cpu", "zen4", "--to", "standard", "-o",
                folder.resolve("never").toString());
        assertFalse(Files.exists(folder.resolve("never")));
        says("migration-area-over-page", 12, "cpus", "diff", "sapphirerapids", "zen4", "--fail-on", "note");
    }

    /** CRIU 1759, 1880. */
    @Test
    void reservedBitsOfMxcsrAreNamedBeforeTheRestoreFaults() throws IOException {
        Path image = make("mxcsr.bin", "--cpu", "zen3");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(24, 0x21f80).putInt(28, 0x2ffff);
        Files.write(image, bytes.array());
        says("0 errors", 0, "lint", image.toString(), "--cpu", "zen3");
        says("error mxcsr-reserved-bits", 12, "lint", image.toString(), "--cpu", "skylake", "--xcr0", "7");
        says("error convert-mxcsr-reserved", 12, "convert", image.toString(), "--cpu", "skylake", "--to",
                "standard", "-o", folder.resolve("never").toString());
    }

    /** delve 3827. */
    @Test
    void zmmLiesElsewhereOnAmd() {
        Path image = make("zmm.bin", "--cpu", "zen4", "--set", "zmm12=" + "c3".repeat(64));
        says("\"zmm12\":\"" + "c3".repeat(64) + "\"", 0, "decode", image.toString(), "--cpu", "zen4",
                "--json");
        says("ZMM_Hi256 (component 6) lies at 896 on the source and at 1152 on the target", 0, "cpus", "diff",
                "zen4", "skylake-sp", "--xcr0", "0xe7");
        Path moved = folder.resolve("moved.bin");
        says("every register keeps its value", 0, "convert", image.toString(), "--from-cpu", "zen4", "--cpu",
                "skylake-sp", "--to", "standard", "-o", moved.toString());
        says("\"zmm12\":\"" + "c3".repeat(64) + "\"", 0, "decode", moved.toString(), "--cpu", "skylake-sp",
                "--json");
    }

    /** asterinas 3920. */
    @Test
    void aBufferOfTheCompactedSizeIsTooSmallForXsave() throws IOException {
        Path image = make("pkru.bin", "--cpu", "zen3", "--set", "pkru=0x55555554");
        resize(image, 840);
        says("840 is the size of the same components in the compacted format", 12, "lint", image.toString(),
                "--cpu",
                "zen3");
    }

    /** stdarch 1641. */
    @Test
    void xstateBvMayDifferWhereTheMeaningDoesNot() throws IOException {
        Path one = make("one.bin", "--cpu", "sandybridge", "--set", "xmm0=11");
        Path two = Files.copy(one, folder.resolve("two.bin"));
        edit(two, XSTATE_BV, 7);
        says("SAME MEANING only the representation differs", 0, "diff", one.toString(), two.toString());
        says("SAME MEANING", 12, "diff", one.toString(), two.toString(), "--fail-on", "note");
    }
}
