package org.xstate.ui.editor.internal;

import java.util.Optional;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;
import org.eclipse.ui.texteditor.ITextEditorActionConstants;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import org.eclipse.ui.texteditor.SourceViewerDecorationSupport;
import org.eclipse.ui.texteditor.TextOperationAction;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.xstate.model.index.Symbol;
import org.xstate.ui.Recoverable;
import org.xstate.ui.SourceCoverage;

/** The editor of model C, for files of a project, files elsewhere, and the library's texts, which it shows only. */
public final class ModelCEditor extends TextEditor {

    private final Styles styles = new Styles(EditorDefaults.store());
    private final ModelCConfiguration configuration;
    private final DefaultCharacterPairMatcher brackets = new DefaultCharacterPairMatcher(
            new char[]{'(', ')', '[', ']', '{', '}'}, Partitions.PARTITIONING, true);
    private final ProblemMarks problems = new ProblemMarks();
    private final Occurrences occurrences = new Occurrences();
    private final CoverageMarks coverage = new CoverageMarks();
    private final Folding folding = new Folding();
    private final Runnable coverageFollower = this::showCoverage;
    private Optional<SemanticColours> colours = Optional.empty();
    private Optional<EditorModel> model = Optional.empty();
    private Optional<OutlinePage> outline = Optional.empty();

    public ModelCEditor() {
        IPreferenceStore all = new ChainedPreferenceStore(
                new IPreferenceStore[]{EditorDefaults.store(), EditorsUI.getPreferenceStore()});
        setPreferenceStore(all);
        configuration = new ModelCConfiguration(this, all, styles);
        setSourceViewerConfiguration(configuration);
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setEditorContextMenuId("#XstateModelCEditorContext");
        setRulerContextMenuId("#XstateModelCRulerContext");
        setHelpContextId("org.xstate.ui.help.editor");
    }

