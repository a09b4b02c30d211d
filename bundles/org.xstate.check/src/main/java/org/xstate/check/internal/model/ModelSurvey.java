package org.xstate.check.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.internal.SurveySearch;
import org.xstate.check.internal.Valuations;
import org.xstate.check.survey.SurveyPlan;
import org.xstate.check.survey.SurveyResult;
import org.xstate.model.bytecode.BytecodeStepper;
import org.xstate.model.bytecode.CompiledStepper;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.run.Interpreter;
import org.xstate.model.state.CpuSymmetry;
import org.xstate.model.state.PackedMachine;
import org.xstate.model.state.StateLayout;
import org.xstate.model.type.Type;

/** One survey of a machine. */
public final class ModelSurvey {

    private final Machine machine;
    private final SurveyPlan plan;
    private final CheckOptions options;
    private final PackedMachine packed;
    private final Valuations valuations;
    private final List<StateLayout.Field> observed;

    public ModelSurvey(Machine machine, SurveyPlan plan, CheckOptions options) {
        this.machine = machine;
        this.plan = plan;
        this.options = options;
        packed = PackedMachine.of(machine);
        valuations = new Valuations(plan.rigid().stream().map(this::field).toList(), packed.words(),
                plan.wanted());
        observed = plan.observed().stream().map(this::field).toList();
    }

    private StateLayout.Field field(String name) {
        int number = slot(name);
        Slot slot = machine.slots().get(number);
        if (slot.kind() != Slot.Kind.SHARED || slot.type() instanceof Type.Cpu) {
            throw new IllegalArgumentException(
                    name + " cannot be surveyed: CPUs that are alike are taken for each other");
        }
        return packed.field(number);
    }

    private int slot(String name) {
        return IntStream.range(0, machine.slots().size())
                .filter(i -> machine.slots().get(i).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no variable " + name));
    }

    public SurveyResult run(CancelToken token, ProgressListener listener) {
        long start = System.nanoTime();
        boolean reduce = options.reductions();
        Supplier<CompiledStepper> compiled = BytecodeStepper.compile(machine, reduce,
                () -> new Interpreter(machine, reduce));
        CpuSymmetry symmetry = reduce ? CpuSymmetry.of(packed) : CpuSymmetry.none(List.of());
        ModelSystem system = new ModelSystem(machine, packed.words(), compiled, symmetry.canonical());
        Duration prepared = Duration.ofNanos(System.nanoTime() - start);
        SurveySearch.Found found = new SurveySearch(system, options.exploration(), valuations, observed,
                plan.depth() == SurveyPlan.Depth.ALL, token, listener).run();
        return new SurveyResult(found.valuations(), found.limit(), found.states(), found.transitions(),
                found.depth(), packed.bits(), found.peakMemory(), prepared, found.elapsed());
    }
}
