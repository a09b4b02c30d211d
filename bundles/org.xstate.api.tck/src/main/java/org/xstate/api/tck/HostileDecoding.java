package org.xstate.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.xstate.api.DecodedField;
import org.xstate.api.InitState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** Decoding never throws, whatever the bytes, their number, the mode and the neighbours. */
final class HostileDecoding {

    private static final int NEIGHBOUR_BYTES = 8192;

    private HostileDecoding() {
    }

    static void check(XFeatureProvider provider) {
        XFeatureDescriptor descriptor = provider.descriptor();
        int size = descriptor.size();
        byte[] init = provider.initState().hardware(InitState.Context.ofSize(size));
        both(provider, GivenComponent.of(descriptor, init));
        for (int actual : new int[]{0, 1, 7, size - 1, size, size + 64}) {
            for (byte[] bytes : HostileBytes.ofSize(actual)) {
                GivenComponent alone = GivenComponent.of(descriptor, bytes);
                both(provider, alone);
                both(provider, alone.mode32().mxcsr(-1, -1));
            }
        }
        withNeighbours(provider);
    }

    private static void withNeighbours(XFeatureProvider provider) {
        XFeatureDescriptor descriptor = provider.descriptor();
        for (byte[] noise : HostileBytes.ofSize(NEIGHBOUR_BYTES)) {
            for (int size : new int[]{0, 40, NEIGHBOUR_BYTES}) {
                GivenComponent view = GivenComponent.of(descriptor,
                        java.util.Arrays.copyOf(noise, descriptor.size()));
                for (int number = 0; number < 63; number++) {
                    XFeatureDescriptor other = XFeatureDescriptor
                            .user(number, "neighbour " + number, NEIGHBOUR_BYTES).build();
                    view = number == descriptor.number()
                            ? view
                            : view.beside(GivenComponent.of(other, java.util.Arrays.copyOf(noise, size)));
                }
                both(provider, view);
            }
        }
    }

    private static void both(XFeatureProvider provider, GivenComponent view) {
        sound(provider.decode(view), provider.decode(view));
        sound(provider.registers(view), provider.registers(view));
    }

    private static void sound(List<DecodedField> fields, List<DecodedField> again) {
        assertEquals(fields, again, "equal input gives equal output");
        Set<String> names = new HashSet<>();
        for (DecodedField field : fields) {
            assertTrue(names.add(field.name()), "two fields are named " + field.name());
            assertFalse(field.text().isEmpty());
            assertTrue(field.value().bitLength() <= field.width() * 8,
                    field.name() + " does not fit its width");
        }
    }
}
