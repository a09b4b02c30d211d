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
     * With XSTATE_BV clear a component is in its initial configuration, whether or not the image has a place for it: XRSTOR
     * treats both alike. Empty if it is in use but nobody knows where, or the area ends before it does.
     *
     * @param size  bytes to give an initial configuration
     * @param reach how many leading bytes a restore looks at
     */
    static Optional<EffectiveBytes> of(XsaveImage image, int number, int size, int reach,
            FeatureCatalog catalog) {
        if (!image.inUse(number)) {
            return Optional.of(leading(catalog.hardwareInit(number, size), reach));
        }
        return image.component(number).map(s -> leading(s.toArray(ValueLayout.JAVA_BYTE), reach));
    }

    private static EffectiveBytes leading(byte[] all, int reach) {
        return new EffectiveBytes(Arrays.copyOf(all, Math.min(reach, all.length)));
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
