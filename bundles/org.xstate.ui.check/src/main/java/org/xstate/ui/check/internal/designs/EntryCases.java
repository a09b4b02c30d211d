package org.xstate.ui.check.internal.designs;

import java.util.Map;

import org.xstate.ui.check.internal.Messages;

/** What the entry cases of the standard harness mean, as docs/designs.md has it. */
final class EntryCases {

    private static final Map<String, String> SENTENCES = Map.of("L1", Messages.entry_L1, "L1s",
            Messages.entry_L1s, "L0", Messages.entry_L0, "L0b", Messages.entry_L0b, "V", Messages.entry_V,
            "V0",
            Messages.entry_V0, "S1", Messages.entry_S1, "S0", Messages.entry_S0, "T", Messages.entry_T, "Tn",
            Messages.entry_Tn);

    private EntryCases() {
    }

    /** The name itself for a case that another harness has. */
    static String sentence(String entry) {
        return SENTENCES.getOrDefault(entry, entry);
    }
}
