package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.xstate.analysis.source.ModelSources;
import org.xstate.model.index.Completion;
import org.xstate.model.index.Proposal;

/** Proposes what could be written at the caret. */
final class Assist implements IContentAssistProcessor {

    private final ModelCEditor editor;
    private final Skeletons skeletons = new Skeletons();

    Assist(ModelCEditor editor) {
        this.editor = editor;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        Optional<Snapshot> now = editor.current();
        if (now.isEmpty() || editor.file().library()) {
            return new ICompletionProposal[0];
        }
        String file = now.get().file().name();
        int start = Completion.start(now.get().index(), file, offset);
        List<ICompletionProposal> all = new ArrayList<>();
        Completion.at(now.get().index(), file, offset, ModelSources.vocabulary(now.get().index()))
                .forEach(one -> all.add(new Choice(one, start, offset)));
        all.addAll(List.of(skeletons.at(viewer, offset, start)));
        return all.toArray(ICompletionProposal[]::new);
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        return new IContextInformation[0];
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[]{'.', '>'};
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[0];
    }

    @Override
    public String getErrorMessage() {
        return Messages.assist_none;
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return null;
    }

    /** One of the proposals. */
    private static final class Choice implements ICompletionProposal, ICompletionProposalExtension3,
            ICompletionProposalExtension4, ICompletionProposalExtension6 {

        private final Proposal proposal;
        private final int start;
        private final int end;

        Choice(Proposal proposal, int start, int end) {
            this.proposal = proposal;
            this.start = start;
            this.end = end;
        }

        @Override
        public void apply(IDocument document) {
            try {
                document.replace(start, end - start, proposal.text());
            } catch (BadLocationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Point getSelection(IDocument document) {
            return new Point(start + proposal.caret(), 0);
        }

        @Override
        public String getAdditionalProposalInfo() {
            return proposal.documentation().isEmpty()
                    ? proposal.label()
                    : proposal.label() + "\n\n" + proposal.documentation();
        }

        @Override
        public String getDisplayString() {
            return getStyledDisplayString().getString();
        }

        @Override
        public StyledString getStyledDisplayString() {
            StyledString text = new StyledString(proposal.label());
            return proposal.detail().isEmpty()
                    ? text
                    : text.append("  " + proposal.detail(), StyledString.QUALIFIER_STYLER);
        }

        @Override
        public Image getImage() {
            return Pictures.of(proposal.kind());
        }

        @Override
        public IContextInformation getContextInformation() {
            return null;
        }

        @Override
        public boolean isAutoInsertable() {
            return true;
        }

        @Override
        public IInformationControlCreator getInformationControlCreator() {
            return null;
        }

        @Override
        public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
            return proposal.text();
        }

        @Override
        public int getPrefixCompletionStart(IDocument document, int completionOffset) {
            return start;
        }
    }
}
