package org.xstate.model.internal.bytecode;

import java.util.List;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/**
 * What is left of a procedure when what is known has been evaluated.
 *
 * @param origins by node, where it comes from
 * @param choices the choices that have been made
 */
record Residual(Procedure procedure, List<Origin> origins, List<Chosen> choices) {

    /** A node of the machine as it was laid out. */
    record Origin(int procedure, int node) {
    }

    /** A choice of the machine as it was laid out, and its value. */
    record Chosen(int procedure, int node, Instruction.Choose choice, long value) {
    }
}
