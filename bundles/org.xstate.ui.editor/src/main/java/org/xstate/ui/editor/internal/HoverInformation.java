package org.xstate.ui.editor.internal;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.information.IInformationProvider;
import org.eclipse.jface.text.information.IInformationProviderExtension;

/** What a hover shows, for the place of the caret: those who have no mouse ask for it by a key. */
final class HoverInformation implements IInformationProvider, IInformationProviderExtension {

    private final ModelHover hover;

    HoverInformation(ModelHover hover) {
        this.hover = hover;
    }

    @Override
    public IRegion getSubject(ITextViewer viewer, int offset) {
        return hover.getHoverRegion(viewer, offset);
    }

    /** The platform asks the other method; its interface still has this one. */
    @Override
    @SuppressWarnings("deprecation")
    public String getInformation(ITextViewer viewer, IRegion subject) {
        return hover.getHoverInfo(viewer, subject);
    }

    @Override
    public Object getInformation2(ITextViewer viewer, IRegion subject) {
        return hover.getHoverInfo2(viewer, subject);
    }
}
