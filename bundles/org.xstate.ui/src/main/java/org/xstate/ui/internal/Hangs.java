package org.xstate.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/**
 * Notices a plugin that keeps the thread of the user interface: names it on stderr and in the log, which can be read while
 * the desktop stands, and interrupts it if it waits for something. Java has no way to end code that computes, so that much
 * is all that can be done for it. The limit is that of a plugin's other calls, the system property {@value #PROPERTY}.
 */
public final class Hangs implements IStartup {

    private static final String PROPERTY = "xstate.plugin.seconds";
    private static final int DEFAULT_SECONDS = 10;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Set<Thread.State> WAITING = Set.of(Thread.State.WAITING,
            Thread.State.TIMED_WAITING);

    @Override
    public void earlyStartup() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Thread.ofPlatform().daemon().name("hangs of plugins").start(() -> watch(display));
    }

    private static Duration limit() {
        return Duration.ofSeconds(Math.max(1, Integer.getInteger(PROPERTY, DEFAULT_SECONDS)));
    }

    private static void watch(Display display) {
        try {
            while (!display.isDisposed()) {
                Thread.sleep(STEP);
                Semaphore answered = new Semaphore(0);
                display.asyncExec(() -> {
                    // meant for the plugin, and it may have returned just before
                    Thread.interrupted();
                    answered.release();
                });
                if (!answered.tryAcquire(limit().toMillis(), TimeUnit.MILLISECONDS)) {
                    hangs(display, answered);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SWTException e) {
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    /** Until the user interface answers. */
    private static void hangs(Display display, Semaphore answered) throws InterruptedException {
        Optional<String> told = Optional.empty();
        boolean interrupted = false;
        do {
            Thread thread = display.getThread();
            List<StackTraceElement> stack = List.of(thread.getStackTrace());
            Optional<String> plugin = ForeignCode.on(stack);
            if (plugin.isPresent() && !plugin.equals(told)) {
                tell(plugin.get(), stack);
                told = plugin;
            }
            if (plugin.isPresent() && WAITING.contains(thread.getState())) {
                thread.interrupt();
                interrupted = true;
            }
        } while (!answered.tryAcquire(STEP.toMillis(), TimeUnit.MILLISECONDS) && !display.isDisposed());
        if (told.isPresent()) {
            String message = NLS.bind(interrupted ? Messages.hang_interrupted : Messages.hang_ended,
                    told.get(), limit().toSeconds());
            display.asyncExec(() -> StatusManager.getManager().handle(Status.warning(message),
                    StatusManager.SHOW));
        }
    }

    private static void tell(String plugin, List<StackTraceElement> stack) {
        String message = NLS.bind(Messages.hang_is, plugin, limit().toSeconds());
        System.err.println(message);
        Throwable where = new Throwable(message);
        where.setStackTrace(stack.toArray(StackTraceElement[]::new));
        ILog.of(Hangs.class).error(message, where);
    }
}
