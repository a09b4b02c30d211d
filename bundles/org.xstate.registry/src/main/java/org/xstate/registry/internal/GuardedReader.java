package org.xstate.registry.internal;

import java.util.Objects;
import java.util.concurrent.Callable;

import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.api.PluginFailure;
import org.xstate.api.ReadResult;

/**
 * Stands between the program and an image reader of a plugin. A reader works on the input in place. Where only the program's
 * thread can reach it (a large file, which is mapped), the reader runs there, without a limit of time.
 */
record GuardedReader(ImageReader plugin, String kind, String type, PluginRunner runner)
        implements ImageReader {

    /** Stands for any thread that is not the program's; never started. */
    private static final Thread ELSEWHERE = Thread.ofPlatform().unstarted(Thread::yield);

    /** @throws PluginFailure if the plugin does not even say what it reads */
    static GuardedReader of(ImageReader plugin, String type, PluginRunner runner) {
        return new GuardedReader(plugin,
                runner.call(type + ".kind()",
                        () -> Objects.requireNonNull(plugin.kind(), "it returned null")),
                type, runner);
    }

    /** A reader that fails recognises nothing; that it failed is kept for the end of the run. */
    @Override
    public Match match(ImageSource source) {
        try {
            return ask("match", source, () -> plugin.match(source));
        } catch (PluginFailure e) {
            runner.report(type, e);
            return Match.NO;
        }
    }

    @Override
    public ReadResult read(ImageSource source) {
        try {
            return ask("read", source, () -> plugin.read(source));
        } catch (PluginFailure e) {
            runner.report(type, e);
            return ReadResult.Unusable.because(
                    Finding.error("plugin-failed", e.getMessage()).at(e.bundle()).remedy(e.remedy()));
        }
    }

    private <T> T ask(String method, ImageSource source, Callable<T> question) {
        String what = type + "." + method + "()";
        Callable<T> checked = () -> Objects.requireNonNull(question.call(), "it returned null");
        return source.content().isAccessibleBy(ELSEWHERE)
                ? runner.call(what, checked)
                : runner.callHere(what, checked);
    }
}
