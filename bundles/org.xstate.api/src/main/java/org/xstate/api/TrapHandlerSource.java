package org.xstate.api;

import java.util.Objects;

/**
 * A trap handler, told in model C.
 *
 * @param vector    exception vector, 0 to 31
 * @param condition when it applies, in words
 * @param text      model C. Of two handlers whose texts have the same name and content one is read
 * @param needs     the components that a scenario has to have for the handler to be part of it; a handler that an xfeature
 *                  brings needs that component without saying so
 */
public record TrapHandlerSource(int vector, String condition, ModelText text, XFeatureMask needs) {
    public TrapHandlerSource {
        Objects.requireNonNull(condition);
        Objects.requireNonNull(text);
        Objects.requireNonNull(needs);
        if (vector < 0 || vector > 31) {
            throw new IllegalArgumentException("exception vector " + vector + " is not in 0..31");
        }
    }

    /** A handler in every scenario, whose file is named after the vector: {@code trap-13.c}. @param source model C */
    public TrapHandlerSource(int vector, String condition, String source) {
        this(vector, condition, new ModelText("trap-" + vector + ".c", source), XFeatureMask.NONE);
    }

    /** The model C. */
    public String source() {
        return text.text();
    }

    /** The same handler for scenarios that have this component, too. @param component 0 to 62 @since 1.1 */
    public TrapHandlerSource needing(int component) {
        return new TrapHandlerSource(vector, condition, text, needs.with(component));
    }
}
