package org.xstate.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * Says which plugin brought a part that could not be shown, in its place and at its tab. The platform shows a page with the
 * error there, which names the plugin only where its class could not be made.
 */
public final class FailedParts implements IStartup, IPartListener2, IWindowListener {

    private static final String ERROR = "ErrorViewPart";
    private static final String VIEWS = "org.eclipse.ui.views";

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            Stream.of(workbench.getWorkbenchWindows()).forEach(this::windowOpened);
            workbench.addWindowListener(this);
        });
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
        IWorkbenchPart part = reference.getPart(false);
        if (part == null || !part.getClass().getSimpleName().equals(ERROR)) {
            return;
        }
        contributor(reference.getId()).ifPresent(bundle -> {
            String message = NLS.bind(Messages.part_failed, bundle);
            MPart model = part.getSite().getService(MPart.class);
            model.setTooltip(message);
            // its controls are made after it was told of
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                if (model.getWidget() instanceof Composite page && !page.isDisposed()) {
                    name(page, bundle, message);
                }
            });
        });
    }

    /** Where the page has said what failed without saying whose it is. */
    private static void name(Composite page, String bundle, String message) {
        List<Text> texts = texts(page).filter(text -> !text.getText().isBlank()).toList();
        if (texts.stream().noneMatch(text -> text.getText().contains(bundle))) {
            texts.stream().findFirst().ifPresent(text -> text.setText(message + "\n" + text.getText()));
        }
    }

    private static Stream<Text> texts(Composite page) {
        return Stream.of(page.getChildren()).flatMap(child -> switch (child) {
            case Text text -> Stream.of(text);
            case Composite below -> texts(below);
            default -> Stream.empty();
        });
    }

    private static Optional<String> contributor(String view) {
        return Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor(VIEWS))
                .filter(element -> view.equals(element.getAttribute("id")))
                .map(IConfigurationElement::getContributor).map(contributor -> contributor.getName())
                .findFirst();
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        window.getPartService().addPartListener(this);
        Stream.of(window.getPages()).flatMap(page -> Stream.of(page.getViewReferences()))
                .forEach(this::partOpened);
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        window.getPartService().removePartListener(this);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // only new ones matter
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // only new ones matter
    }
}