    @Override
    protected void createActions() {
        super.createActions();
        // the platform's actions take their texts from a resource bundle by keys, ours are set
        TextOperationAction assist = new TextOperationAction(
                ResourceBundle.getBundle("org.xstate.ui.editor.internal.messages"), "", this,
                ISourceViewer.CONTENTASSIST_PROPOSALS);
        assist.setText(Messages.assist_label);
        assist.setToolTipText(Messages.assist_tooltip);
        assist.setDescription(Messages.assist_description);
        assist.setActionDefinitionId(ITextEditorActionDefinitionIds.CONTENT_ASSIST_PROPOSALS);
        setAction(ITextEditorActionConstants.CONTENT_ASSIST, assist);
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[]{"org.xstate.ui.editor.scope"});
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        model.ifPresent(EditorModel::close);
        colours.ifPresent(one -> {
            Optional.ofNullable(document()).ifPresent(old -> old.removeDocumentListener(one));
            one.forget();
        });
        super.doSetInput(input);
        if (input != null) {
            Partitions.install(document());
            if (getSourceViewer() != null) {
                // coloured by the platform before there were partitions
                getSourceViewer().invalidateTextPresentation();
                begin();
            }
        }
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int style) {
        ProjectionViewer viewer = new ProjectionViewer(parent, ruler, getOverviewRuler(),
                isOverviewRulerVisible(),
                style);
        getSourceViewerDecorationSupport(viewer);
        return viewer;
    }

    @Override
    protected void configureSourceViewerDecorationSupport(SourceViewerDecorationSupport support) {
        super.configureSourceViewerDecorationSupport(support);
        support.setCharacterPairMatcher(brackets);
        support.setMatchingCharacterPainterPreferenceKeys(EditorDefaults.BRACKETS,
                EditorDefaults.BRACKETS_COLOUR);
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        ProjectionSupport support = new ProjectionSupport(viewer, getAnnotationAccess(), getSharedColors());
        support.addSummarizableAnnotationType(ProblemAnnotation.ERROR);
        support.addSummarizableAnnotationType(ProblemAnnotation.WARNING);
        support.install();
        viewer.doOperation(ProjectionViewer.TOGGLE);
        colours = Optional.of(new SemanticColours((SourceViewer) getSourceViewer(), styles));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(viewer.getTextWidget(),
                "org.xstate.ui.help.editor");
        viewer.getTextWidget().addCaretListener(_ -> caretMoved());
        SourceCoverage.follow(coverageFollower);
        begin();
    }

    private void begin() {
        EditorModel reading = new EditorModel(getSourceViewer().getTextWidget().getDisplay(), document(),
                EditorFile.of(getEditorInput()));
        colours.ifPresent(document()::addDocumentListener);
        reading.follow(this::show);
        model = Optional.of(reading);
        reading.start();
        showCoverage();
    }

    private void show(Snapshot snapshot) {
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        if (viewer == null || viewer.getTextWidget() == null || viewer.getAnnotationModel() == null) {
            // closed, or about to show another text, which is read anew
            return;
        }
        if (snapshot.problems().isEmpty()) {
            colours.ifPresent(one -> one.show(snapshot));
            outline.ifPresent(page -> page.show(snapshot));
            if (viewer.getProjectionAnnotationModel() != null) {
                folding.show(viewer.getProjectionAnnotationModel(), snapshot);
            }
            caretMoved();
        }
        snapshot.problems().ifPresent(found -> problems.show(viewer.getAnnotationModel(), snapshot, found));
    }

    private void caretMoved() {
        ISourceViewer viewer = getSourceViewer();
        if (viewer == null || viewer.getAnnotationModel() == null || viewer.getTextWidget() == null) {
            return;
        }
        Optional<Snapshot> fresh = snapshot()
                .filter(known -> model.filter(one -> one.isCurrent(known)).isPresent());
        if (getPreferenceStore().getBoolean(EditorDefaults.MARK_OCCURRENCES)) {
            occurrences.show(viewer.getAnnotationModel(), fresh, caret());
        } else {
            occurrences.clear(viewer.getAnnotationModel());
        }
        outline.filter(_ -> fresh.isPresent()).ifPresent(page -> page.reveal(caret()));
    }

    private void showCoverage() {
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null && viewer.getAnnotationModel() != null) {
            coverage.show(viewer.getAnnotationModel(), file(), document().get());
        }
    }

    IDocument document() {
        return getDocumentProvider().getDocument(getEditorInput());
    }

    EditorFile file() {
        return model.map(EditorModel::file).orElseGet(() -> EditorFile.of(getEditorInput()));
    }

    /** What was found last about the text. */
    Optional<Snapshot> snapshot() {
        return model.flatMap(EditorModel::latest);
    }

    /** What the names mean in the text as it is now. */
    Optional<Snapshot> current() {
        return model.flatMap(EditorModel::current);
    }

    /** In the document, not in the lines that are shown. */
    int caret() {
        ProjectionViewer viewer = (ProjectionViewer) getSourceViewer();
        return Math.max(0, viewer.widgetOffset2ModelOffset(viewer.getTextWidget().getCaretOffset()));
    }

    void openDefinition(int offset) {
        Optional<Snapshot> now = current();
        String name = file().name();
        Optional<Symbol> definition = now.flatMap(known -> known.index().definition(name, offset));
        Optional<String> included = now.flatMap(known -> known.index().includes(name).stream()
                .filter(one -> one.begin() <= offset && offset <= one.end()).findFirst()
                .flatMap(one -> org.xstate.model.index.SourceIndex.included(OpenTexts.now(), name,
                        one.name())));
        if (definition.isPresent()) {
            Symbol symbol = definition.get();
            getSite().getPage().getNavigationHistory().markLocation(this);
            Navigation.open(getSite().getPage(), now.get().index(), symbol.file(), symbol.offset(),
                    symbol.name().length());
        } else if (included.isPresent()) {
            Navigation.open(getSite().getPage(), now.get().index(), included.get(), 0, 0);
        } else {
            complain(Messages.definition_none);
        }
    }

    void goToBracket() {
        int caret = caret();
        Optional<IRegion> pair = Optional.ofNullable(brackets.match(document(), caret));
        pair.ifPresent(one -> {
            boolean first = caret <= one.getOffset() + 1;
            selectAndReveal(first ? one.getOffset() + one.getLength() : one.getOffset() + 1, 0);
        });
    }

    /** In the status line. */
    void say(String text) {
        getEditorSite().getActionBars().getStatusLineManager().setMessage(text);
    }

    /** In the status line, as what has kept a command from being done. */
    void complain(String text) {
        getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(text);
        getSourceViewer().getTextWidget().getDisplay().beep();
    }

    @Override
    protected void performSave(boolean overwrite, IProgressMonitor monitor) {
        if (getPreferenceStore().getBoolean(EditorDefaults.FORMAT_ON_SAVE)) {
            Formatting.all(this);
        }
        super.performSave(overwrite, monitor);
        if (getPreferenceStore().getBoolean(EditorDefaults.CHECK_ON_SAVE)) {
            Checking.start(this);
        }
    }

    @Override
    protected void handlePreferenceStoreChanged(PropertyChangeEvent event) {
        super.handlePreferenceStoreChanged(event);
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null && Styles.concerns(event.getProperty())) {
            configuration.restyle();
            colours.ifPresent(SemanticColours::restyle);
            viewer.invalidateTextPresentation();
        }
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IContentOutlinePage.class) {
            OutlinePage page = outline
                    .filter(one -> one.getControl() == null || !one.getControl().isDisposed())
                    .orElseGet(() -> new OutlinePage(this));
            outline = Optional.of(page);
            return adapter.cast(page);
        }
        if (adapter == Recoverable.class) {
            return adapter.cast(new UnsavedText(this));
        }
        return super.getAdapter(adapter);
    }

    @Override
    public void dispose() {
        SourceCoverage.unfollow(coverageFollower);
        model.ifPresent(EditorModel::close);
        brackets.dispose();
        super.dispose();
    }
}
