package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;

/** One component of a {@link XsaveImage}, with the init state where XSTATE_BV is clear. */
public final class ImageComponent implements ComponentView {

    /** MXCSR's value in the initial configuration (SDM volume 1, section 13.6). */
    private static final long MXCSR_INIT = 0x1f80;

    private final XsaveImage image;
    private final FeatureCatalog catalog;
    private final XFeatureDescriptor descriptor;
    private final boolean mode64;

    private ImageComponent(XsaveImage image, FeatureCatalog catalog, XFeatureDescriptor descriptor,
            boolean mode64) {
        this.image = image;
        this.catalog = catalog;
        this.descriptor = descriptor;
        this.mode64 = mode64;
    }

    /** Empty if nobody has described the component or the layout has no place for it. */
    public static Optional<ComponentView> of(XsaveImage image, FeatureCatalog catalog, int number,
            boolean mode64) {
        if (image.layout().placement(number).isEmpty()) {
            return Optional.empty();
        }
        return catalog.descriptor(number).map(d -> new ImageComponent(image, catalog, d, mode64));
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public State state() {
        if (!image.inUse(descriptor.number())) {
            return State.INIT;
        }
        return image.component(descriptor.number()).isPresent() ? State.IN_USE : State.ABSENT;
    }

    @Override
    public MemorySegment bytes() {
        return switch (state()) {
            case IN_USE -> image.component(descriptor.number()).orElseThrow().asReadOnly();
            case INIT -> {
                int size = image.layout().placement(descriptor.number()).orElseThrow().size();
                yield MemorySegment.ofArray(catalog.hardwareInit(descriptor.number(), size)).asReadOnly();
            }
            case ABSENT -> MemorySegment.ofArray(new byte[0]);
        };
    }

    /**
     * The standard format holds MXCSR whatever XSTATE_BV says, because XRSTOR loads it so. The compacted format holds it only
     * with SSE in use; otherwise it is in its initial configuration and the mask is not known (0).
     */
    @Override
    public long mxcsrAndMask() {
        return mxcsrMaskStored() ? image.area().get(XsaveImage.LE64, XsaveImage.MXCSR) : MXCSR_INIT;
    }

    @Override
    public boolean mxcsrMaskStored() {
        return !image.layout().isCompacted() || image.inUse(1);
    }

    @Override
    public boolean mode64() {
        return mode64;
    }

    @Override
    public Optional<ComponentView> other(int number) {
        return of(image, catalog, number, mode64);
    }
}
