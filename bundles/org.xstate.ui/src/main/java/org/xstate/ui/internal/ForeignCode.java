package org.xstate.ui.internal;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Which plugin a thread is in: what was added to the installation, by the classes on the thread's stack. */
final class ForeignCode {

    private static final String DIALOGS = "org.eclipse.swt.widgets.";

    private ForeignCode() {
    }

    /**
     * The plugin whose code was called last.
     *
     * @return its symbolic name; empty for the program's own, and while a dialog of the system waits for its user
     */
    static Optional<String> on(List<StackTraceElement> stack) {
        if (stack.stream().anyMatch(frame -> frame.getClassName().startsWith(DIALOGS)
                && frame.getClassName().endsWith("Dialog") && frame.getMethodName().equals("open"))) {
            return Optional.empty();
        }
        List<Bundle> added = added();
        return stack.stream().takeWhile(frame -> !isBelowWhatIsCalled(frame))
                .flatMap(frame -> added.stream().filter(bundle -> holds(bundle, frame.getClassName())))
                .map(Bundle::getSymbolicName).findFirst();
    }

    /** Who started the workbench, and who waits for events, is on the stack whatever hangs. */
    private static boolean isBelowWhatIsCalled(StackTraceElement frame) {
        return frame.getClassName().equals(PlatformUI.class.getName())
                || frame.getClassName().equals(Display.class.getName())
                        && frame.getMethodName().equals("readAndDispatch");
    }

    private static boolean holds(Bundle bundle, String type) {
        return bundle.getEntry(type.replace('.', '/') + ".class") != null;
    }

    private static List<Bundle> added() {
        BundleContext context = FrameworkUtil.getBundle(ForeignCode.class).getBundleContext();
        Path own = Path.of(Platform.getInstallLocation().getURL().getPath(), "plugins");
        return Stream.of(context.getBundles()).filter(bundle -> bundle.getBundleId() != 0)
                .filter(bundle -> FileLocator.getBundleFileLocation(bundle).map(File::toPath)
                        .filter(file -> !file.startsWith(own)).isPresent())
                .toList();
    }
}
