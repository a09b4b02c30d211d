package org.xstate.ui.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.Exportable;
import org.xstate.ui.FileDialogs;

/** A command about what the active part shows. */
abstract class ExportHandler extends AbstractHandler {

    /** Parameter of the commands that write a file: where to, instead of a dialog. */
    private static final String FILE = "file";

    private boolean enabled;

    /** Whether there is something to hand out in this form. */
    abstract boolean offers(Exportable shown);

    /** Hands it out. */
    abstract void export(ExecutionEvent event, IWorkbenchPart part, Exportable shown)
            throws ExecutionException;

    /**
     * Tells nobody: menus and tool bars ask again by themselves. The platform asks with contexts of several windows and parts
     * in turn, and who is told of a change asks once more: with answers that differ that would not end.
     */
    @Override
    public final void setEnabled(Object context) {
        enabled = HandlerUtil.getVariable(context, ISources.ACTIVE_PART_NAME) instanceof IWorkbenchPart part
                && shown(part).filter(this::offers).isPresent();
    }

    @Override
    public final boolean isEnabled() {
        return enabled;
    }

    // null: what the platform asks of handlers
    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPart part = HandlerUtil.getActivePartChecked(event);
        Optional<Exportable> shown = shown(part).filter(this::offers);
        if (shown.isPresent()) {
            export(event, part, shown.get());
        }
        return null;
    }

    private static Optional<Exportable> shown(IWorkbenchPart part) {
        return Optional.ofNullable(Adapters.adapt(part, Exportable.class));
    }

    /** Says something where the part's user looks for it. */
    static void tell(IWorkbenchPart part, String text) {
        statusLine(part).ifPresent(line -> line.setMessage(text));
    }

    private static Optional<IStatusLineManager> statusLine(IWorkbenchPart part) {
        return switch (part.getSite()) {
            case IViewSite site -> Optional.of(site.getActionBars().getStatusLineManager());
            case IEditorSite site -> Optional.of(site.getActionBars().getStatusLineManager());
            default -> Optional.empty();
        };
    }

    /** The file that the command names, or that the user chooses. */
    static Optional<Path> file(ExecutionEvent event, IWorkbenchPart part, Exportable shown, String title,
            String ending) {
        return Optional.ofNullable(event.getParameter(FILE)).map(Path::of)
                .or(() -> FileDialogs.save(part.getSite().getShell(), title, name(shown) + ending,
                        "*" + ending));
    }

    /** What the picture is called, as a file can be. */
    private static String name(Exportable shown) {
        String words = shown.picture().orElseThrow().title().toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? Messages.fallback_name : words;
    }
}
