package org.xstate.ui.editor.internal;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.text.information.IInformationPresenter;
import org.eclipse.jface.text.information.InformationPresenter;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.hyperlink.IHyperlinkDetector;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** What the editor's viewer is put together of. */
final class ModelCConfiguration extends TextSourceViewerConfiguration {

    private static final int TAB = 8;
    private static final int HOVER_WIDTH = 100;
    private static final int HOVER_LINES = 20;

    private final ModelCEditor editor;
    private final IPreferenceStore store;
    private final Styles styles;
    private final CodeScanner scanner;

    ModelCConfiguration(ModelCEditor editor, IPreferenceStore store, Styles styles) {
        super(store);
        this.editor = editor;
        this.store = store;
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

    /** Spelling is nothing for code, and what is wrong with it the editor's model finds. */
    @Override
    public IReconciler getReconciler(ISourceViewer viewer) {
        return null;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String type, int state) {
        return new ModelHover(editor);
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String type) {
        return new ModelHover(editor);
    }

    /** The hover as a window that has the focus and can be scrolled. */
    @Override
    public IInformationPresenter getInformationPresenter(ISourceViewer viewer) {
        InformationPresenter presenter = new InformationPresenter(
                shell -> new DefaultInformationControl(shell, (ToolBarManager) null, new HoverPresenter()));
        presenter.setDocumentPartitioning(Partitions.PARTITIONING);
        HoverInformation information = new HoverInformation(new ModelHover(editor));
        for (String type : getConfiguredContentTypes(viewer)) {
            presenter.setInformationProvider(information, type);
        }
        presenter.setSizeConstraints(HOVER_WIDTH, HOVER_LINES, false, true);
        return presenter;
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        ContentAssistant assistant = new ContentAssistant();
        assistant.setDocumentPartitioning(Partitions.PARTITIONING);
        Assist processor = new Assist(editor);
        assistant.setContentAssistProcessor(processor, IDocument.DEFAULT_CONTENT_TYPE);
        assistant.setContentAssistProcessor(processor, Partitions.STRING);
        assistant.enableAutoActivation(true);
        assistant.setAutoActivationDelay(300);
        assistant.enableAutoInsert(true);
        assistant.enableColoredLabels(true);
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        assistant.setContextInformationPopupOrientation(IContentAssistant.CONTEXT_INFO_ABOVE);
        return assistant;
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(new QuickFixes(editor));
        assistant.setInformationControlCreator(getInformationControlCreator(viewer));
        return assistant;
    }

    @Override
    public IHyperlinkDetector[] getHyperlinkDetectors(ISourceViewer viewer) {
        return new IHyperlinkDetector[]{new DefinitionLinks(editor)};
    }

    @Override
    public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, String type) {
        return IDocument.DEFAULT_CONTENT_TYPE.equals(type)
                ? new IAutoEditStrategy[]{new AutoIndent(), new AutoClose(store)}
                : new IAutoEditStrategy[]{new AutoIndent()};
    }

    @Override
    public String[] getDefaultPrefixes(ISourceViewer viewer, String type) {
        return new String[]{"//", ""};
    }

    @Override
    public String[] getIndentPrefixes(ISourceViewer viewer, String type) {
        return new String[]{"\t", "        ", ""};
    }

    @Override
    public int getTabWidth(ISourceViewer viewer) {
        return TAB;
    }
}
