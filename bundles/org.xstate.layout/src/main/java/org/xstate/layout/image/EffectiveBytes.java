package org.xstate.layout.image;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;

/** The bytes that a restore would give a component: those of the image, or the init state. Equal by content. */
final class EffectiveBytes {

    private final byte[] bytes;

    private EffectiveBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A component without a place in the image is one in its initial configuration: XRSTOR treats both alike. Empty if the
     * component is in use but the area ends before it does.
     *
     * @param size bytes to give an initial configuration
     */
    static Optional<EffectiveBytes> of(XsaveImage image, int number, int size, FeatureCatalog catalog) {
        if (image.layout().placement(number).isEmpty() || !image.inUse(number)) {
            return Optional.of(new EffectiveBytes(catalog.hardwareInit(number, size)));
        }
        return image.component(number).map(s -> new EffectiveBytes(s.toArray(ValueLayout.JAVA_BYTE)));
    }

    byte[] reversed() {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
