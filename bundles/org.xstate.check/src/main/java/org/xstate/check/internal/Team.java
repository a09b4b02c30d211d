package org.xstate.check.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.xstate.check.Evaluator;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.TransitionSystem;

/**
 * The threads of an exploration: the calling one, which leads, and helpers for levels that are worth it.
 *
 * @param <W> what the exploration is after
 */
final class Team<W extends Watch> implements AutoCloseable {

    private final List<Worker> workers = new ArrayList<>();
    private final List<W> watches = new ArrayList<>();
    private final ExecutorService helpers;
    private final Control control;
    private final int actions;

    /** @param watch makes one for each thread, which asks the thread's evaluator */
    Team(TransitionSystem system, ExplorationOptions options, StateTable table, Control control,
            Function<Evaluator, W> watch) {
        this.control = control;
        actions = system.actions().size();
        int threads = options.threads();
        for (int i = 0; i < threads; i++) {
            Evaluator evaluator = system.evaluator();
            watches.add(watch.apply(evaluator));
            workers.add(new Worker(system, evaluator, watches.getLast(), table.writer(threads), control,
                    i == 0));
        }
        helpers = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("explorer-", 1).factory());
    }

    /** Finds the initial states. */
    void seed(Level initial) {
        control.level(initial, 0);
        workers.getFirst().seed(initial);
    }

    /** Expands a level into the next one. */
    void expand(Level from, int depth, Level to) {
        control.level(from, depth);
        AtomicInteger ticket = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        int useful = Math.min(workers.size(), from.chunks());
        for (Worker helper : workers.subList(1, Math.max(1, useful))) {
            running.add(helpers.submit(() -> help(helper, from, depth, ticket, to)));
        }
        try {
            workers.getFirst().expand(from, depth, ticket, to);
        } catch (RuntimeException | Error failure) {
            control.abandon();
            running.forEach(helper -> await(helper).ifPresent(failure::addSuppressed));
            throw failure;
        }
        running.stream().map(Team::await).flatMap(Optional::stream).reduce((first, second) -> first)
                .ifPresent(failure -> {
                    throw new IllegalStateException("an exploring thread failed", failure);
                });
    }

    private void help(Worker helper, Level from, int depth, AtomicInteger ticket, Level to) {
        try {
            helper.expand(from, depth, ticket, to);
        } catch (RuntimeException | Error failure) {
            control.abandon();
            throw failure;
        }
    }

    /**
     * Waits for the end of a helper whatever happens, because the memory must not go away under it, and returns what it
     * threw. The caller sees an interrupt afterwards.
     */
    private static Optional<Throwable> await(Future<?> running) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    running.get();
                    return Optional.empty();
                } catch (InterruptedException again) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    return Optional.of(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the threads have been told; only while none of them works. */
    List<W> watches() {
        return List.copyOf(watches);
    }

    /** The counts of all threads together. */
    Tally tally() {
        Tally sum = new Tally(actions);
        workers.forEach(worker -> sum.add(worker.tally()));
        return sum;
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
