package org.xstate.ui.editor.internal;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** What the editor's viewer is put together of. */
final class ModelCConfiguration extends TextSourceViewerConfiguration {

    private final Styles styles;
    private final CodeScanner scanner;

    ModelCConfiguration(IPreferenceStore store, Styles styles) {
        super(store);
        this.styles = styles;
        this.scanner = new CodeScanner(styles);
    }

    /** After the colours have changed. */
    void restyle() {
        scanner.restyle(styles);
    }

    @Override
    public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
        return Partitions.PARTITIONING;
    }

    @Override
    public String[] getConfiguredContentTypes(ISourceViewer viewer) {
        return new String[]{IDocument.DEFAULT_CONTENT_TYPE, Partitions.COMMENT, Partitions.STRING};
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDocumentPartitioning(Partitions.PARTITIONING);
        for (String type : getConfiguredContentTypes(viewer)) {
            DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(scanner);
            reconciler.setDamager(repairer, type);
            reconciler.setRepairer(repairer, type);
        }
        return reconciler;
    }

    @Override
    public int getTabWidth(ISourceViewer viewer) {
        return 8;
    }
}
