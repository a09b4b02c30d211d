package org.xstate.ui.tests;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Watches from a thread of its own how long the user interface takes to answer. What the machine gave to other programs is
 * no fault of the user interface: while it waits, the watching thread measures how late it is woken itself, and subtracts
 * that; processor time that the user interface has used meanwhile counts in any case.
 */
public final class Watchdog implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(1);
    /** Blocks beyond this are looked into: what the user interface was doing. */
    private static final Duration NOTABLE = Duration.ofMillis(50);

    /**
     * The longest wait.
     *
     * @param busy  the most processor time that the user interface used during one wait, perhaps another one: what is left
     *              of a wait on a machine with nothing else to do
     * @param stack what the user interface was doing meanwhile; empty for a short wait
     */
    public record Longest(Duration blocked, Duration busy, List<StackTraceElement> stack) {

        private static final Longest NONE = new Longest(Duration.ZERO, Duration.ZERO, List.of());

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(blocked.toMillis() + " ms");
            stack.stream().limit(30).forEach(line -> text.append("\n    at ").append(line));
            return text.toString();
        }
    }

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final ThreadMXBean cpu;
    private final Thread watching;
    private final CountDownLatch watched = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile Longest longest = Longest.NONE;

    private Watchdog() {
        cpu = ManagementFactory.getThreadMXBean();
        watching = Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    /** Watches until it is closed; has had its first answer when this returns. */
    public static Watchdog start() {
        Watchdog dog = new Watchdog();
        try {
            dog.watched.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return dog;
    }

    /** The longest wait so far. */
    public Longest longest() {
        return longest;
    }

    /** Something that is watched. */
    public interface Watched {
        void run() throws Exception;
    }

    /** The longest wait during some work, which runs on the caller's thread. */
    public static Longest during(Watched work) throws Exception {
        Watchdog dog = start();
        try (dog) {
            work.run();
            Ui.settle();
        }
        // what it waited for last is counted when it has ended, and not before
        return dog.longest();
    }

    @Override
    public void close() {
        closed = true;
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processor time that the user interface has had. */
    private long cpu() {
        return cpu.getThreadCpuTime(display.getThread().threadId());
    }

    private void watch() {
        while (!closed && !display.isDisposed()) {
            AtomicBoolean answered = new AtomicBoolean();
            display.asyncExec(() -> answered.set(true));
            ask(answered);
            watched.countDown();
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private void ask(AtomicBoolean answered) {
        long asked = System.nanoTime();
        long used = cpu();
        long late = 0;
        List<StackTraceElement> stack = List.of();
        while (!answered.get() && !display.isDisposed()) {
            long slept = System.nanoTime();
            LockSupport.parkNanos(STEP.toNanos());
            late += Math.max(0, System.nanoTime() - slept - 2 * STEP.toNanos());
            long blocked = Math.max(cpu() - used, System.nanoTime() - asked - late);
            if (stack.isEmpty() && blocked > NOTABLE.toNanos()) {
                stack = List.of(display.getThread().getStackTrace());
            }
        }
        long busy = cpu() - used;
        Duration blocked = Duration.ofNanos(Math.max(busy, System.nanoTime() - asked - late));
        Duration busiest = Duration.ofNanos(Math.max(busy, longest.busy().toNanos()));
        boolean longer = blocked.compareTo(longest.blocked()) > 0;
        longest = new Longest(longer ? blocked : longest.blocked(), busiest,
                longer ? stack : longest.stack());
    }
}
