package org.xstate.api;

import java.util.Objects;

/**
 * A plugin's code failed while the program used it: it threw, or did not return in time. Thrown in place of what the
 * plugin did, by objects that stand between the program and a plugin.
 */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String bundle;
    private final String remedy;

    /**
     * @param bundle  symbolic name of the plugin
     * @param message what happened, in one sentence that names the class and the method
     * @param remedy  what to do about it
     * @param cause   what the plugin threw, or nothing
     */
    public PluginFailure(String bundle, String message, String remedy, Throwable... cause) {
        super(Objects.requireNonNull(message), cause.length == 0 ? null : cause[0]);
        this.bundle = Objects.requireNonNull(bundle);
        this.remedy = Objects.requireNonNull(remedy);
    }

    public String bundle() {
        return bundle;
    }

    public String remedy() {
        return remedy;
    }
}
