package org.xstate.tests.designs.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An XSAVE area in the compacted format: its bytes and the two words of its header. A fresh one was never
 * written.
 */
final class Area {
    private final List<Origin> bytes = new ArrayList<>(
            Collections.nCopies(Component.AREA, Origin.Plain.POISON));
    final Set<Component> xstateBv = EnumSet.noneOf(Component.class);
    final Set<Component> xcompBv = EnumSet.noneOf(Component.class);

    /** An address in the area, good for one component, which does not move when XCOMP_BV changes. */
    record Address(Area area, Component component, int offset) {

        Value read() {
            return new Value(List.copyOf(area.bytes.subList(offset, offset + component.size)));
        }

        void write(Value value) {
            for (int i = 0; i < component.size; i++) {
                area.bytes.set(offset + i, value.bytes().get(i));
            }
        }
    }

    /** Where XCOMP_BV, as it is now, puts the component: what __raw_xsave_addr computes. */
    Address address(Component component) {
        Map<Component, Integer> offsets = Component.offsets(xcompBv);
        if (!offsets.containsKey(component)) {
            throw new IllegalStateException(component + " is not in XCOMP_BV " + xcompBv);
        }
        return new Address(this, component, offsets.get(component));
    }

    /** Writes the initial bytes where XSTATE_BV says that the component is initial and its bytes are undefined. */
    void fillIfInitial(Address address) {
        if (!xstateBv.contains(address.component())) {
            address.write(Value.initial(address.component()));
        }
    }

    /** What the area stands for: the bytes, or the initial value where XSTATE_BV is clear. */
    Value canonical(Component component) {
        return xstateBv.contains(component) ? address(component).read() : Value.initial(component);
    }
}
