package org.xstate.analysis.replay.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.analysis.replay.ReplayReport.Result;
import org.xstate.analysis.replay.ReplayReport.Row;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState;
import org.xstate.isa.FaultCause;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.XsaveImage;

/**
 * Rows recorded at CPL 0 in 64-bit mode, with every component loaded beforehand and dumped afterwards, and XCR0 and
 * IA32_XSS set for the instruction alone.
 */
public final class MonitorRecording extends Recording {

    /** What such a table has at least. */
    public static final List<String> COLUMNS = List.of("id", "instruction", "xcr0", "xss", "rfbm",
            "state_slot", "memory_slot", "misalign", "condition", "fault", "result_memory_slot",
            "result_state_slot", "xinuse_after");

    private static final Pattern CONTROL_REGISTER = Pattern.compile("(XGETBV|XSETBV)(\\d+)");
    private static final long STATE_ADDRESS = 0x10000;
    private static final long OPERAND_ADDRESS = 0x20000;
    private static final long DUMP_ADDRESS = 0x30000;

    private final Slots slots;
    private final RecordedProcessor processor;
    private final ProcessorModel model;
    private final Map<String, ProcessorModel> deviations;

    public MonitorRecording(CsvTable table, Slots slots, RecordedProcessor processor) {
        super(table);
        this.slots = slots;
        this.processor = processor;
        this.model = processor.emulator();
        this.deviations = processor.emulatorDeviations();
    }

    @Override
    Result replay(CsvTable.Line line) {
        Result result = replay(line, model);
        if (!(result instanceof Result.Differs differs) || line.text("crosscheck").equals(Row.OK)) {
            return result;
        }
        Optional<String> explanation = deviations.entrySet().stream()
                .filter(entry -> replay(line, entry.getValue()) instanceof Result.Agrees)
                .map(Map.Entry::getKey).findFirst();
        return new Result.Differs(differs.what(), explanation);
    }

    private Result replay(CsvTable.Line line, ProcessorModel on) {
        ControlState full = ControlState.KERNEL.withXcr0(on.xcr0Allowed()).withXss(on.xssAllowed());
        ControlState control = condition(line.text("condition"), full
                .withXcr0(mask(line, "xcr0", on.xcr0Allowed())).withXss(mask(line, "xss", on.xssAllowed())));
        Machine machine = new Machine(on, full);
        Optional<String> unusable = start(machine, slots.copy(line.need("state_slot")));
        if (unusable.isPresent()) {
            return new Result.NotReplayed("the starting state cannot be loaded: " + unusable.get());
        }
        byte[] memory = line.number("memory_slot").isPresent()
                ? slots.copy(line.need("memory_slot"))
                : new byte[0];
        machine.control(control);
        Outcome outcome = execute(line, machine, memory);
        machine.control(full);

        Comparison comparison = new Comparison();
        comparison.fault(line.text("fault"), line.number("error_code"), outcome);
        if (outcome instanceof Outcome.Returned returned) {
            comparison.value("EDX:EAX", line.number("returned"), returned.value());
        }
        if (machine.xgetbv(1) instanceof Outcome.Returned returned) {
            comparison.value("XINUSE", line.number("xinuse_after"), returned.value());
        }
        compareMemory(comparison, line, outcome, memory, control);
        line.number("result_state_slot").ifPresent(slot -> {
            byte[] recorded = slots.copy(slot);
            byte[] dump = dump(machine, recorded.length);
            ignoreTails(recorded, dump, on.cpu().features().xsaves()
                    ? XsaveLayout.compacted(on.cpu(), full.enabled())
                    : XsaveLayout.standard(on.cpu(), full.enabled()), full.enabled());
            comparison.bytes("registers", recorded, dump, 0, recorded.length);
        });
        return comparison.result();
    }

    /**
     * Loads the starting state. The recording has shown that it can be: where a component's rules refuse its value, it is
     * put into the registers as it stands, and the row's own instruction is judged as ever.
     */
    private static Optional<String> start(Machine machine, byte[] image) {
        XFeatureMask all = machine.control().enabled();
        MemorySegment memory = MemorySegment.ofArray(image);
        Instruction load = machine.model().cpu().features().xsaves()
                ? Instruction.XRSTORS64
                : Instruction.XRSTOR64;
        Outcome outcome = machine.execute(load, memory, STATE_ADDRESS, all);
        if (!(outcome instanceof Outcome.Fault fault)) {
            return Optional.empty();
        }
        if (fault.cause() != FaultCause.COMPONENT_VALUE) {
            return Optional.of(fault.toString());
        }
        machine.execute(load, memory, STATE_ADDRESS, XFeatureMask.LEGACY);
        XsaveLayout layout = XsaveLayout.compacted(machine.model().cpu(), XsaveImage.xcompBv(memory));
        for (int number : XsaveImage.xstateBv(memory).and(all).andNot(XFeatureMask.LEGACY)) {
            layout.placement(number).ifPresent(p -> machine.registers().write(number, 0,
                    memory.asSlice(p.offset(), p.size()).toArray(ValueLayout.JAVA_BYTE)));
        }
        return Optional.empty();
    }

