package org.xstate.model.bytecode;

import java.util.function.Supplier;

import org.xstate.model.internal.bytecode.Compiler;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Stepper;

/**
 * Makes JVM bytecode of a machine: the same successors in the same order as the interpreter gives, orders of magnitude
 * faster.
 */
public final class BytecodeStepper {

    private BytecodeStepper() {
    }

    /**
     * Makes a class of a machine.
     *
     * @param dropDeadLocals whether a local that is not needed where its process stops is stored as its least value
     * @param reference      gives the interpreter of the machine, with the same wish: it decides whether a step that seems
     *                       to be endless is
     * @return gives steppers, one for each thread
     * @throws IllegalArgumentException if a state would be too large
     */
    public static Supplier<CompiledStepper> compile(Machine machine, boolean dropDeadLocals,
            Supplier<Stepper> reference) {
        return new Compiler(machine, dropDeadLocals, reference)::stepper;
    }
}
