package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;

/** Is accepted, and then throws while decoding. */
public final class Throws extends Plugged {

    @Override
    public List<DecodedField> decode(ComponentView view) {
        throw new IllegalStateException("decoding is not my day");
    }
}
