package org.xstate.tests.frameworks.plugins;

import org.xstate.api.InitState;

/** Gives as many bytes as it is asked for while it is judged, and 7 on the processor of a scenario. */
public final class LiesAboutSize extends Plugged {

    @Override
    public InitState initState() {
        return new InitState.Derived(LiesAboutSize::bytes, LiesAboutSize::bytes);
    }

    private static byte[] bytes(InitState.Context context) {
        return new byte[context.size() % SIZE == 0 && Integer.bitCount(context.size()) == 1
                ? context.size()
                : 7];
    }
}
