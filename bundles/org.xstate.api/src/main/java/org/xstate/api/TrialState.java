package org.xstate.api;

import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * States of a component that a process may load into the registers of the processor it runs on, to compare what the
 * processor does with what is expected of it. Only for components that disturb nobody meanwhile: the process goes on to
 * execute code with them.
 *
 * @since 1.1
 */
@ConsumerType
public interface TrialState {

    /** The registers take any bytes, and code that does not name them does not notice. */
    TrialState ANY_BYTES = (random, component, accepted) -> random.nextBytes(component);

    /**
     * Makes a state by chance.
     *
     * @param component to be filled
     * @param accepted  whether a restore has to load the state as it is; otherwise it may be one that a restore refuses, or
     *                  takes for the initial configuration
     */
    void fill(RandomGenerator random, byte[] component, boolean accepted);

    /** What the processor is asked beside that. @param size bytes of the component on the processor at hand */
    default List<Question> questions(int size) {
        return List.of();
    }

    /**
     * A state of which it is told whether a restore loads or initialises it, or faults.
     *
     * @param id        of the answer, in lower case with hyphens
     * @param text      the question, with a question mark
     * @param component the state
     */
    record Question(String id, String text, byte[] component) {
        public Question {
            Objects.requireNonNull(id);
            Objects.requireNonNull(text);
            component = component.clone();
        }

        @Override
        public byte[] component() {
            return component.clone();
        }
    }
}
