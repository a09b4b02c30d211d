package org.xstate.check.internal.model;

import java.util.Optional;

import org.xstate.model.state.PackedMachine;

/** Whether the CPUs of a machine can be exchanged for each other. */
final class Symmetry {

    private final int cpus;
    private final Optional<String> obstacle;

    private Symmetry(int cpus, Optional<String> obstacle) {
        this.cpus = cpus;
        this.obstacle = obstacle;
    }

    static Symmetry none() {
        return new Symmetry(1, Optional.empty());
    }

    static Symmetry of(PackedMachine packed) {
        return none();
    }

    int cpus() {
        return cpus;
    }

    Optional<String> obstacle() {
        return obstacle;
    }

    /** For one thread. */
    Canonical canonical() {
        return Canonical.IDENTITY;
    }
}
