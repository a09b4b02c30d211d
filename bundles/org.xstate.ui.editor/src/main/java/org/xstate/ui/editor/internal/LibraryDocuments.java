package org.xstate.ui.editor.internal;

import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.editors.text.StorageDocumentProvider;

/**
 * Documents of the library's texts. They have annotations, as those of files do, which the platform does without for what is
 * no file: where the debugger stands is marked in them, and where a name occurs.
 */
public final class LibraryDocuments extends StorageDocumentProvider {

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) {
        return new AnnotationModel();
    }
}
