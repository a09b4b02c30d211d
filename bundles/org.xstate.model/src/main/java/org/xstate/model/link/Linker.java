package org.xstate.model.link;

import org.xstate.model.internal.link.Linking;
import org.xstate.model.ir.Program;

/** Lays out a checked program to be run. */
public final class Linker {

    private Linker() {
    }

    /** The machine, or what in the text it cannot do. */
    public static Linked link(Program program, LinkOptions options) {
        return new Linking(program, options).link();
    }
}
