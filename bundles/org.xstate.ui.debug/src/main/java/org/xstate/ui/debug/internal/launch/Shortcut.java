package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.jface.viewers.LabelProvider;
import org.xstate.ui.debug.internal.Messages;

/** <em>Debug As</em> and <em>Run As</em> of a file: asks for the scenario if there are several, and for nothing else. */
public final class Shortcut implements ILaunchShortcut2 {

    @Override
    public void launch(ISelection selection, String mode) {
        kept(selection).ifPresent(file -> launch(file, mode));
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        kept(editor.getEditorInput()).ifPresent(file -> launch(file, mode));
    }

    /** Whether a file is selected. */
    public boolean isFile(ISelection selection) {
        return kept(selection).isPresent();
    }

    private static Optional<String> kept(ISelection selection) {
        return selection instanceof IStructuredSelection structured
                ? Optional.ofNullable(structured.getFirstElement())
                        .flatMap(one -> Optional.ofNullable(Adapters.adapt(one, IFile.class)))
                        .map(Files::kept)
                : Optional.empty();
    }

    private static Optional<String> kept(IEditorInput input) {
        Optional<IFile> file = Optional.ofNullable(Adapters.adapt(input, IFile.class));
        return file.isPresent()
                ? file.map(Files::kept)
                : Optional.of(input).filter(IURIEditorInput.class::isInstance)
                        .map(one -> java.nio.file.Path.of(((IURIEditorInput) one).getURI()).toString());
    }

    private static void launch(String file, String mode) {
        try {
            Optional<String> scenario = chosen(Scenarios.of(Files.location(file)));
            if (scenario.isPresent()) {
                DebugUITools.launch(Configurations.scenario(file, scenario.get()), mode);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    /** The only one, or what the user picks; empty for none. */
    private static Optional<String> chosen(List<String> scenarios) {
        if (scenarios.size() == 1) {
            return Optional.of(scenarios.getFirst());
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), new LabelProvider());
        dialog.setTitle(Messages.scenario_title);
        dialog.setMessage(Messages.scenario_message);
        dialog.setElements(scenarios.toArray());
        return dialog.open() == Window.OK
                ? Optional.of(dialog.getFirstResult().toString())
                : Optional.empty();
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return null;
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return null;
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return kept(selection).flatMap(Files::inWorkspace).orElse(null);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return kept(editor.getEditorInput()).flatMap(Files::inWorkspace).orElse(null);
    }
}
