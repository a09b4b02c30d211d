package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.xstate.analysis.source.Fix;
import org.xstate.analysis.source.Problem;

/** Remedies for the problems of the line where the caret is; those of the place itself come first. */
final class QuickFixes implements IQuickAssistProcessor {

    private final ModelCEditor editor;

    QuickFixes(ModelCEditor editor) {
        this.editor = editor;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IAnnotationModel model = context.getSourceViewer().getAnnotationModel();
        IDocument document = context.getSourceViewer().getDocument();
        int caret = context.getOffset();
        int line = Documents.line(document, caret);
        List<ICompletionProposal> all = new ArrayList<>();
        for (Iterator<Annotation> annotations = model.getAnnotationIterator(); annotations.hasNext();) {
            Annotation one = annotations.next();
            Position place = model.getPosition(one);
            if (one instanceof ProblemAnnotation problem && place != null
                    && Documents.line(document, place.getOffset()) == line) {
                boolean here = place.getOffset() <= caret && caret <= place.getOffset() + place.getLength();
                fixes(problem.problem()).forEach(fix -> all.add(here ? 0 : all.size(), fix));
            }
        }
        return all.toArray(ICompletionProposal[]::new);
    }

    private List<ICompletionProposal> fixes(Problem problem) {
        return problem.fixes().stream().map(fix -> (ICompletionProposal) new Remedy(editor, fix, problem))
                .toList();
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation instanceof ProblemAnnotation problem && problem.isQuickFixable();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public String getErrorMessage() {
        return Messages.fix_none;
    }

    private static final class Remedy implements ICompletionProposal {

        private final ModelCEditor editor;
        private final Fix fix;
        private final Problem problem;

        Remedy(ModelCEditor editor, Fix fix, Problem problem) {
            this.editor = editor;
            this.fix = fix;
            this.problem = problem;
        }

        @Override
        public void apply(IDocument document) {
            if (fix.file().equals(editor.file().name())) {
                Documents.apply(document, fix.edits());
            } else {
                FileEdits.apply(java.util.Map.of(fix.file(), fix.edits()));
            }
        }

        @Override
        public Point getSelection(IDocument document) {
            return null;
        }

        @Override
        public String getAdditionalProposalInfo() {
            return ProblemAnnotation.sentence(problem.diagnostic());
        }

        @Override
        public String getDisplayString() {
            return fix.label();
        }

        @Override
        public Image getImage() {
            return Pictures.image("property");
        }

        @Override
        public IContextInformation getContextInformation() {
            return null;
        }
    }
}
