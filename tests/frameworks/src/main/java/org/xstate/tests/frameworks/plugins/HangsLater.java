package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;

/** Is accepted, and then does not return from decoding. */
public final class HangsLater extends Plugged {

    @Override
    public List<DecodedField> decode(ComponentView view) {
        hang();
        return List.of();
    }
}
