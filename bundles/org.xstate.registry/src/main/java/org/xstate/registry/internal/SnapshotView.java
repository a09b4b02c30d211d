package org.xstate.registry.internal;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.XFeatureDescriptor;

/**
 * A component and all others of its image, copied: the image itself may be mapped memory that only the program's thread can
 * reach, and that is gone when the program has done with it.
 */
record SnapshotView(XFeatureDescriptor descriptor, State state, MemorySegment bytes, long mxcsrAndMask,
        boolean mxcsrMaskStored, boolean mode64, Map<Integer, ComponentView> image) implements ComponentView {

    private static final int HIGHEST = 62;

    static ComponentView of(ComponentView view) {
        Map<Integer, ComponentView> image = new HashMap<>();
        for (int number = 0; number <= HIGHEST; number++) {
            int component = number;
            view.other(number).ifPresent(other -> image.put(component, copy(other, image)));
        }
        return copy(view, image);
    }

    private static ComponentView copy(ComponentView view, Map<Integer, ComponentView> image) {
        return new SnapshotView(view.descriptor(), view.state(), Segments.copy(view.bytes()).asReadOnly(),
                view.mxcsrAndMask(), view.mxcsrMaskStored(), view.mode64(), image);
    }

    @Override
    public Optional<ComponentView> other(int number) {
        return Optional.ofNullable(image.get(number));
    }
}
