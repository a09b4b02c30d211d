package org.xstate.model.bytecode;

import org.xstate.model.run.Stepper;

/** A stepper that notes what it executed. What takes its successors must not call it meanwhile. */
public interface CompiledStepper extends Stepper {

    /** What this stepper has executed so far. */
    Coverage coverage();
}
