package org.xstate.api;

import java.util.Map;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kernel API under study: one way to let kernel code read and change a component of a task, told in model C, so that it
 * can be compared with others over the same entry cases and continuations.
 *
 * <p>Contribute the class to the extension point {@code org.xstate.api.apiDesigns} and name it in
 * {@code META-INF/services/org.xstate.api.ApiDesign}. It needs a public constructor without arguments; it is asked from
 * any thread and gives the same answers each time.
 */
@ConsumerType
public interface ApiDesign {

    /** Short and stable, unique among all designs: {@code 1c}, {@code example.bounce}. Letters, digits, dots, hyphens. */
    String id();

    /** One line that says what sets the design apart. */
    String summary();

    /** The functions of the API. The file's name is what counterexamples name. */
    ModelText source();

    /**
     * Values for knobs that the text declares with {@code knob_flag} or {@code knob_choice}, where the design is a variant
     * of a text shared by several; a knob that is not named keeps the value of its declaration.
     */
    default Map<String, String> knobs() {
        return Map.of();
    }
}
