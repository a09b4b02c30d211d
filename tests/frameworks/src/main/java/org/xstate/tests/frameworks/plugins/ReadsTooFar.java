package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;

/** Believes that the component has more bytes than it says. */
public final class ReadsTooFar extends Plugged {

    @Override
    public List<DecodedField> decode(ComponentView view) {
        return List.of(DecodedField.bytes("all", view.bigEndian(0, 2 * SIZE), ""));
    }
}
