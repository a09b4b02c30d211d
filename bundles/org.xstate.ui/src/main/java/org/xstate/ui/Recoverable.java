package org.xstate.ui;

/**
 * An editor whose unsaved changes survive the end of the process: it adapts to this, whoever keeps such things asks it from
 * time to time, and gives the answer back after the editor was opened on the same file again. On the thread of the user
 * interface.
 */
public interface Recoverable {

    /** The changes since the file was last read or written, in a form of the editor's own; empty if there are none. */
    byte[] unsaved();

    /**
     * Makes the changes again; the editor is dirty afterwards. What does not fit the file any more is refused with a message
     * to the user, and changes nothing.
     *
     * @param content what {@link #unsaved} gave
     */
    void restore(byte[] content);
}
