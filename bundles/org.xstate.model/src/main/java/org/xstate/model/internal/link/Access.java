package org.xstate.model.internal.link;

/**
 * That a node reads or writes something that others might reach.
 *
 * @param what  the variable or the member of a struct, of whatever object
 * @param how   by which way it is reached
 * @param write whether it is written
 */
record Access(String what, Way how, boolean write) {

    /** How something is reached. */
    enum Way {
        /** It belongs to the CPU that executes. */
        THIS_CPU,
        /** It belongs to the task that is current. */
        OWN_TASK,
        /** It may belong to anybody. */
        ANY
    }
}
