package org.xstate.ui.debug.internal;

/** Names by which the platform knows this debugger. */
public final class DebugModel {

    /** The debug model, and the bundle. */
    public static final String ID = "org.xstate.ui.debug";

    private DebugModel() {
    }
}
