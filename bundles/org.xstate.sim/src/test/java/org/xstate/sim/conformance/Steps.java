package org.xstate.sim.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.Instruction;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Part;
import org.xstate.sim.library.Processor;

/** Random steps that make sense on one processor. */
final class Steps {

    private static final List<String> VALUES = List.of("INIT", "V1", "V2", "B1", "KERNEL_FPU", "V1", "V2",
            "B1");

    private final RandomGenerator random;
    private final Processor processor;
    private final ImageMap map;
    private final List<Integer> tokens;
    private final List<Instruction> instructions = new ArrayList<>();
    private final Deque<Step> planned = new ArrayDeque<>();

    Steps(RandomGenerator random, ModelSide model) {
        this.random = random;
        this.map = model.map();
        this.processor = map.processor();
        this.tokens = VALUES.stream().map(model::token).toList();
        instructions.addAll(List.of(Instruction.XRSTOR64, Instruction.XRSTORS64, Instruction.XRSTOR64,
                Instruction.XRSTORS64));
        if (processor.standardImages()) {
            instructions.addAll(List.of(Instruction.XSAVE64, Instruction.XSAVEOPT64));
        }
        if (processor.save().isCompacted()) {
            instructions.addAll(List.of(Instruction.XSAVEC64, Instruction.XSAVES64, Instruction.XSAVES64));
        }
    }

    Step next() {
        if (planned.isEmpty() && random.nextInt(30) == 0) {
            planUnmodified();
        }
        return planned.isEmpty() ? any() : planned.removeFirst();
    }

    /** What the modified optimisation is about, and what chance alone hardly makes: memory changes between two instructions. */
    private void planUnmodified() {
        boolean compacted = processor.save().isCompacted();
        int image = image();
        int layout = compacted ? map.standardLayout() - 1 : map.standardLayout();
        List<ImageMap.Place> places = map.parts().stream().map(part -> map.place(layout, part))
                .filter(place -> place.isPresent()).map(place -> map.places().get(place.getAsInt())).toList();
        planned.add(new Step.Execute(compacted ? Instruction.XSAVES64 : Instruction.XSAVE64, image, -1));
        planned.add(new Step.Execute(compacted ? Instruction.XRSTORS64 : Instruction.XRSTOR64, image,
                random.nextBoolean() ? -1 : 1L << component()));
        planned.add(writeMemory(image, places.get(random.nextInt(places.size()))));
        if (random.nextBoolean()) {
            planned.add(writeRegister());
        }
        planned.add(new Step.Execute(compacted ? Instruction.XSAVES64 : Instruction.XSAVEOPT64, image, -1));
    }

    private Step any() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> execute();
            case 10, 11, 12 -> writeRegister();
            case 13 -> new Step.InitRegister(component());
            case 14 -> new Step.WriteXfd(processor.xfd().bits() & random.nextLong());
            case 15 -> setHeader();
            case 16, 17 -> writeMemory();
            case 18 -> copy();
            default -> random.nextInt(3) == 0 ? initImage() : zero();
        };
    }

    private int image() {
        return random.nextInt(ModelSide.IMAGES);
    }

    private int component() {
        int[] numbers = processor.features().numbers().toArray();
        return numbers[random.nextInt(numbers.length)];
    }

    private int token() {
        return tokens.get(random.nextInt(tokens.size()));
    }

    private Step execute() {
        Instruction instruction = instructions.get(random.nextInt(instructions.size()));
        return new Step.Execute(instruction, image(), mask(instruction));
    }

    /** All, one, or some components; also bits that nothing enables. */
    private long mask(Instruction instruction) {
        long all = processor.enabled().bits();
        if (!processor.partialImages() && instruction.savesCompacted()) {
            long enabled = instruction.isSupervisor() ? all : processor.xcr0().bits();
            return enabled & ~(random.nextBoolean() ? processor.xfd().bits() : 0) & ~guestOnly(instruction);
        }
        return switch (random.nextInt(4)) {
            case 0 -> -1;
            case 1 -> 1L << component();
            case 2 -> all & random.nextLong();
            default -> all & (random.nextLong() | random.nextLong());
        };
    }

    /** What only guests have is in all images or in none. */
    private long guestOnly(Instruction instruction) {
        return instruction.isSupervisor() && random.nextBoolean() ? 1L << 12 : 0;
    }

    private Step writeRegister() {
        Part part = map.parts().get(random.nextInt(map.parts().size()));
        return new Step.WriteRegister(part.number(), token());
    }

    /** Bits of what has values here, sometimes of what is not enabled; x87 and SSE are left alone where they have none. */
    private Step setHeader() {
        long bits = processor.features().bits() & random.nextLong();
        long stray = random.nextInt(4) == 0 ? 1L << 2 + random.nextInt(highest() - 1) : 0;
        long unknown = stray & (~processor.enabled().bits() | processor.features().bits());
        boolean compacted = processor.save().isCompacted() && random.nextBoolean();
        long xcompBv = compacted
                ? layout() | (random.nextInt(4) == 0 ? unknown : 0)
                : random.nextInt(8) == 0 ? unknown : 0;
        return new Step.SetHeader(image(),
                compacted ? bits & xcompBv | unknown : bits & processor.xcr0().bits() | unknown,
                xcompBv, compacted, random.nextInt(10) == 0);
    }

    private int highest() {
        return 63 - Long.numberOfLeadingZeros(processor.enabled().bits());
    }

    private long layout() {
        long all = processor.enabled().bits();
        return processor.partialImages() ? all & random.nextLong() | processor.features().bits() & 3 : all;
    }

    private Step writeMemory() {
        return writeMemory(image(), map.places().get(random.nextInt(map.places().size())));
    }

    private Step writeMemory(int image, ImageMap.Place place) {
        Part part = map.parts().get(place.part());
        return new Step.WriteMemory(image, place.offset() - part.offset(), part.number(), token());
    }

    private Step copy() {
        int from = image();
        int to = (from + 1 + random.nextInt(ModelSide.IMAGES - 1)) % ModelSide.IMAGES;
        if (random.nextInt(4) == 0) {
            return new Step.Copy(to, 0, from, 0, IsaSide.BYTES);
        }
        ImageMap.Place source = map.places().get(random.nextInt(map.places().size()));
        List<ImageMap.Place> targets = map.places().stream().filter(place -> place.part() == source.part())
                .toList();
        ImageMap.Place target = targets.get(random.nextInt(targets.size()));
        return new Step.Copy(to, target.offset(), from, source.offset(),
                map.parts().get(source.part()).size());
    }

    private Step zero() {
        if (random.nextBoolean()) {
            ImageMap.Cell cell = map.cells().get(random.nextInt(map.cells().size()));
            int image = image();
            planned.add(new Step.Execute(Instruction.XRSTOR64, image, -1));
            return new Step.Zero(image, cell.begin(), cell.end() - cell.begin());
        }
        return new Step.Zero(image(), 512, 64);
    }

    private Step initImage() {
        long layout = processor.save().isCompacted() ? layout() : 0;
        return new Step.InitImage(image(), new XFeatureMask(layout).bits());
    }
}
