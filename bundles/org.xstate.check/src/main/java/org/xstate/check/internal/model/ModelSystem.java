package org.xstate.check.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.xstate.check.Evaluator;
import org.xstate.check.TransitionSystem;
import org.xstate.model.bytecode.CompiledStepper;
import org.xstate.model.bytecode.Coverage;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.state.CpuSymmetry;

/** The steps of a machine as a transition system: actions are rules and processes, properties are claims. */
public final class ModelSystem implements TransitionSystem {

    private final Machine machine;
    private final int words;
    private final Supplier<CompiledStepper> compiled;
    private final Supplier<CpuSymmetry.Canonical> canonical;
    private final List<CompiledStepper> steppers = new ArrayList<>();

    ModelSystem(Machine machine, int words, Supplier<CompiledStepper> compiled,
            Supplier<CpuSymmetry.Canonical> canonical) {
        this.machine = machine;
        this.words = words;
        this.compiled = compiled;
        this.canonical = canonical;
    }

    @Override
    public int words() {
        return words;
    }

    @Override
    public List<String> actions() {
        return Stream.concat(machine.rules().stream().map(Machine.RuleEntry::name),
                machine.processes().stream().map(Process::name)).toList();
    }

    @Override
    public List<String> properties() {
        return machine.claims().stream().map(Machine.Claim::name).toList();
    }

    @Override
    public Evaluator evaluator() {
        CompiledStepper stepper = compiled.get();
        synchronized (steppers) {
            steppers.add(stepper);
        }
        return new ModelEvaluator(stepper, canonical.get(), words);
    }

    /** What all evaluators have executed; only when none is at work. */
    Coverage coverage() {
        synchronized (steppers) {
            return steppers.stream().map(CompiledStepper::coverage).reduce(Coverage::and)
                    .orElseGet(() -> compiled.get().coverage());
        }
    }
}
