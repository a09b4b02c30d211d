package org.xstate.sim.conformance;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.FaultCause;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;
import org.xstate.model.run.Outcome;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Part;
import org.xstate.sim.library.TokenBytes;

/**
 * Both sides, taking the same steps. After each, everything that both have is compared: registers, XINUSE, headers, the
 * bytes of every cell, faults.
 *
 * <p>What the model calls TORN has no bytes, and POISON or TORN in registers may be what the hardware refuses to load.
 * So a restore that leaves such a value in registers is only compared for the rest, and the value is overwritten on both
 * sides; a restore that the simulator refuses because of a component's value must leave such a value in the model, and is
 * taken back on both sides.
 */
final class Lockstep {

    private final Setup setup;
    private final ModelSide model;
    private final IsaSide isa;
    private final ImageMap map;
    private final TokenBytes bytes;
    private long compared;
    private long torn;

    Lockstep(Setup setup, ModelSide model) {
        this.setup = setup;
        this.model = model;
        this.map = model.map();
        model.reset();
        this.isa = new IsaSide(setup, map.processor());
        this.bytes = new TokenBytes(map, model.tokens());
    }

    /** How many cells were compared byte by byte, of all cells. */
    double comparedShare() {
        return (double) compared / (compared + torn);
    }

    /** What is different after the step; empty if nothing is. */
    List<String> take(Step step) {
        return switch (step) {
            case Step.Execute(Instruction instruction, int image, long edxEax) ->
                execute(instruction, image, edxEax);
            case Step.WriteRegister(int part, int token) -> {
                write(map.parts().get(part), token);
                yield differences(model.state, Set.of());
            }
            case Step.InitRegister(int component) -> {
                model.state = model.only("init_reg", component).to();
                isa.machine.registers().initialise(component);
                yield differences(model.state, Set.of());
            }
            case Step.WriteXfd(long value) -> {
                model.state = model.only("write_xfd", value).to();
                isa.machine.control(isa.machine.control().withXfd(new XFeatureMask(value)));
                yield differences(model.state, Set.of());
            }
            case Step.SetHeader header -> {
                setHeader(header);
                yield differences(model.state, Set.of());
            }
            case Step.WriteMemory(int image, int offset, int part, int token) -> {
                writeMemory(image, offset, map.parts().get(part), token);
                yield differences(model.state, Set.of());
            }
            case Step.Copy(int to, int toOffset, int from, int fromOffset, int length) -> {
                model.state = model.only("xstate_memcpy", ModelSide.address(to, toOffset),
                        ModelSide.address(from, fromOffset), Math.min(length, ModelSide.MOST_BYTES)).to();
                MemorySegment.copy(isa.image(from), fromOffset, isa.image(to), toOffset,
                        Math.min(length, ModelSide.MOST_BYTES));
                yield differences(model.state, Set.of());
            }
            case Step.Zero(int image, int offset, int length) -> {
                model.state = model.only("xstate_memset", ModelSide.address(image, offset), 0, length).to();
                isa.image(image).asSlice(offset, length).fill((byte) 0);
                yield differences(model.state, Set.of());
            }
            case Step.InitImage(int image, long xcompBv) -> {
                initImage(image, xcompBv);
                yield differences(model.state, Set.of());
            }
        };
    }

    private void write(Part part, int token) {
        int inComponent = part.number() - (int) map.parts().stream()
                .filter(other -> other.component() < part.component()).count();
        model.state = model.only("write_reg", part.component(), inComponent, token).to();
        byte[] value = bytes.of(part, token).orElseThrow();
        if (part.isMxcsr()) {
            isa.machine.registers().writeMxcsr(MemorySegment.ofArray(value).get(LE32, 0));
            return;
        }
        for (Part.Range range : part.ranges()) {
            isa.machine.registers().write(part.component(), range.begin(), java.util.Arrays.copyOfRange(value,
                    range.begin() - part.offset(), range.end() - part.offset()));
        }
    }

