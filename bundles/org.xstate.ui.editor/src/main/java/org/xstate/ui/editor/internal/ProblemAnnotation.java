package org.xstate.ui.editor.internal;

import org.eclipse.jface.text.quickassist.IQuickFixableAnnotation;
import org.eclipse.jface.text.source.Annotation;
import org.xstate.analysis.source.Problem;
import org.xstate.model.diagnostic.Diagnostic;

/** A problem in the margin and under the text. */
final class ProblemAnnotation extends Annotation implements IQuickFixableAnnotation {

    static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";
    static final String WARNING = "org.eclipse.ui.workbench.texteditor.warning";

    private final Problem problem;

    ProblemAnnotation(Problem problem) {
        super(problem.diagnostic().isError() ? ERROR : WARNING, false, sentence(problem.diagnostic()));
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** As people read it: the message, what is suggested, what is noted. */
    static String sentence(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.suggestion().ifPresent(suggestion -> text.append("; ").append(suggestion));
        diagnostic.notes().forEach(note -> text.append('\n').append(note));
        return text.toString();
    }

    @Override
    public void setQuickFixable(boolean state) {
        // it is, if there is a remedy
    }

    @Override
    public boolean isQuickFixableStateSet() {
        return true;
    }

    @Override
    public boolean isQuickFixable() {
        return !problem.fixes().isEmpty();
    }
}
