package org.xstate.sim.conformance;

import org.xstate.isa.Instruction;

/** What both sides do next. Images are numbered from 0; tokens and parts are the model's numbers. */
sealed interface Step {

    record Execute(Instruction instruction, int image, long edxEax) implements Step {
    }

    record WriteRegister(int part, int token) implements Step {
    }

    record InitRegister(int component) implements Step {
    }

    record WriteXfd(long value) implements Step {
    }

    /** The program's own damage to a header. */
    record SetHeader(int image, long xfeatures, long xcompBv, boolean compacted, boolean reserved)
            implements Step {
    }

    /** @param offset of the component in the image */
    record WriteMemory(int image, int offset, int part, int token) implements Step {
    }

    record Copy(int to, int toOffset, int from, int fromOffset, int bytes) implements Step {
    }

    record Zero(int image, int offset, int bytes) implements Step {
    }

    record InitImage(int image, long xcompBv) implements Step {
    }
}
