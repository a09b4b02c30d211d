package org.xstate.ui.check.internal.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.check.CheckSettings;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;

/**
 * Checks what is selected, files and folders, else the file in the active editor, which is saved before. With the settings of
 * the last time; the command with options asks for them first.
 */
public final class CheckHandler extends AbstractHandler {

    private static final String WITH_OPTIONS = "org.xstate.ui.check.checkWith";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
        boolean options = event.getCommand().getId().equals(WITH_OPTIONS);
        List<Path> selected = selected(HandlerUtil.getCurrentSelection(event));
        if (selected.isEmpty() || HandlerUtil.getActivePart(event) instanceof IEditorPart) {
            checkActive(page, options);
        } else {
            check(page, selected, options);
        }
        return null;
    }

    private static List<Path> selected(ISelection selection) {
        Set<Path> paths = new LinkedHashSet<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured.toList()) {
                Optional.ofNullable(Adapters.adapt(element, IResource.class)).map(IResource::getLocation)
                        .map(location -> location.toPath())
                        .or(() -> Optional.ofNullable(Adapters.adapt(element, Path.class)))
                        .filter(path -> Files.isDirectory(path) || path.toString().endsWith(".c"))
                        .ifPresent(paths::add);
            }
        }
        return List.copyOf(paths);
    }

    /** Checks the file in the active editor; tells the user if there is none. */
    static void checkActive(IWorkbenchPage page, boolean options) {
        IEditorPart editor = page.getActiveEditor();
        Optional<Path> file = Optional.ofNullable(editor).flatMap(CheckHandler::file)
                .filter(path -> path.toString().endsWith(".c"));
        if (file.isPresent()) {
            if (!editor.isDirty() || page.saveEditor(editor, false)) {
                check(page, List.of(file.get()), options);
            }
            return;
        }
        List<Path> selected = navigated(page);
        if (selected.isEmpty()) {
            Opening.problem(Messages.check_nothing);
        } else {
            check(page, selected, options);
        }
    }

    /** What is selected in whatever part is active. */
    private static List<Path> navigated(IWorkbenchPage page) {
        IWorkbenchPart part = page.getActivePart();
        return selected(page.getSelection()).isEmpty() && part != null
                && part.getSite().getSelectionProvider() != null
                        ? selected(part.getSite().getSelectionProvider().getSelection())
                        : selected(page.getSelection());
    }

    /** The one file that a command is about: what is selected, else what is in the active editor, which is saved. */
    public static Optional<Path> file(ExecutionEvent event) {
        List<Path> selected = selected(HandlerUtil.getCurrentSelection(event));
        return selected.isEmpty() || HandlerUtil.getActivePart(event) instanceof IEditorPart
                ? file(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage())
                : selected.stream().filter(Files::isRegularFile).findFirst();
    }

    /** What is in the active editor, which is saved, else what is selected. */
    public static Optional<Path> file(IWorkbenchPage page) {
        IEditorPart editor = page.getActiveEditor();
        Optional<Path> edited = Optional.ofNullable(editor).flatMap(CheckHandler::file)
                .filter(path -> path.toString().endsWith(".c"));
        if (edited.isPresent() && editor.isDirty() && !page.saveEditor(editor, false)) {
            return Optional.empty();
        }
        return edited.or(() -> navigated(page).stream().filter(Files::isRegularFile).findFirst());
    }

    private static Optional<Path> file(IEditorPart editor) {
        return Optional.ofNullable(ResourceUtil.getFile(editor.getEditorInput())).map(IResource::getLocation)
                .map(location -> location.toPath())
                .or(() -> editor.getEditorInput() instanceof IURIEditorInput input
                        && "file".equals(input.getURI().getScheme())
                                ? Optional.of(Path.of(input.getURI()))
                                : Optional.empty());
    }

    /** Checks files and folders with the settings that were used last. */
    public static void check(IWorkbenchPage page, List<Path> paths, boolean options) {
        for (Path path : paths) {
            Target target = Target.of(path);
            CheckSettings settings = SettingsStore.of(target.path());
            if (options) {
                withOptions(page, target, settings);
            } else {
                start(page, target, settings);
            }
        }
    }

    static void withOptions(IWorkbenchPage page, Target target, CheckSettings settings) {
        CheckDialog dialog = new CheckDialog(page.getWorkbenchWindow().getShell(), target, settings);
        if (dialog.open() == Window.OK) {
            SettingsStore.keep(target.path(), dialog.settings());
            start(page, target, dialog.settings());
        }
    }

    private static void start(IWorkbenchPage page, Target target, CheckSettings settings) {
        try {
            IViewPart view = page.showView(ChecksView.ID);
            CheckRun run = Checks.get().start(target, settings);
            if (view instanceof ChecksView checks) {
                checks.reveal(run);
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