    private static Outcome execute(CsvTable.Line line, Machine machine, byte[] memory) {
        String name = line.text("instruction").toUpperCase(Locale.ROOT);
        Matcher register = CONTROL_REGISTER.matcher(name);
        if (register.matches()) {
            int ecx = parse(register.group(2))
                    .orElseThrow(() -> new UnsupportedRow("no such instruction: " + name));
            return register.group(1).equals("XGETBV")
                    ? machine.xgetbv(ecx)
                    : machine.xsetbv(ecx, line.need("rfbm"));
        }
        return switch (name) {
            case "WRXSS" -> machine.wrmsr(Machine.IA32_XSS, line.need("rfbm"));
            case "RDXSS" -> machine.rdmsr(Machine.IA32_XSS);
            default -> machine.execute(
                    Instruction.of(name).orElseThrow(
                            () -> new UnsupportedRow("no such instruction: " + CsvTable.quoted(name))),
                    MemorySegment.ofArray(memory), OPERAND_ADDRESS + line.number("misalign").orElse(0),
                    line.need("rfbm"));
        };
    }

    private static OptionalInt parse(String digits) {
        return digits.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private static XFeatureMask mask(CsvTable.Line line, String column, XFeatureMask allowed) {
        XFeatureMask mask = new XFeatureMask(line.need(column));
        if (!allowed.hasAll(mask)) {
            throw new UnsupportedRow(
                    "column %s holds %s, the processor has %s".formatted(column, mask, allowed));
        }
        return mask;
    }

    private static ControlState condition(String condition, ControlState control) {
        return switch (condition) {
            case "" -> control;
            case "TS" -> control.withCr0Ts(true);
            case "NOOSXSAVE" -> control.withCr4Osxsave(false);
            default -> throw new UnsupportedRow("no such condition: " + CsvTable.quoted(condition));
        };
    }

    private void compareMemory(Comparison comparison, CsvTable.Line line, Outcome outcome, byte[] memory,
            ControlState control) {
        OptionalLong slot = line.number("result_memory_slot");
        if (slot.isEmpty()) {
            return;
        }
        byte[] recorded = slots.copy(slot.getAsLong());
        if (outcome instanceof Outcome.Saved saved) {
            boolean compacted = Instruction.of(line.text("instruction")).filter(Instruction::savesCompacted)
                    .isPresent();
            ignoreTails(recorded, memory, compacted
                    ? XsaveLayout.compacted(processor.cpu(), saved.rfbm())
                    : XsaveLayout.standard(processor.cpu(), control.xcr0()), saved.written());
        }
        comparison.bytes("memory", recorded, memory, 0, recorded.length);
    }

    /** The emulator moves registers only: what it leaves behind the last field of a component says nothing. */
    private void ignoreTails(byte[] recorded, byte[] replayed, XsaveLayout layout, XFeatureMask written) {
        for (int number : written.andNot(XFeatureMask.LEGACY)) {
            layout.placement(number).ifPresent(place -> ignoreTail(recorded, replayed, place));
        }
    }

    private void ignoreTail(byte[] recorded, byte[] replayed, Placement place) {
        int end = processor.catalog().descriptor(place.number()).stream()
                .flatMap(descriptor -> descriptor.fields().stream())
                .mapToInt(field -> field.offset() + field.width()).max().orElse(place.size());
        if (end < place.size() && place.end() <= recorded.length && place.end() <= replayed.length) {
            System.arraycopy(recorded, place.offset() + end, replayed, place.offset() + end,
                    place.size() - end);
        }
    }

    /** XSAVES64 of everything over a buffer of EE with a zero header; XSAVE64 on a processor that lacks it. */
    private static byte[] dump(Machine machine, int recordedSize) {
        XsaveCpu cpu = machine.model().cpu();
        XFeatureMask all = machine.control().enabled();
        boolean compacted = cpu.features().xsaves();
        int size = (compacted ? XsaveLayout.compacted(cpu, all) : XsaveLayout.standard(cpu, all)).size();
        byte[] buffer = new byte[Math.max(size, recordedSize)];
        Arrays.fill(buffer, (byte) 0xee);
        Arrays.fill(buffer, 512, 576, (byte) 0);
        machine.execute(compacted ? Instruction.XSAVES64 : Instruction.XSAVE64,
                MemorySegment.ofArray(buffer), DUMP_ADDRESS, all);
        return buffer;
    }
}
