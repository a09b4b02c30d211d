package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.image.XsaveImage.LE16;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

class RegisterFileTest {

    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL);

    @Test
    void aNewMachineIsInItsInitialConfigurationWithX87OnlyEnabled() {
        Machine fresh = new Machine(bench.model);
        assertEquals(ControlState.KERNEL, fresh.control());
        assertEquals(XFeatureMask.of(0), fresh.control().xcr0());
        assertEquals(0x1f80, fresh.registers().mxcsr());
        byte[] x87 = new byte[160];
        x87[0] = 0x7f;
        x87[1] = 3;
        assertArrayEquals(x87, fresh.registers().component(0).toArray(
                java.lang.foreign.ValueLayout.JAVA_BYTE));
        assertEquals((byte) 0xa5, fresh.registers().component(TestFeatures.PATTERN)
                .get(java.lang.foreign.ValueLayout.JAVA_BYTE, 31));
    }

    @Test
    void aCopyIsIndependentAndCarriesEverything() {
        bench.fill(2, 1).mxcsr(0x1f80).header(0, 0);
        bench.machine.registers().writeMxcsr(0x1f81);
        Machine copy = bench.machine.copy();
        assertTrue(copy.registers().sameValues(bench.machine.registers()));
        assertEquals(bench.machine.control(), copy.control());
        copy.registers().writeMxcsr(0x1f80);
        assertFalse(copy.registers().sameValues(bench.machine.registers()));
        copy.registers().writeMxcsr(0x1f81);
        copy.registers().write(2, 0, (byte) 2);
        assertFalse(copy.registers().sameValues(bench.machine.registers()));
        assertEquals(1, bench.registers(2)[0]);
    }

    @Test
    void aCopyRemembersTheLastRestore() {
        bench.fill(2, 1).mxcsr(0x1f80).header(4, 0).restore(Instruction.XRSTOR64, 4);
        Machine copy = bench.machine.copy();
        assertEquals(new Outcome.Saved(XFeatureMask.of(2), XFeatureMask.NONE),
                copy.execute(Instruction.XSAVEOPT64, bench.segment(), Bench.ADDRESS, XFeatureMask.of(2)));
        copy.registers().write(2, 0, (byte) 0xcc);
        assertEquals(XFeatureMask.of(2), ((Outcome.Saved) copy.execute(Instruction.XSAVEOPT64,
                bench.segment(), Bench.ADDRESS, 4)).written());
        copy.become(bench.machine);
        assertEquals(XFeatureMask.NONE, ((Outcome.Saved) copy.execute(Instruction.XSAVEOPT64,
                bench.segment(), Bench.ADDRESS, 4)).written());
    }

    @Test
    void aCopyRemembersWhatIsStickilyInUse() {
        Bench sticky = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.INTEL);
        sticky.write(2, 0, 0);
        assertEquals(XFeatureMask.of(2), sticky.machine.copy().xinuse());
    }

    @Test
    void anotherModelsStateCannotBeTakenOver() {
        Bench other = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL);
        assertThrows(IllegalArgumentException.class, () -> bench.machine.become(other.machine));
    }

    @Test
    void registersAreReadOnlyViewsThatFollowChanges() {
        var view = bench.machine.registers().component(2);
        assertTrue(view.isReadOnly());
        assertEquals(256, view.byteSize());
        bench.write(2, 3, 9);
        assertEquals(9, view.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 3));
    }

    @Test
    void writesAreBroughtIntoWhatTheHardwareCanHold() {
        byte[] ones = Bench.repeat(0xff, 160);
        bench.machine.registers().write(0, 0, ones);
        byte[] x87 = bench.registers(0);
        assertEquals(0x1f7f, bench.machine.registers().component(0).get(LE16, 0));
        assertEquals(0x7f7f, bench.machine.registers().component(0).get(LE16, 2));
        assertArrayEquals(new byte[]{(byte) 0xff, 0}, Arrays.copyOfRange(x87, 4, 6));
        assertEquals(0x7ff, bench.machine.registers().component(0).get(LE16, 6));
        assertArrayEquals(Bench.repeat(0xff, 20), Arrays.copyOfRange(x87, 8, 28));
        assertArrayEquals(new byte[4], Arrays.copyOfRange(x87, 28, 32));
        assertArrayEquals(new byte[6], Arrays.copyOfRange(x87, 154, 160));
        Bench spr = Bench.sapphireRapids();
        spr.fill(9, 0xff);
        assertArrayEquals(new byte[]{-1, -1, -1, -1, 0, 0, 0, 0}, spr.registers(9));
    }

    @Test
    void reservedMxcsrBitsCannotBeWritten() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> bench.machine.registers().writeMxcsr(0x10000));
        assertEquals("LDMXCSR 0x10000 would raise #GP: the mask is 0xffff", e.getMessage());
        assertEquals(0x1f80, bench.machine.registers().mxcsr());
        bench.machine.registers().writeMxcsr(0xffff);
        assertEquals(0xffff, bench.machine.registers().mxcsr());
    }

    @Test
    void componentsThatTheProcessorLacksHaveNoRegisters() {
        for (int number : new int[]{-1, 3, 62, 63, 64}) {
            assertThrows(IllegalArgumentException.class,
                    () -> bench.machine.registers().component(number), "component " + number);
        }
        assertThrows(IllegalArgumentException.class,
                () -> bench.control(c -> c.withXcr0(XFeatureMask.of(0, 3))));
    }

    private record Stub(XFeatureDescriptor descriptor, InitState initState,
            RegisterBehaviour behaviour) implements org.xstate.api.XFeatureProvider {
        @Override
        public RegisterBehaviour registerBehaviour(org.xstate.api.AddressWidths widths) {
            return behaviour;
        }

        @Override
        public org.xstate.api.RestorePolicy restorePolicy() {
            return new org.xstate.api.RestorePolicy.Unused();
        }
    }

    private static ProcessorModel modelWith(InitState init, int reach) {
        RegisterBehaviour behaviour = new RegisterBehaviour() {
            @Override
            public int bytesOutside64BitMode(int size) {
                return reach;
            }
        };
        FeatureCatalog catalog = FeatureCatalog.of(java.util.List.of(new Contribution(
                new Stub(XFeatureDescriptor.user(2, "AVX", 256).build(), InitState.allZero(),
                        RegisterBehaviour.PLAIN),
                "test"),
                new Contribution(new Stub(XFeatureDescriptor.user(TestFeatures.PATTERN, "P", 32).build(),
                        init, behaviour), "test")));
        return ProcessorModel.of(Bench.smallCpu(Bench.AMD,
                new org.xstate.layout.cpu.XsaveFeatures(true, true, true, true, true, true)), catalog,
                ProcessorPolicy.MANUAL);
    }

    @Test
    void aProviderThatContradictsItselfAboutTheSizeIsRefused() {
        modelWith(InitState.allZero(), 32);
        modelWith(InitState.allZero(), 0);
        assertThrows(IllegalArgumentException.class, () -> modelWith(InitState.allZero(), 33));
        assertThrows(IllegalArgumentException.class, () -> modelWith(InitState.allZero(), -1));
        // right for the descriptor's 32 bytes only when nobody asks for another CPU's size
        InitState fixed = new InitState.Derived(context -> new byte[context.size() == 32 ? 32 : 31],
                context -> new byte[32]);
        modelWith(fixed, 32);
    }

    @Test
    void sizesBeyondAnyXsaveAreaAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> resized("zen3", 9, 1 << 24));
        assertThrows(IllegalArgumentException.class, () -> resized("zen3", 12, (1 << 24) - 512));
        resized("zen3", 12, 1024);
    }

    @Test
    void aComponentSmallerThanItsProviderKnowsIsOnlyCopied() {
        Bench bench = resized("sapphirerapids", 14, 16);
        bench.fill(14, 7).save(Instruction.XSAVES64, 1 << 14);
        assertArrayEquals(Bench.repeat(7, 16), bench.bytes(576, 16));
        bench.restore(Instruction.XRSTORS64, 1 << 14);
        assertArrayEquals(Bench.repeat(7, 16), bench.registers(14));
    }

    private static Bench resized(String profile, int number, int size) {
        XsaveCpu cpu = Bench.cpu(profile);
        ComponentInfo old = cpu.component(number).orElseThrow();
        Map<Integer, ComponentInfo> components = new TreeMap<>(cpu.components());
        components.put(number, new ComponentInfo(number, size, old.offset(), old.supervisor(), false, false));
        return new Bench(ProcessorModel.of(
                new XsaveCpu(cpu.identity(), cpu.features(), cpu.xcr0(), cpu.xss(), components,
                        cpu.maxStandardSize(), cpu.enabledSize(), cpu.compactedSize(), cpu.fpu()),
                TestFeatures.catalog(), ProcessorPolicy.MANUAL));
    }
}
