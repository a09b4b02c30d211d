package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/** What holds for any state: whatever a save wrote, a restore brings back. */
class RoundTripTest {

    private static final Instruction[] SAVES = {Instruction.XSAVE64, Instruction.XSAVEOPT64,
        Instruction.XSAVEC64, Instruction.XSAVES64};

    private static void randomise(Bench bench, Random random) {
        for (int number : bench.machine.control().enabled()) {
            // behaviours of the test providers refuse some values
            boolean free = number != 8 && number != 11 && number != 14 && number != 17;
            int size = (int) bench.machine.registers().component(number).byteSize();
            byte[] bytes = new byte[free ? size : 4];
            if (random.nextBoolean()) {
                random.nextBytes(bytes);
                if (!free) {
                    bytes[0] = (byte) (number == 17 ? 1 : bytes[0] & ~1);
                }
            }
            if (number == 0) {
                // REX.W loses selectors, and AMD loses pointers without a pending exception
                boolean keeps = !bench.model.cpu().fpu().pointersOnlyWithError();
                java.util.Arrays.fill(bytes, keeps ? 24 : 6, 28, (byte) 0);
            }
            bench.machine.registers().initialise(number);
            if (free || random.nextBoolean()) {
                bench.machine.registers().write(number, 0, bytes);
            }
        }
        bench.machine.registers().writeMxcsr(random.nextBoolean() ? 0x1f80 : random.nextInt(0x10000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sapphirerapids", "zen3", "skylake-sp", "tigerlake"})
    void aRestoreBringsBackWhatASaveOfAnyKindWrote(String profile) {
        Random random = new Random(profile.hashCode());
        Bench bench = Bench.of(profile, ProcessorPolicy.of(Bench.cpu(profile).identity()));
        Machine machine = bench.machine;
        for (int round = 0; round < 300; round++) {
            randomise(bench, random);
            Machine before = machine.copy();
            Instruction save = SAVES[random.nextInt(SAVES.length)];
            boolean supervisor = save.isSupervisor();
            long all = (supervisor ? machine.control().enabled() : machine.control().xcr0()).bits();
            byte[] area = new byte[16384];
            MemorySegment memory = MemorySegment.ofArray(area);
            machine.execute(save, memory, 0x1000, all);
            XFeatureMask inUse = new XFeatureMask(before.xinuse().bits() & all);
            assertTrue(new XFeatureMask(memory.get(org.xstate.layout.image.XsaveImage.LE64, 512))
                    .andNot(XFeatureMask.of(1)).equals(inUse.andNot(XFeatureMask.of(1))));
            randomise(bench, random);
            Outcome restored = machine.execute(
                    supervisor ? Instruction.XRSTORS64 : Instruction.XRSTOR64, memory, 0x1000, all);
            assertTrue(restored.isCompleted(), restored::toString);
            for (int number : new XFeatureMask(all)) {
                assertArrayEquals(bytes(before, number), bytes(machine, number),
                        profile + " round " + round + " " + save + " component " + number);
            }
            assertEquals(before.registers().mxcsr(), machine.registers().mxcsr());
            byte[] again = new byte[16384];
            machine.execute(save, MemorySegment.ofArray(again), 0x2000, all);
            assertArrayEquals(area, again, profile + " round " + round + " " + save);
        }
    }

    private static byte[] bytes(Machine machine, int number) {
        return machine.registers().component(number).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    }

    @Test
    void standardAndCompactedImagesOfOneStateRestoreToTheSameRegisters() {
        Random random = new Random(4711);
        Bench bench = Bench.of("skylake-sp", ProcessorPolicy.MANUAL);
        for (int round = 0; round < 300; round++) {
            randomise(bench, random);
            long mask = random.nextInt(0x400) & bench.machine.control().xcr0().bits();
            byte[] standard = new byte[4096];
            byte[] compacted = new byte[4096];
            bench.machine.execute(Instruction.XSAVE64, MemorySegment.ofArray(standard), 0x1000, mask | 2);
            bench.machine.execute(Instruction.XSAVEC64, MemorySegment.ofArray(compacted), 0x1000, mask | 2);
            Machine one = new Machine(bench.model, bench.machine.control());
            Machine other = one.copy();
            one.execute(Instruction.XRSTOR64, MemorySegment.ofArray(standard), 0x1000, mask | 2);
            other.execute(Instruction.XRSTOR64, MemorySegment.ofArray(compacted), 0x1000, mask | 2);
            assertTrue(one.registers().sameValues(other.registers()), "round " + round);
        }
    }

    /** No header, whatever its bytes, gives anything but a completed restore or #GP, and a fault changes nothing. */
    @Test
    void arbitraryHeadersEitherRestoreOrFaultWithoutATrace() {
        Random random = new Random(99);
        Bench bench = Bench.of("tigerlake", ProcessorPolicy.MANUAL);
        long xcr0 = bench.machine.control().xcr0().bits();
        int completed = 0;
        for (int round = 0; round < 3000; round++) {
            bench.memory = new byte[4096];
            random.nextBytes(bench.memory);
            for (int at = 528; at < 576; at++) {
                bench.memory[at] = 0;
            }
            long some = random.nextLong() & xcr0;
            bench.header(random.nextLong() & some, random.nextBoolean() ? 0 : some | 1L << 63);
            bench.mxcsr(random.nextInt() >>> random.nextInt(32));
            if (random.nextInt(4) == 0) {
                bench.memory[512 + random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            }
            Machine before = bench.machine.copy();
            Outcome outcome = bench.run(Instruction.XRSTOR64, random.nextLong());
            if (outcome instanceof Outcome.Fault fault) {
                assertEquals(ExceptionVector.GP, fault.vector(), fault.toString());
                assertTrue(before.registers().sameValues(bench.machine.registers()));
            } else {
                completed++;
            }
        }
        assertTrue(completed > 500 && completed < 2800, "completed " + completed);
    }

    @Test
    void nothingBeyondTheLayoutIsWritten() {
        Bench bench = Bench.sapphireRapids();
        randomise(bench, new Random(5));
        for (Instruction save : SAVES) {
            XFeatureMask mask = save.isSupervisor()
                    ? bench.machine.control().enabled()
                    : bench.machine.control().xcr0();
            XsaveLayout layout = save.savesCompacted()
                    ? XsaveLayout.compacted(bench.model.cpu(), mask)
                    : XsaveLayout.standard(bench.model.cpu(), mask);
            bench.memory = Bench.filled(16384);
            bench.save(save, -1);
            bench.untouched(416, 512);
            bench.untouched(layout.size(), 16384);
            layout.holes().forEach(hole -> bench.untouched(hole.offset(), hole.offset() + hole.size()));
        }
    }
}
