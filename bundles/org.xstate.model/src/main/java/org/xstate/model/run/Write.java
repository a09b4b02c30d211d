package org.xstate.model.run;

/** A slot that a node wrote, also if the value is the same as before. */
public record Write(int slot, long before, long after) {
}
