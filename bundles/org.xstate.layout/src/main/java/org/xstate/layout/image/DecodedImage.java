package org.xstate.layout.image;

import java.util.List;
import java.util.Objects;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.Finding;

/**
 * An image in terms of registers and fields.
 *
 * @param components everything the layout has a place for, by number
 * @param registers  the architectural registers, by component number, then what the container holds beside the image
 * @param failures   decoders that threw: one error for each, with the bundle's name
 */
public record DecodedImage(List<Component> components, List<DecodedField> registers, List<Finding> failures) {

    /** The id of the findings in {@link #failures}. */
    public static final String PLUGIN_FAILED = "plugin-failed";

    /**
     * One component.
     *
     * @param state  in use, in its initial configuration, or absent
     * @param fields empty for an absent component
     */
    public record Component(int number, String name, ComponentView.State state, List<DecodedField> fields) {
        public Component {
            Objects.requireNonNull(name);
            Objects.requireNonNull(state);
            fields = List.copyOf(fields);
        }
    }

    public DecodedImage {
        components = List.copyOf(components);
        registers = List.copyOf(registers);
        failures = List.copyOf(failures);
    }
}
