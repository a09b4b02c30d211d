package org.xstate.ui.workbench.internal.recovery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.compare.CompareConfiguration;
import org.eclipse.compare.CompareEditorInput;
import org.eclipse.compare.IEncodedStreamContentAccessor;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DiffNode;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.graphics.Image;
import org.xstate.ui.workbench.internal.Messages;

/** Two texts that are in no file. */
final class TextComparison extends CompareEditorInput {

    private final String left;
    private final String right;

    TextComparison(CompareConfiguration configuration, String left, String right) {
        super(configuration);
        this.left = left;
        this.right = right;
        setTitle(Messages.recovery_title);
    }

    @Override
    protected Object prepareInput(IProgressMonitor monitor) {
        return new DiffNode(new Side(getCompareConfiguration().getLeftLabel(null), left),
                new Side(getCompareConfiguration().getRightLabel(null), right));
    }

    private record Side(String name, String text) implements ITypedElement, IEncodedStreamContentAccessor {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Image getImage() {
            return null;
        }

        @Override
        public String getType() {
            return ITypedElement.TEXT_TYPE;
        }

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }
    }
}
