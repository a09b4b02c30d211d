package org.xstate.check.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.xstate.check.CancelToken;
import org.xstate.check.CheckCoverage;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckPath;
import org.xstate.check.CheckResult;
import org.xstate.check.Exploration;
import org.xstate.check.Explorer;
import org.xstate.check.ProgressListener;
import org.xstate.model.bytecode.BytecodeStepper;
import org.xstate.model.bytecode.CompiledStepper;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.model.state.CpuSymmetry;
import org.xstate.model.state.PackedMachine;

/** One check of a machine. */
public final class ModelSearch {

    private final Machine machine;
    private final CheckOptions options;
    private final PackedMachine packed;

    public ModelSearch(Machine machine, CheckOptions options) {
        this.machine = machine;
        this.options = options;
        packed = PackedMachine.of(machine);
    }

    public CheckResult run(CancelToken token, ProgressListener listener) {
        long start = System.nanoTime();
        boolean reduce = options.reductions();
        Supplier<CompiledStepper> compiled = BytecodeStepper.compile(machine, reduce,
                () -> new Interpreter(machine, reduce));
        CpuSymmetry symmetry = reduce ? CpuSymmetry.of(packed) : CpuSymmetry.none(List.of());
        ModelSystem system = new ModelSystem(machine, packed.words(), compiled, symmetry.canonical());
        Duration prepared = Duration.ofNanos(System.nanoTime() - start);
        Exploration found = Explorer.explore(system, options.exploration(), token, listener);
        Optional<CheckPath> path = found.counterexample()
                .map(reduced -> new PathReplay(packed, reduce, symmetry.canonical().get()).real(reduced));
        return new CheckResult(found.verdict(), path, found.counts(), found.limit(), found.statesFound(),
                packed.bits(), found.peakMemory(), prepared, found.elapsed(),
                new CheckResult.Reductions(reduce, symmetry.cpus(), symmetry.obstacle()),
                CheckCoverage.of(machine, system.coverage()));
    }
}
