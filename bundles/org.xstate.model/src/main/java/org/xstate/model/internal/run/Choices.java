package org.xstate.model.internal.run;

import java.util.ArrayList;
import java.util.List;

/** The ways through choices, one after the other: the last choice changes fastest. */
public final class Choices {

    private final List<Long> taken = new ArrayList<>();
    private final List<Long> highest = new ArrayList<>();
    private int position;

    /** What is chosen next on this way: the least at first. */
    long next(long low, long high) {
        if (position == taken.size()) {
            taken.add(low);
            highest.add(high);
        }
        return taken.get(position++);
    }

    /** What was chosen on this way. */
    public List<Long> taken() {
        return List.copyOf(taken);
    }

    /** Goes to the next way from its beginning; false if there is none. */
    public boolean advance() {
        position = 0;
        while (!taken.isEmpty()) {
            long last = taken.removeLast();
            long most = highest.removeLast();
            if (last < most) {
                taken.add(last + 1);
                highest.add(most);
                return true;
            }
        }
        return false;
    }
}
