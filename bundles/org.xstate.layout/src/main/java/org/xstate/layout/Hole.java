package org.xstate.layout;

/** Bytes of the extended region that belong to no component. @param offset bytes from the start of the area @param size bytes */
public record Hole(int offset, int size) {
}
