package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;

/** States of a model that is not about the library's kernel: variables by their names. */
final class PlainView implements StateView {

    private final Machine machine;
    private final Words words;

    PlainView(Machine machine, Words words) {
        this.machine = machine;
        this.words = words;
    }

    @Override
    public List<Change> changes(long[] before, long[] after, OptionalInt cpu) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < machine.slots().size(); i++) {
            Slot slot = machine.slots().get(i);
            boolean shown = !slot.ghost() && slot.kind() != Slot.Kind.LOCATION
                    && slot.kind() != Slot.Kind.LOCAL;
            if (shown && before[i] != after[i]) {
                changes.add(new Change("", slot.name(), value(slot.type(), before[i], before),
                        value(slot.type(), after[i], after), Change.Lane.BOOKKEEPING));
            }
        }
        return changes;
    }

    @Override
    public List<Change> start(long[] first, long[] state) {
        return changes(first, state, OptionalInt.empty());
    }

    @Override
    public List<String> running(long[] state) {
        return List.of();
    }

    @Override
    public String context(long[] state, int cpu) {
        return "";
    }

    @Override
    public String value(Type type, long value, long[] state) {
        return words.value(type, value);
    }
}
