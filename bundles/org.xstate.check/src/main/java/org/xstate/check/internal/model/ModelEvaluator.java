package org.xstate.check.internal.model;

import java.util.BitSet;

import org.xstate.check.Evaluator;
import org.xstate.check.Successors;
import org.xstate.model.run.Sink;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.CpuSymmetry;

/** The steps of a machine, each state brought to the one that stands for it. */
final class ModelEvaluator implements Evaluator, Sink {

    private final Stepper stepper;
    private final CpuSymmetry.Canonical canonical;
    private final boolean reduces;
    private final long[] scratch;
    private Successors target;

    ModelEvaluator(Stepper stepper, CpuSymmetry.Canonical canonical, int words) {
        this.stepper = stepper;
        this.canonical = canonical;
        reduces = canonical != CpuSymmetry.Canonical.IDENTITY;
        scratch = new long[words];
        target = new Successors(words);
    }

    @Override
    public void initial(Successors out) {
        target = out;
        stepper.initial(this);
    }

    @Override
    public void successors(long[] words, int at, Successors out) {
        target = out;
        stepper.successors(words, at, this);
    }

    @Override
    public int violated(long[] words, int at) {
        return stepper.violated(words, at);
    }

    @Override
    public void violations(long[] words, int at, BitSet properties) {
        stepper.violations(words, at, properties);
    }

    @Override
    public void add(long[] state, int at, int action) {
        if (reduces) {
            canonical.apply(state, at, scratch);
            target.add(scratch, 0, action);
        } else {
            target.add(state, at, action);
        }
    }

    @Override
    public void addFailed(long[] state, int at, int action, int claim) {
        if (reduces) {
            canonical.apply(state, at, scratch);
            target.addFailed(scratch, 0, action, claim);
        } else {
            target.addFailed(state, at, action, claim);
        }
    }
}
