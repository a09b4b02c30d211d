package org.xstate.layout;

/**
 * The place of one component in an area.
 *
 * @param number the component
 * @param offset bytes from the start of the area
 * @param size   bytes
 */
public record Placement(int number, int offset, int size) {

    /** First byte after it. */
    public int end() {
        return offset + size;
    }
}
