package org.xstate.ui.tests.gallery;

import java.util.Optional;

/**
 * Something of the desktop that is photographed, in the light and the dark theme, at 100 and at 200 %. Every class of this
 * bundle whose name ends in Stage and that implements this is one; it has a constructor without parameters.
 */
public interface Stage {

    /** Name of the picture's file without its ending: lower case, digits and hyphens. */
    String name();

    /**
     * Brings on what is to be seen, with content that users have. Called on a thread that is not the user interface's, with
     * the window as after a first start: the layout perspective, no editor, no dialog.
     *
     * @throws Exception if it cannot be shown; the gallery goes on with the next, and fails
     */
    void set() throws Exception;

    /** Another picture of what was brought on, where that takes long: its stage is set in the window as this one leaves it. */
    default Optional<Stage> next() {
        return Optional.empty();
    }

    /** Whether everything comes to an end, so that it can be waited for; not so where work is shown that goes on. */
    default boolean ends() {
        return true;
    }
}
