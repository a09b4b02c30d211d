package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.StatePart;

/** Has a part that lies outside of it. */
public final class LiesAboutParts extends Plugged {

    @Override
    public List<StatePart> stateParts(int size) {
        return List.of(new StatePart("low", 0, size), new StatePart("beyond", size, size));
    }
}