    private void setHeader(Step.SetHeader header) {
        model.setHeader(header.image(), "xfeatures", header.xfeatures());
        model.setHeader(header.image(), "xcomp_bv", header.xcompBv());
        model.setHeader(header.image(), "compacted", header.compacted() ? 1 : 0);
        model.setHeader(header.image(), "reserved", header.reserved() ? 1 : 0);
        MemorySegment image = isa.image(header.image());
        image.set(LE64, XsaveImage.XSTATE_BV, header.xfeatures());
        image.set(LE64, XsaveImage.XCOMP_BV, header.xcompBv() | (header.compacted() ? Long.MIN_VALUE : 0));
        image.asSlice(XsaveLayout.HEADER_OFFSET + 16, XsaveLayout.HEADER_SIZE - 16).fill((byte) 0);
        image.set(LE64, XsaveLayout.HEADER_OFFSET + 16, header.reserved() ? 1 : 0);
    }

    private void writeMemory(int image, int offset, Part part, int token) {
        int inComponent = part.number() - (int) map.parts().stream()
                .filter(other -> other.component() < part.component()).count();
        model.state = model
                .only("write_part", ModelSide.address(image, offset), part.component(), inComponent,
                        token)
                .to();
        byte[] value = bytes.of(part, token).orElseThrow();
        for (Part.Range range : part.ranges()) {
            MemorySegment.copy(MemorySegment.ofArray(value), range.begin() - part.offset(), isa.image(image),
                    offset + range.begin(), range.end() - range.begin());
        }
    }

    private void initImage(int image, long xcompBv) {
        model.state = model.only("init_image", ModelSide.pointer(image), xcompBv).to();
        isa.image(image).fill((byte) 0);
        isa.withoutMxcsr(image);
        isa.image(image).set(LE64, XsaveImage.XCOMP_BV, xcompBv == 0 ? 0 : xcompBv | Long.MIN_VALUE);
        for (Part part : map.parts()) {
            if (part.isLegacy() && !part.zeroInit()) {
                int start = map.layouts().getLast().placement(part.component()).orElseThrow().offset();
                byte[] init = bytes.of(part, model.token("INIT")).orElseThrow();
                for (Part.Range range : part.ranges()) {
                    MemorySegment.copy(MemorySegment.ofArray(init), range.begin() - part.offset(),
                            isa.image(image), start + range.begin(), range.end() - range.begin());
                }
            }
        }
    }

    private List<String> execute(Instruction instruction, int image, long edxEax) {
        Machine before = isa.machine.copy();
        org.xstate.isa.Outcome expected = isa.execute(isa.machine, instruction, image, edxEax);
        List<Outcome> outcomes = model.call(
                "insn_" + instruction.family().name().toLowerCase(java.util.Locale.ROOT),
                ModelSide.pointer(image), edxEax);
        List<String> first = List.of();
        for (Outcome outcome : outcomes) {
            if (outcome.failure().isPresent()) {
                return List.of("the model fails: " + outcome.failure().get());
            }
            Set<Integer> unclean = instruction.isSave() ? Set.of() : uncleanComponents(outcome.to());
            if (!unclean.isEmpty() && isRefusedForItsValue(expected)) {
                isa.machine.become(before);
                return List.of();
            }
            List<String> differences = differences(outcome.to(), unclean);
            long vector = expected instanceof org.xstate.isa.Outcome.Fault fault
                    ? fault.vector().number()
                    : 0;
            if (outcome.result() != vector) {
                differences
                        .addFirst("the model returns " + outcome.result() + ", the simulator: " + expected);
            }
            if (differences.isEmpty()) {
                model.state = outcome.to();
                return clean(unclean);
            }
            first = first.isEmpty() ? differences : first;
        }
        return first;
    }

    private static boolean isRefusedForItsValue(org.xstate.isa.Outcome outcome) {
        return outcome instanceof org.xstate.isa.Outcome.Fault fault
                && (fault.cause() == FaultCause.COMPONENT_VALUE
                        || fault.cause() == FaultCause.MXCSR_RESERVED);
    }

    private Set<Integer> uncleanComponents(long[] state) {
        Set<Integer> unclean = new TreeSet<>();
        for (Part part : map.parts()) {
            String token = model.tokens().get(ModelSide.register(model, state, part));
            if (token.equals("POISON") || token.equals("TORN")) {
                unclean.add(part.component());
            }
        }
        return unclean;
    }

