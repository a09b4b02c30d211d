package org.xstate.analysis.replay.internal;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState;
import org.xstate.isa.ControlState.Mode;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;

/**
 * Rows recorded by an ordinary process at CPL 3, with x87, SSE and AVX loaded beforehand and dumped afterwards. A fault
 * shows the registers in the signal frame. What the operating system enabled beyond these three components holds values
 * that nobody recorded.
 */
public final class ProcessRecording extends Recording {

    /** What such a table has at least. */
    public static final List<String> COLUMNS = List.of("id", "instruction", "rfbm", "state_slot",
            "memory_slot", "misalign", "fault", "result_slot", "xinuse");

    private static final XFeatureMask KNOWN = new XFeatureMask(7);
    private static final long STATE_ADDRESS = 0x10000;
    private static final long OPERAND_ADDRESS = 0x20000;
    private static final long DUMP_ADDRESS = 0x30000;
    /** Bytes of a standard area with components 0 to 2. */
    private static final int AREA = 832;

    private final Slots slots;
    private final ProcessorModel model;
    private final ControlState user;
    private final boolean bits32;

    /** @param bits32 whether the instructions ran in a 32-bit code segment */
    public ProcessRecording(CsvTable table, Slots slots, RecordedProcessor processor, boolean bits32) {
        super(table);
        this.slots = slots;
        this.model = processor.hardware();
        this.user = ControlState.KERNEL.withXcr0(model.xcr0Allowed()).withXss(model.xssAllowed()).withCpl(3);
        this.bits32 = bits32;
    }

    @Override
    Result replay(CsvTable.Line line) {
        Instruction instruction = Instruction.of(line.text("instruction")).orElseThrow(
                () -> new UnsupportedRow(
                        "no such instruction: " + CsvTable.quoted(line.text("instruction"))));
        long rfbm = line.need("rfbm");
        if (!instruction.isLegacy() && !KNOWN.hasAll(user.xcr0().and(new XFeatureMask(rfbm)))) {
            return new Result.NotReplayed("the request names components whose registers were not recorded");
        }
        Machine machine = new Machine(model, user);
        Outcome start = machine.execute(Instruction.XRSTOR64,
                MemorySegment.ofArray(slots.copy(line.need("state_slot"))), STATE_ADDRESS, KNOWN);
        if (start instanceof Outcome.Fault fault) {
            return new Result.NotReplayed("the starting state cannot be loaded: " + fault);
        }
        byte[] memory = slots.copy(line.need("memory_slot"));
        long misalign = line.number("misalign").orElse(0);
        machine.control(user.withMode(bits32 ? Mode.BITS_32 : Mode.BITS_64));
        if (bits32 && instruction.rexW()) {
            throw new UnsupportedRow(instruction + " does not exist in a 32-bit code segment");
        }
        Outcome outcome = machine.execute(instruction, MemorySegment.ofArray(memory),
                OPERAND_ADDRESS + misalign, rfbm);
        machine.control(user);
        Comparison comparison = new Comparison();
        comparison.fault(line.text("fault"), OptionalLong.empty(), outcome);
        if (outcome.isCompleted() && machine.xgetbv(1) instanceof Outcome.Returned returned) {
            OptionalLong xinuse = line.number("xinuse");
            comparison.value("XINUSE", xinuse.isEmpty()
                    ? xinuse
                    : OptionalLong.of(xinuse.getAsLong()
                            & KNOWN.bits()),
                    returned.value() & KNOWN.bits());
        }
        OptionalLong result = line.number("result_slot");
        if (result.isPresent()) {
            compare(comparison, instruction, outcome, slots.copy(result.getAsLong()), memory, machine);
        }
        return comparison.result();
    }

    private static void compare(Comparison comparison, Instruction instruction, Outcome outcome,
            byte[] recorded, byte[] memory, Machine machine) {
        if (instruction.isSave()) {
            comparison.bytes("memory", recorded, memory, 0, memory.length);
        } else if (outcome.isCompleted()) {
            comparison.bytes("registers", recorded, dump(machine, recorded.length), 0, recorded.length);
        } else {
            signalFrame(comparison, recorded, dump(machine, recorded.length));
        }
    }

    /** XSAVE64 over a buffer of EE with a zero header. */
    private static byte[] dump(Machine machine, int size) {
        byte[] buffer = new byte[Math.max(size, AREA)];
        Arrays.fill(buffer, (byte) 0xee);
        Arrays.fill(buffer, 512, 576, (byte) 0);
        machine.execute(Instruction.XSAVE64, MemorySegment.ofArray(buffer), DUMP_ADDRESS, KNOWN);
        return buffer;
    }

    /** Linux sets XSTATE_BV[1:0] in a signal frame, and uses bytes 464 to 511 for itself. */
    private static void signalFrame(Comparison comparison, byte[] recorded, byte[] dump) {
        dump[512] |= 3;
        comparison.bytes("registers in the signal frame", recorded, dump, 0, 416);
        comparison.bytes("header of the signal frame", recorded, dump, 512, 520);
        comparison.bytes("registers in the signal frame", recorded, dump, 576, AREA);
    }
}
