package org.xstate.tests.designs.oracle;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes of one component, in a register or in memory. */
record Value(List<Origin> bytes) {

    static Value initial(Component component) {
        return new Value(Collections.nCopies(component.size, Origin.Plain.INIT));
    }

    static Value poison(Component component) {
        return new Value(Collections.nCopies(component.size, Origin.Plain.POISON));
    }

    /** A value that is not the initial one, and differs from that of every other holder. */
    static Value of(Origin.Holder holder, Component component) {
        return new Value(IntStream.range(0, component.size)
                .mapToObj(at -> (Origin) new Origin.Byte(holder, component, at)).toList());
    }

    boolean isInitial() {
        return bytes.stream().allMatch(Origin.Plain.INIT::equals);
    }

    /** Whether any byte is poison or came from another component, another task or the kernel. */
    boolean isGarbageAs(Component component) {
        return bytes.stream().anyMatch(origin -> switch (origin) {
            case Origin.Plain plain -> plain == Origin.Plain.POISON;
            case Origin.Byte one -> one.component() != component || switch (one.holder()) {
                case TARGET, TARGET_OLDER, CALLER_NEW -> false;
                case OTHER_TASK, OTHER_TASK_LATER, KERNEL, KERNEL_THREAD -> true;
            };
        });
    }
}
