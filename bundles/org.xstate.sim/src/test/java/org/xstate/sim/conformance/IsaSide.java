package org.xstate.sim.conformance;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

import org.xstate.isa.ControlState;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;
import org.xstate.isa.RegisterFile;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;
import org.xstate.sim.library.Processor;
import org.xstate.sim.library.TokenBytes;

/** The same processor as the bit-exact instruction simulator has it. */
final class IsaSide {

    static final int BYTES = 1 << 14;

    private static final long FIRST_ADDRESS = 0x10_0000;

    final Machine machine;
    private final List<MemorySegment> images = new ArrayList<>();
    private final boolean sse;

    IsaSide(Setup setup, Processor processor) {
        sse = processor.features().has(1);
        ProcessorModel model = ProcessorModel.of(processor.cpu(), processor.catalog(), setup.policy());
        machine = new Machine(model,
                ControlState.KERNEL.withXcr0(processor.xcr0()).withXss(processor.xss()));
        for (int i = 0; i < ModelSide.IMAGES; i++) {
            MemorySegment image = Arena.ofAuto().allocate(BYTES, 64);
            image.fill(TokenBytes.POISON);
            image.asSlice(XsaveLayout.HEADER_OFFSET, XsaveLayout.HEADER_SIZE).fill((byte) 0);
            images.add(image);
            withoutMxcsr(i);
        }
    }

    /** Where the model has no MXCSR, images have its initial value: poison would fault, and zero would be in use. */
    void withoutMxcsr(int image) {
        if (!sse) {
            images.get(image).set(LE32, XsaveImage.MXCSR, RegisterFile.MXCSR_INIT);
        }
    }

    MemorySegment image(int number) {
        return images.get(number);
    }

    Outcome execute(Machine on, Instruction instruction, int image, long edxEax) {
        return on.execute(instruction, images.get(image), FIRST_ADDRESS + (long) image * BYTES, edxEax);
    }

    long xstateBv(int image) {
        return images.get(image).get(LE64, XsaveImage.XSTATE_BV);
    }

    long xcompBv(int image) {
        return images.get(image).get(LE64, XsaveImage.XCOMP_BV);
    }

    boolean reserved(int image) {
        for (int at = XsaveLayout.HEADER_OFFSET + 16; at < XsaveLayout.EXTENDED_OFFSET; at += Long.BYTES) {
            if (images.get(image).get(LE64, at) != 0) {
                return true;
            }
        }
        return false;
    }
}
