package org.xstate.ui.editor.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.jface.util.PropertyChangeEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.texteditor.ChainedPreferenceStore;

/** The editor of model C, for files of a project, files elsewhere, and the library's texts, which it shows only. */
public final class ModelCEditor extends TextEditor {

    private final Styles styles = new Styles(EditorDefaults.store());
    private final ModelCConfiguration configuration;

    public ModelCEditor() {
        IPreferenceStore all = new ChainedPreferenceStore(
                new IPreferenceStore[]{EditorDefaults.store(), EditorsUI.getPreferenceStore()});
        setPreferenceStore(all);
        configuration = new ModelCConfiguration(all, styles);
        setSourceViewerConfiguration(configuration);
    }

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        setEditorContextMenuId("#XstateModelCEditorContext");
        setRulerContextMenuId("#XstateModelCRulerContext");
        setHelpContextId("org.xstate.ui.help.editor");
    }

    /** The platform's own would take the place of the one that is set above. */
    @Override
    protected void setSourceViewerConfiguration(SourceViewerConfiguration chosen) {
        super.setSourceViewerConfiguration(chosen);
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        if (input != null) {
            Partitions.install(getDocumentProvider().getDocument(input));
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getSourceViewer().getTextWidget(),
                "org.xstate.ui.help.editor");
    }

    @Override
    protected void handlePreferenceStoreChanged(PropertyChangeEvent event) {
        super.handlePreferenceStoreChanged(event);
        ISourceViewer viewer = getSourceViewer();
        if (viewer != null && Styles.concerns(event.getProperty())) {
            configuration.restyle();
            viewer.invalidateTextPresentation();
        }
    }
}
