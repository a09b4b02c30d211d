package org.xstate.ui.debug.internal.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDebugElement;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IWatchExpressionDelegate;
import org.eclipse.debug.core.model.IWatchExpressionListener;
import org.eclipse.debug.core.model.IWatchExpressionResult;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.StateNode;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.debug.internal.model.Looking;
import org.xstate.ui.debug.internal.model.XstateFrame;
import org.xstate.ui.debug.internal.model.XstateValue;

/** Values of expressions in the expressions view: in the state of a session, with the locals of a frame. */
public final class WatchDelegate implements IWatchExpressionDelegate {

    @Override
    public void evaluateExpression(String expression, IDebugElement context,
            IWatchExpressionListener listener) {
        Optional<XstateFrame> frame = context instanceof XstateFrame one
                ? Optional.of(one)
                : Selected.thread(context).flatMap(thread -> Optional.ofNullable(thread.getTopStackFrame()))
                        .map(XstateFrame.class::cast);
        if (frame.isEmpty()) {
            listener.watchEvaluationFinished(null);
            return;
        }
        Job job = new EvaluationJob(expression, frame.get(), listener);
        job.setSystem(true);
        job.schedule();
    }

    private static final class EvaluationJob extends Job {

        private final String expression;
        private final XstateFrame frame;
        private final IWatchExpressionListener listener;

        EvaluationJob(String expression, XstateFrame frame, IWatchExpressionListener listener) {
            super(expression);
            this.expression = expression;
            this.frame = frame;
            this.listener = listener;
        }

        @Override
        protected org.eclipse.core.runtime.IStatus run(org.eclipse.core.runtime.IProgressMonitor monitor) {
            listener.watchEvaluationFinished(result());
            return org.eclipse.core.runtime.Status.OK_STATUS;
        }

        private Result result() {
            return switch (Looking.at(frame, expression)) {
                case Watch.Answer.None(String reason) -> new Result(expression, Optional.empty(), reason);
                case Watch.Answer.Value(var type, long word) -> value(
                        frame.target().tree().value(expression, type, word, state()));
                case Watch.Answer.Several(var type, List<Long> words) -> new Result(expression,
                        Optional.empty(), words.stream()
                                .map(word -> frame.target().tree().text(type, word, state()))
                                .collect(Collectors.joining(", ")));
            };
        }

        private long[] state() {
            return frame.target().session().read(Simulation::state);
        }

        private Result value(StateNode node) {
            return new Result(expression, Optional.of(new XstateValue(frame.target(), node, expression)), "");
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }

    /** @param problem why there is no value; empty if there is */
    private record Result(String expression, Optional<XstateValue> value, String problem)
            implements IWatchExpressionResult {

        @Override
        public IValue getValue() {
            return value.orElse(null);
        }

        @Override
        public boolean hasErrors() {
            return value.isEmpty();
        }

        @Override
        public String[] getErrorMessages() {
            return problem.isEmpty() ? new String[0] : new String[]{problem};
        }

        @Override
        public String getExpressionText() {
            return expression;
        }

        @Override
        public DebugException getException() {
            return null;
        }
    }
}
