package org.xstate.model.link;

import java.util.OptionalInt;

import org.xstate.model.type.Type;

/**
 * A scalar of the state.
 *
 * @param name    as a reader would write it: {@code tasks[0].need_fpu_load}, {@code per_cpu(owner, 1)}
 * @param type    as declared
 * @param min     least value, as a signed word
 * @param max     greatest value
 * @param initial before setups have run
 * @param kind    what it belongs to
 * @param owner   the CPU of a {@link Kind#CPU} slot, the process of a location or a local
 * @param ghost   whether it only observes
 */
public record Slot(String name, Type type, long min, long max, long initial, Kind kind, OptionalInt owner,
        boolean ghost) {

    /** What a slot belongs to. */
    public enum Kind {
        /** A global variable or a pool's object. */
        SHARED,
        /** A per-CPU variable. */
        CPU,
        /** The location of a process: {@link Process#IDLE}, {@link Process#ENDED}, or a node of its body. */
        LOCATION,
        /** A local variable of a process. */
        LOCAL
    }
}
