package org.xstate.ui.workbench.internal.navigator;

import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.ui.actions.CopyFilesAndFoldersOperation;
import org.eclipse.ui.actions.MoveFilesAndFoldersOperation;
import org.eclipse.ui.navigator.CommonDropAdapter;
import org.eclipse.ui.navigator.CommonDropAdapterAssistant;
import org.xstate.ui.workbench.internal.Messages;

/** Files dragged from the desktop are copied into a folder; what is dragged within the view is moved, or copied. */
public final class FileDrops extends CommonDropAdapterAssistant {

    @Override
    public boolean isSupportedType(TransferData type) {
        return super.isSupportedType(type) || FileTransfer.getInstance().isSupportedType(type);
    }

    @Override
    public IStatus validateDrop(Object target, int operation, TransferData type) {
        return folder(target).isPresent() ? Status.OK_STATUS : Status.error(Messages.projects_noTarget);
    }

    @Override
    public IStatus handleDrop(CommonDropAdapter adapter, DropTargetEvent event, Object target) {
        Optional<IContainer> folder = folder(target);
        if (folder.isEmpty()) {
            return Status.error(Messages.projects_noTarget);
        }
        if (event.data instanceof String[] files) {
            new CopyFilesAndFoldersOperation(getShell()).copyFiles(files, folder.get());
        } else if (LocalSelectionTransfer.getTransfer()
                .getSelection() instanceof IStructuredSelection dragged) {
            IResource[] resources = dragged.stream().filter(IResource.class::isInstance)
                    .map(IResource.class::cast).toArray(IResource[]::new);
            CopyFilesAndFoldersOperation operation = event.detail == DND.DROP_COPY
                    ? new CopyFilesAndFoldersOperation(getShell())
                    : new MoveFilesAndFoldersOperation(getShell());
            operation.copyResources(resources, folder.get());
        }
        return Status.OK_STATUS;
    }

    /** A project or folder, or the folder of a file. */
    private static Optional<IContainer> folder(Object target) {
        return switch (target) {
            case IWorkspaceRoot _ -> Optional.empty();
            case IContainer container when container.isAccessible() -> Optional.of(container);
            case IFile file -> Optional.of(file.getParent());
            case null, default -> Optional.empty();
        };
    }
}
