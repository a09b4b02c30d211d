package org.xstate.tests.frameworks;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.XFeatureDescriptor;

/** A component in use. */
record GivenView(XFeatureDescriptor descriptor, MemorySegment bytes) implements ComponentView {

    @Override
    public State state() {
        return State.IN_USE;
    }

    @Override
    public long mxcsrAndMask() {
        return 0;
    }

    @Override
    public Optional<ComponentView> other(int number) {
        return number == descriptor.number() ? Optional.of(this) : Optional.empty();
    }
}
