package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.StatePart;

/** Never says which parts it has. */
public final class HangsInCheck extends Plugged {

    @Override
    public List<StatePart> stateParts(int size) {
        hang();
        return List.of();
    }
}
