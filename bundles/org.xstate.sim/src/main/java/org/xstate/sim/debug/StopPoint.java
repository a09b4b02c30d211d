package org.xstate.sim.debug;

/** A place at which a movement through a history stops. */
public interface StopPoint {

    /** Whether to stop before a statement is executed. Backwards: before it, when it has been taken back. */
    default boolean before(Sight next) {
        return false;
    }

    /** Whether to stop when a statement has been executed. Backwards: behind it, before it is taken back. */
    default boolean after(Sight done) {
        return false;
    }

    /**
     * A line; the stop is before the first of its statements that is executed.
     *
     * @param file its name, or the end of it from a {@code /} on
     * @param line from 1
     */
    record Line(String file, int line) implements StopPoint {
        @Override
        public boolean before(Sight next) {
            CallStack stack = next.stack();
            return stack.place().line() == line && isFile(stack.place().file(), file) && next.beginsLine();
        }

        /** Whether a name, or its end from a {@code /} on, is that of the file. */
        static boolean isFile(String file, String wanted) {
            return file.equals(wanted) || file.endsWith("/" + wanted);
        }
    }

    /** A function that is entered. */
    record Function(String name) implements StopPoint {
        @Override
        public boolean before(Sight next) {
            return next.stack().calls().getLast().function().equals(name) && next.entersFunction();
        }
    }
}
