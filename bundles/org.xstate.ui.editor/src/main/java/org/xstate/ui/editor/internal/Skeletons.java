package org.xstate.ui.editor.internal;

import java.io.IOException;
import java.util.Arrays;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.TemplateCompletionProcessor;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.swt.graphics.Image;
import org.eclipse.text.templates.ContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionContextTypeRegistry;
import org.eclipse.ui.editors.text.templates.ContributionTemplateStore;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.core.runtime.Status;

/** Templates: a task, a scenario, the pair that begins and finishes an update. */
final class Skeletons extends TemplateCompletionProcessor {

    static final String CONTEXT = "org.xstate.ui.editor.templates.file";

    /** What all editors and the preferences share. */
    private static final class Shared {
        private static final ContributionContextTypeRegistry TYPES = new ContributionContextTypeRegistry(
                "org.xstate.ui.editor.templates");
        private static final TemplateStore STORE = store();

        private static TemplateStore store() {
            ContributionTemplateStore store = new ContributionTemplateStore(TYPES, EditorDefaults.store(),
                    "templates");
            try {
                store.load();
            } catch (IOException e) {
                StatusManager.getManager().handle(
                        new Status(Status.ERROR, EditorDefaults.NODE, Messages.templates_unreadable, e));
            }
            return store;
        }
    }

    private String typed = "";

    static TemplateStore store() {
        return Shared.STORE;
    }

    static ContextTypeRegistry types() {
        return Shared.TYPES;
    }

    /** Those whose name begins with what was typed, if anything was. */
    ICompletionProposal[] at(ITextViewer viewer, int offset, int start) {
        typed = Documents.text(viewer.getDocument(), start, offset - start);
        return typed.isEmpty() ? new ICompletionProposal[0] : computeCompletionProposals(viewer, offset);
    }

    @Override
    protected Template[] getTemplates(String contextType) {
        return Arrays.stream(store().getTemplates(CONTEXT)).filter(one -> one.getName().startsWith(typed))
                .toArray(Template[]::new);
    }

    @Override
    protected TemplateContextType getContextType(ITextViewer viewer, IRegion region) {
        return types().getContextType(CONTEXT);
    }

    @Override
    protected int getRelevance(Template template, String prefix) {
        return template.getName().startsWith(prefix) ? 90 : 0;
    }

    @Override
    protected Image getImage(Template template) {
        return Pictures.image("template");
    }
}
