package org.xstate.isa.host.internal;

import java.util.List;

/** Knows what an instruction should do. */
@FunctionalInterface
interface Oracle {

    /**
     * Every outcome that is allowed; mostly one.
     *
     * @param request the case
     * @param xinuse  XGETBV(1) right before the instruction: where the architecture leaves XINUSE to the processor, the
     *                processor has decided
     */
    List<Prediction> predict(CaseRequest request, long xinuse);
}
