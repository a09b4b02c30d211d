package org.xstate.model.bytecode;

import org.xstate.model.run.Stepper;

/** A stepper that notes what it executed. */
public interface CompiledStepper extends Stepper {

    /** What this stepper has executed so far. */
    Coverage coverage();
}
