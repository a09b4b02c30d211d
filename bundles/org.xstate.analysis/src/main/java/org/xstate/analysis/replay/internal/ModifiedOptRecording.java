package org.xstate.analysis.replay.internal;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;

/**
 * Rows about the modified optimisation: restore an image with x87, SSE and AVX in use, overwrite its payload in memory,
 * change some registers, save to the same place or another, and see which payloads were written.
 */
public final class ModifiedOptRecording extends Recording {

    /** What such a table has at least. */
    public static final List<String> COLUMNS = List.of("case", "instruction", "destination", "x87_payload",
            "sse_payload", "avx_payload", "xstate_bv");

    private static final XFeatureMask ALL = new XFeatureMask(7);
    private static final long SAME = 0x10000;
    private static final long OTHER = 0x20000;
    private static final int AREA = 832;
    private static final byte FILL = (byte) 0xdd;

    private final ProcessorModel model;

    public ModifiedOptRecording(CsvTable table, RecordedProcessor processor) {
        super(table);
        this.model = processor.hardware();
    }

    @Override
    String id(CsvTable.Line line) {
        return "%s, %s".formatted(line.text("case"), line.text("destination"));
    }

    @Override
    Result replay(CsvTable.Line line) {
        Instruction save = Instruction.of(line.text("instruction")).filter(Instruction::isSave).orElseThrow(
                () -> new UnsupportedRow("no such save: " + CsvTable.quoted(line.text("instruction"))));
        if (!model.xcr0Allowed().hasAll(ALL)) {
            return new Result.NotReplayed("the processor has no AVX");
        }
        Machine machine = new Machine(model,
                ControlState.KERNEL.withXcr0(model.xcr0Allowed()).withCpl(save.isSupervisor() ? 0 : 3));
        byte[] area = image();
        machine.execute(Instruction.XRSTOR64, MemorySegment.ofArray(area), SAME, ALL);
        if (!change(machine, line.text("case"))) {
            throw new UnsupportedRow("no such case: " + CsvTable.quoted(line.text("case")));
        }
        Arrays.fill(area, 0, 416, FILL);
        Arrays.fill(area, 576, AREA, FILL);
        Outcome outcome = machine.execute(save, MemorySegment.ofArray(area), switch (line.text(
                "destination")) {
            case "same" -> SAME;
            case "other" -> OTHER;
            default ->
                throw new UnsupportedRow("no such destination: " + CsvTable.quoted(line.text("destination")));
        }, ALL);
        Comparison comparison = new Comparison();
        comparison.fault("none", OptionalLong.empty(), outcome);
        comparison.payload("x87", line.text("x87_payload"), written(area, 32, 160));
        comparison.payload("SSE", line.text("sse_payload"), written(area, 160, 416));
        comparison.payload("AVX", line.text("avx_payload"), written(area, 576, AREA));
        comparison.value("XSTATE_BV", line.number("xstate_bv"), Byte.toUnsignedLong(area[512]));
        return comparison.result();
    }

    /** All three components in use, no byte of any payload equal to the fill. */
    private static byte[] image() {
        byte[] area = new byte[AREA];
        area[0] = 0x7f;
        area[1] = 0x03;
        area[24] = (byte) 0x80;
        area[25] = 0x1f;
        Arrays.fill(area, 32, 416, (byte) 0x11);
        Arrays.fill(area, 576, AREA, (byte) 0x22);
        area[512] = (byte) ALL.bits();
        return area;
    }

    private static boolean written(byte[] area, int from, int to) {
        for (int i = from; i < to; i++) {
            if (area[i] != FILL) {
                return true;
            }
        }
        return false;
    }

    /** What the case's name says happened to the registers between restore and save. */
    private static boolean change(Machine machine, String name) {
        switch (name) {
            case "unmodified" -> {
            }
            case "mxcsr unchanged reload" -> machine.registers().writeMxcsr(machine.registers().mxcsr());
            case "x87 modified" -> machine.registers().write(0, 32, (byte) 1);
            case "xmm modified" -> machine.registers().write(1, 0, (byte) 1);
            case "ymm upper modified" -> {
                machine.registers().write(1, 0);
                machine.registers().write(2, 0, (byte) 1);
            }
            case "vzeroupper" -> {
                machine.registers().write(1, 0);
                machine.registers().initialise(2);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
