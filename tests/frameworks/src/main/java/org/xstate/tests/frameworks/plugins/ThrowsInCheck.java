package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.StatePart;

/** Throws as soon as a model of it is made. */
public final class ThrowsInCheck extends Plugged {

    @Override
    public List<StatePart> stateParts(int size) {
        throw new IllegalStateException("no parts today");
    }
}
