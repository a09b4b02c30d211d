package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.xstate.api.AddressWidths;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.FpuTraits;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpu.XsaveFeatures;

/** A machine under test, with short ways to fill and read registers and memory. */
final class Bench {

    static final long ADDRESS = 0x7f00_0000_1000L;
    static final byte FILL = (byte) 0xcc;
    /** Intel-like: pointers kept, selectors stored, MXCSR_MASK FFFF. */
    static final FpuTraits KEEPS_POINTERS = new FpuTraits(0xffff, false, false, false, false);
    /** Zen-like. */
    static final FpuTraits AMD = new FpuTraits(0x2ffff, false, false, true, true);

    final ProcessorModel model;
    final Machine machine;
    byte[] memory = filled(4096 * 4);

    Bench(ProcessorModel model) {
        this.model = model;
        this.machine = new Machine(model,
                ControlState.KERNEL.withXcr0(model.xcr0Allowed()).withXss(model.xssAllowed()));
    }

    static Bench of(String profile, ProcessorPolicy policy) {
        return new Bench(ProcessorModel.of(cpu(profile), TestFeatures.catalog(), policy,
                new AddressWidths(48, 46)));
    }

    static XsaveCpu cpu(String profile) {
        return CpuProfiles.find(profile).orElseThrow().read(TestFeatures.catalog()).cpu().orElseThrow();
    }

    /** Everything of the Sapphire Rapids profile, by the manual's letter. */
    static Bench sapphireRapids() {
        return of("sapphirerapids", ProcessorPolicy.MANUAL);
    }

    /** A made-up CPU: x87, SSE, AVX at 576 and the pattern component at 832, all instructions. */
    static Bench small(FpuTraits fpu, ProcessorPolicy policy) {
        return new Bench(
                ProcessorModel.of(smallCpu(fpu, new XsaveFeatures(true, true, true, true, true, false)),
                        TestFeatures.catalog(), policy));
    }

    static XsaveCpu smallCpu(FpuTraits fpu, XsaveFeatures features) {
        Map<Integer, ComponentInfo> components = new TreeMap<>();
        components.put(2, new ComponentInfo(2, 256, 576, false, false, false));
        components.put(TestFeatures.PATTERN,
                new ComponentInfo(TestFeatures.PATTERN, 32, 832, false, false, false));
        return new XsaveCpu(CpuIdentity.UNKNOWN, features, XFeatureMask.of(0, 1, 2, TestFeatures.PATTERN),
                XFeatureMask.NONE, components, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                fpu);
    }

    static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, FILL);
        Arrays.fill(bytes, 512, 576, (byte) 0);
        return bytes;
    }

    static byte[] repeat(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static int[] repeatInts(int value, int count) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    Bench write(int component, int offset, int... bytes) {
        byte[] values = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = (byte) bytes[i];
        }
        machine.registers().write(component, offset, values);
        return this;
    }

    Bench fill(int component, int value) {
        int size = (int) machine.registers().component(component).byteSize();
        machine.registers().write(component, 0, repeat(value, size));
        return this;
    }

    Bench control(java.util.function.UnaryOperator<ControlState> change) {
        machine.control(change.apply(machine.control()));
        return this;
    }

    Bench put(int offset, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            memory[offset + i] = (byte) bytes[i];
        }
        return this;
    }

    Bench header(long xstateBv, long xcompBv) {
        segment().set(LE64, 512, xstateBv);
        segment().set(LE64, 520, xcompBv);
        return this;
    }

    Bench mxcsr(int value) {
        segment().set(LE32, 24, value);
        return this;
    }

    MemorySegment segment() {
        return MemorySegment.ofArray(memory);
    }

    long bv() {
        return segment().get(LE64, 512);
    }

    long xcomp() {
        return segment().get(LE64, 520);
    }

    Outcome run(Instruction instruction, long mask) {
        return machine.execute(instruction, segment(), ADDRESS, mask);
    }

    Outcome.Saved save(Instruction instruction, long mask) {
        return assertInstanceOf(Outcome.Saved.class, run(instruction, mask));
    }

    Outcome.Restored restore(Instruction instruction, long mask) {
        return assertInstanceOf(Outcome.Restored.class, run(instruction, mask));
    }

    Outcome.Fault fault(Instruction instruction, long mask) {
        return assertInstanceOf(Outcome.Fault.class, run(instruction, mask));
    }

    byte[] registers(int component) {
        return machine.registers().component(component).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
    }

    byte[] bytes(int from, int count) {
        return Arrays.copyOfRange(memory, from, from + count);
    }

    /** All bytes from {@code from} to {@code to} still hold the fill. */
    void untouched(int from, int to) {
        for (int i = from; i < to; i++) {
            assertEquals(FILL, memory[i], "byte " + i);
        }
    }
}