    /** Gives the components values that both sides have, whatever they had. */
    private List<String> clean(Set<Integer> components) {
        for (Part part : map.parts()) {
            if (components.contains(part.component())) {
                write(part, model.token("V1"));
            }
        }
        return components.isEmpty() ? List.of() : differences(model.state, Set.of());
    }

    private List<String> differences(long[] state, Set<Integer> unclean) {
        List<String> found = new ArrayList<>();
        for (Part part : map.parts()) {
            if (!unclean.contains(part.component())) {
                compareRegister(state, part, found);
            }
        }
        if (!setup.knobs().containsValue("XINUSE_ANY")) {
            compareUse(state, unclean, found);
        }
        for (int image = 0; image < ModelSide.IMAGES; image++) {
            compareHeader(state, image, found);
            for (int cell = 0; cell < map.cells().size(); cell++) {
                compareCell(state, image, cell, found);
            }
        }
        return found;
    }

    private void compareRegister(long[] state, Part part, List<String> found) {
        int token = ModelSide.register(model, state, part);
        Optional<byte[]> expected = bytes.of(part, token);
        if (expected.isEmpty()) {
            found.add(part.name() + " is TORN");
            return;
        }
        if (part.isMxcsr()) {
            if (MemorySegment.ofArray(expected.get()).get(LE32, 0) != isa.machine.registers().mxcsr()) {
                found.add("MXCSR is %s, which is not %#x".formatted(model.tokens().get(token),
                        isa.machine.registers().mxcsr()));
            }
            return;
        }
        MemorySegment actual = isa.machine.registers().component(part.component());
        for (Part.Range range : part.ranges()) {
            long at = MemorySegment.mismatch(MemorySegment.ofArray(expected.get()),
                    range.begin() - part.offset(),
                    range.end() - part.offset(), actual, range.begin(), range.end());
            if (at >= 0) {
                found.add("register %s is %s, which differs at its byte %d".formatted(part.name(),
                        model.tokens().get(token), range.begin() + at));
            }
        }
    }

    private void compareUse(long[] state, Set<Integer> unclean, List<String> found) {
        long[] kept = model.state;
        model.state = state;
        XFeatureMask actual = isa.machine.xinuse();
        for (int component : map.processor().features()) {
            boolean inUse = model.only("xinuse", component).result() != 0;
            if (!unclean.contains(component) && inUse != actual.has(component)) {
                found.add("XINUSE[%d] is %b, the simulator has %s".formatted(component, inUse, actual));
            }
        }
        long error = model.only("read_xfd_err").result();
        if (error != isa.machine.control().xfdErr().bits()) {
            found.add("IA32_XFD_ERR is %#x, the simulator has %s".formatted(error,
                    isa.machine.control().xfdErr()));
        }
        model.state = kept;
    }

    private void compareHeader(long[] state, int image, List<String> found) {
        long xfeatures = model.header(state, image, "xfeatures");
        long xcompBv = model.header(state, image, "xcomp_bv")
                | (model.header(state, image, "compacted") != 0 ? Long.MIN_VALUE : 0);
        if (xfeatures != isa.xstateBv(image)) {
            found.add("XSTATE_BV of image %d is %#x, the simulator has %#x".formatted(image, xfeatures,
                    isa.xstateBv(image)));
        }
        if (xcompBv != isa.xcompBv(image)) {
            found.add("XCOMP_BV of image %d is %#x, the simulator has %#x".formatted(image, xcompBv,
                    isa.xcompBv(image)));
        }
        if ((model.header(state, image, "reserved") != 0) != isa.reserved(image)) {
            found.add("the reserved bytes of image " + image + " differ");
        }
    }

    private void compareCell(long[] state, int image, int number, List<String> found) {
        int piece = model.piece(state, image, number);
        int token = model.value(state, image, number);
        Optional<byte[]> expected = bytes.ofCell(number, piece, token);
        if (expected.isEmpty()) {
            torn++;
            return;
        }
        compared++;
        ImageMap.Cell cell = map.cells().get(number);
        long at = MemorySegment.mismatch(MemorySegment.ofArray(expected.get()), 0, cell.end() - cell.begin(),
                isa.image(image), cell.begin(), cell.end());
        if (at >= 0) {
            found.add("image %d, byte %d: the model has %s of piece %d".formatted(image, cell.begin() + at,
                    model.tokens().get(token), piece));
        }
    }
}
