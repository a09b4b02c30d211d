package org.xstate.model.internal.bytecode;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

import org.xstate.model.bytecode.CompiledStepper;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.PackedMachine;

/** Makes a class of a machine, and steppers of the class. */
public final class Compiler {

    private final StepperTables tables;
    private final byte[] bytes;
    private final MethodHandle constructor;

    /** @param reference gives the interpreter, which decides whether a step that seems to be endless is */
    public Compiler(Machine machine, boolean dropDeadLocals, Supplier<Stepper> reference) {
        PackedMachine packed = PackedMachine.of(machine);
        MachinePlan plan = new MachinePlan(machine);
        MachineTables constants = new MachineTables(packed);
        Generator generator = new Generator(packed, plan);
        bytes = generator.generate(constants.tables());
        tables = new StepperTables(packed, plan, dropDeadLocals, reference, generator.regions());
        constructor = define(bytes, constants.data());
    }

    private static MethodHandle define(byte[] bytes, Object[] data) {
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, data,
                    true);
            return hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class,
                    StepperTables.class))
                    .asType(MethodType.methodType(MachineCode.class, StepperTables.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a generated class", impossible);
        }
    }

    /** A stepper for one thread. */
    public CompiledStepper stepper() {
        try {
            return (MachineCode) constructor.invokeExact(tables);
        } catch (RuntimeException | Error bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException("a constructor that throws nothing", impossible);
        }
    }

    /** The class file. */
    byte[] bytes() {
        return bytes.clone();
    }
}
