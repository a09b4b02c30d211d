package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.Mode;
import org.xstate.layout.cpu.CpuReading;
import org.xstate.layout.cpuid.CpuidTable;

/** A chosen part of the vectors recorded on a Zen 3 processor, CPL 3, XCR0 = 7. */
class RecordedVectorsTest {

    private static final int SLOT = 1024;

    private record Row(String id, Instruction instruction, long rfbm, int state, int memory, int misalign,
            String fault, int result, long xinuse) {
        static Row of(String line) {
            String[] f = line.split(",", -1);
            return new Row(f[0], Instruction.of(f[2]).orElseThrow(), XFeatureMask.parse(f[3]).bits(),
                    Integer.parseInt(f[4]),
                    Integer.parseInt(f[5]), Integer.parseInt(f[6]), f[7],
                    f[8].isEmpty() ? -1 : Integer.parseInt(f[8]),
                    f[9].isEmpty() ? -1 : XFeatureMask.parse(f[9]).bits());
        }
    }

    /** Leaf D as the machine of the recording gave it. */
    private static ProcessorModel zen3() {
        CpuidTable table = CpuidTable.builder().put(0, 0, 0xd, 0x68747541, 0x444d4163, 0x69746e65)
                .put(1, 0, 0xa00f11, 0, 0xfffa3203, 0x178bfbff).put(7, 0, 0, 0x219c07ab, 0x400684, 0x10)
                .put(0xd, 0, 7, 0x340, 0x340, 0).put(0xd, 1, 0xf, 0x368, 0x1800, 0)
                .put(0xd, 2, 0x100, 0x240, 0, 0).put(0xd, 11, 0x10, 0, 1, 0).put(0xd, 12, 0x18, 0, 1, 0)
                .put(0x80000001, 0, 0xa00f11, 0x40000000, 0x4003f3, 0x2fd3fbff)
                .put(0x80000008, 0, 0x303030, 0x10000005, 0x7001, 0).build();
        return ProcessorModel.of(CpuReading.of(table, TestFeatures.catalog()).cpu().orElseThrow(),
                TestFeatures.catalog());
    }

    @TestFactory
    Stream<DynamicTest> rowsOf64BitModeAreReproduced() {
        return rows("64", Mode.BITS_64);
    }

    @TestFactory
    Stream<DynamicTest> rowsOf32BitCodeAreReproduced() {
        return rows("32", Mode.BITS_32);
    }

    private Stream<DynamicTest> rows(String suffix, Mode mode) {
        try (InputStream slots = getClass().getResourceAsStream("zen3-slots" + suffix + ".bin.gz");
                InputStream rows = getClass().getResourceAsStream("zen3-vectors" + suffix + ".csv")) {
            byte[] bytes = new GZIPInputStream(slots).readAllBytes();
            return new BufferedReader(new InputStreamReader(rows, StandardCharsets.UTF_8)).lines().skip(1)
                    .map(Row::of).toList().stream()
                    .map(row -> DynamicTest.dynamicTest(row.id + " " + row.instruction,
                            () -> replay(row, bytes, mode)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] slot(byte[] slots, int number) {
        return Arrays.copyOfRange(slots, number * SLOT, (number + 1) * SLOT);
    }

    private static void replay(Row row, byte[] slots, Mode mode) {
        ProcessorModel model = zen3();
        ControlState user = ControlState.KERNEL.withXcr0(model.xcr0Allowed()).withXss(model.xssAllowed())
                .withCpl(3);
        Machine machine = new Machine(model, user);
        machine.execute(Instruction.XRSTOR64, MemorySegment.ofArray(slot(slots, row.state)), 0x1000, 7);
        byte[] memory = slot(slots, row.memory);
        machine.control(user.withMode(mode));
        Outcome outcome = machine.execute(row.instruction, MemorySegment.ofArray(memory),
                0x2000 + row.misalign, row.rfbm);
        machine.control(user);
        assertEquals(row.fault, outcome instanceof Outcome.Fault fault ? fault.vector().name() : "none");
        if (row.fault.equals("none")) {
            assertEquals(new Outcome.Returned(row.xinuse), machine.xgetbv(1));
        }
        byte[] recorded = slot(slots, row.result);
        if (row.instruction.isSave()) {
            assertArrayEquals(recorded, memory);
            return;
        }
        byte[] dump = new byte[SLOT];
        Arrays.fill(dump, (byte) 0xee);
        Arrays.fill(dump, 512, 576, (byte) 0);
        machine.execute(Instruction.XSAVE64, MemorySegment.ofArray(dump), 0x3000, 7);
        if (row.fault.equals("none")) {
            assertArrayEquals(recorded, dump);
        } else {
            dump[512] |= 3;
            assertArrayEquals(Arrays.copyOf(recorded, 416), Arrays.copyOf(dump, 416));
            assertArrayEquals(Arrays.copyOfRange(recorded, 512, 520), Arrays.copyOfRange(dump, 512, 520));
            assertArrayEquals(Arrays.copyOfRange(recorded, 576, 832), Arrays.copyOfRange(dump, 576, 832));
        }
    }
}
