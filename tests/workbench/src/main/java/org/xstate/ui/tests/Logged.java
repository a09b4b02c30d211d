package org.xstate.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;

/**
 * The errors that reach the platform's log while tests run. A user finds them in the error log and no assertion does, so each
 * fails the test during which it came, unless the parts that are broken on purpose caused it.
 */
final class Logged implements AutoCloseable {

    private static final String BROKEN_ON_PURPOSE = "org.xstate.ui.tests.plugins";

    private final ILogListener listener = (status, _) -> logged(status);
    private final List<AssertionError> errors = new ArrayList<>();

    private Logged() {
    }

    static Logged listen() {
        Logged logged = new Logged();
        Platform.addLogListener(logged.listener);
        return logged;
    }

    private synchronized void logged(IStatus status) {
        if (status.getSeverity() == IStatus.ERROR && !isMeant(status)) {
            errors.add(new AssertionError("an error was logged: " + status, status.getException()));
        }
    }

    private static boolean isMeant(IStatus status) {
        if (status.getMessage().contains(BROKEN_ON_PURPOSE)) {
            return true;
        }
        for (Throwable cause = status.getException(); cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(BROKEN_ON_PURPOSE)
                    || List.of(cause.getStackTrace()).toString().contains(BROKEN_ON_PURPOSE)) {
                return true;
            }
        }
        return List.of(status.getChildren()).stream().anyMatch(Logged::isMeant);
    }

    /** The first error since it was asked last. */
    synchronized Optional<AssertionError> first() {
        Optional<AssertionError> first = errors.stream().findFirst();
        errors.clear();
        return first;
    }

    @Override
    public void close() {
        Platform.removeLogListener(listener);
    }
}
