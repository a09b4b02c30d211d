package org.xstate.api.tck;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * A component made of given bytes, for tests of decoders.
 *
 * @param descriptor   of the component
 * @param state        where the value is said to come from
 * @param bytes        the component, read-only
 * @param mxcsrAndMask MXCSR in the lower half, MXCSR_MASK in the upper
 * @param mode64       false for a 32-bit task
 * @param others       other components of the same image, by number
 */
public record GivenComponent(XFeatureDescriptor descriptor, State state, MemorySegment bytes,
        long mxcsrAndMask,
        boolean mode64, Map<Integer, ComponentView> others) implements ComponentView {

    public GivenComponent {
        Objects.requireNonNull(descriptor);
        Objects.requireNonNull(state);
        bytes = bytes.asReadOnly();
        others = Map.copyOf(others);
    }

    /** A component in use in an image of a 64-bit task, with MXCSR 1F80 and Intel's mask FFFF, alone. */
    public static GivenComponent of(XFeatureDescriptor descriptor, byte[] bytes) {
        return new GivenComponent(descriptor, State.IN_USE, MemorySegment.ofArray(bytes.clone()),
                0xffff_0000_1f80L,
                true, Map.of());
    }

    /** The same with other MXCSR bytes. @param mxcsr 32 bits @param mask 32 bits */
    public GivenComponent mxcsr(int mxcsr, int mask) {
        return new GivenComponent(descriptor, state, bytes,
                (long) mask << 32 | Integer.toUnsignedLong(mxcsr), mode64, others);
    }

    /** The same in the image of a 32-bit task. */
    public GivenComponent mode32() {
        return new GivenComponent(descriptor, state, bytes, mxcsrAndMask, false, others);
    }

    /** The same with one more component in its image. */
    public GivenComponent beside(ComponentView other) {
        Map<Integer, ComponentView> more = new HashMap<>(others);
        more.put(other.descriptor().number(), other);
        return new GivenComponent(descriptor, state, bytes, mxcsrAndMask, mode64, more);
    }

    /** What the provider decodes from it, by field name, in the provider's order. */
    public Map<String, DecodedField> decodedBy(XFeatureProvider provider) {
        return byName(provider.decode(this));
    }

    /** The architectural registers that the provider completes from it, by name, in the provider's order. */
    public Map<String, DecodedField> registersBy(XFeatureProvider provider) {
        return byName(provider.registers(this));
    }

    private static Map<String, DecodedField> byName(List<DecodedField> fields) {
        Map<String, DecodedField> named = new LinkedHashMap<>();
        for (DecodedField field : fields) {
            named.put(field.name(), field);
        }
        return Collections.unmodifiableMap(named);
    }

    @Override
    public Optional<ComponentView> other(int number) {
        return Optional.ofNullable(others.get(number));
    }
}
