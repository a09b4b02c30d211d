package org.xstate.registry.internal;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.xstate.api.RegisterBehaviour;

/** Stands between the instruction model and a plugin's {@link RegisterBehaviour}. */
final class GuardedBehaviour implements RegisterBehaviour {

    private final RegisterBehaviour plugin;
    private final String type;
    private final PluginRunner runner;

    GuardedBehaviour(RegisterBehaviour plugin, String type, PluginRunner runner) {
        this.plugin = plugin;
        this.type = type;
        this.runner = runner;
    }

    private <T> T ask(String method, Callable<T> question) {
        return runner.call("RegisterBehaviour." + method + " of " + type,
                () -> Objects.requireNonNull(question.call(), "it returned null"));
    }

    /** Lets the plugin change a copy, which takes the original's place only if the plugin returns. */
    private void change(String method, MemorySegment register, Consumer<MemorySegment> code) {
        MemorySegment copy = Segments.copy(register);
        ask(method, () -> {
            code.accept(copy);
            return true;
        });
        register.copyFrom(copy);
    }

    @Override
    public Load load(MemorySegment memory, MemorySegment register) {
        MemorySegment from = Segments.copy(memory).asReadOnly();
        MemorySegment before = Segments.copy(register).asReadOnly();
        return ask("load", () -> plugin.load(from, before));
    }

    @Override
    public void loaded(MemorySegment register) {
        change("loaded", register, plugin::loaded);
    }

    @Override
    public Load initialise(MemorySegment register) {
        MemorySegment before = Segments.copy(register).asReadOnly();
        return ask("initialise", () -> plugin.initialise(before));
    }

    @Override
    public int bytesOutside64BitMode(int size) {
        return ask("bytesOutside64BitMode", () -> plugin.bytesOutside64BitMode(size));
    }

    @Override
    public boolean tracksByContent() {
        return ask("tracksByContent", plugin::tracksByContent);
    }

    @Override
    public void savedByXsaves(MemorySegment register) {
        change("savedByXsaves", register, plugin::savedByXsaves);
    }
}
