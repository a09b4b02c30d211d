package org.xstate.designs.internal;

/** Helpers for supervisor components, 2022, that were posted and not merged. */
public final class UnmergedHelpers {

    private UnmergedHelpers() {
    }

    /** Design 5a. */
    public static final class UpdateMsrs extends ShippedDesign {
        public UpdateMsrs() {
            super("5a", "start_update_xsave_msrs()");
        }
    }

    /** Design 5b. */
    public static final class WriteMsrs extends ShippedDesign {
        public WriteMsrs() {
            super("5b", "xsave_wrmsrs(), _on_task()");
        }
    }
}
