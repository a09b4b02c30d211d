package org.xstate.formats.internal.cpuid;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidRegisters;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * Leaves above the highest that leaf 0 reports do not exist. Intel processors answer for them with the data of the
 * highest basic leaf (SDM volume 2, CPUID, "INPUT EAX"), tools record that answer, and read as leaf DH it would be a
 * wild XCR0.
 */
final class HighestLeaf {

    private static final int FIRST_HYPERVISOR_LEAF = 0x4000_0000;

    private HighestLeaf() {
    }

    /** The table without basic leaves beyond the highest one; zeros, which AMD processors answer, go without a word. */
    static CpuidTable cut(CpuidTable table, Consumer<Finding> findings) {
        Optional<CpuidRegisters> zero = table.get(0);
        if (zero.isEmpty() || zero.get().isZero()) {
            return table;
        }
        int highest = zero.get().eax();
        if (highest < 0 || highest >= FIRST_HYPERVISOR_LEAF) {
            return table;
        }
        CpuidTable.Builder kept = CpuidTable.builder();
        int dropped = 0;
        int last = 0;
        for (Map.Entry<CpuidTable.Key, CpuidRegisters> entry : table.entries().entrySet()) {
            int leaf = entry.getKey().leaf();
            if (leaf <= highest || leaf >= FIRST_HYPERVISOR_LEAF) {
                kept.put(leaf, entry.getKey().subleaf(), entry.getValue());
            } else if (!entry.getValue().isZero()) {
                dropped++;
                last = leaf;
            }
        }
        if (dropped > 0) {
            findings.accept(beyond(dropped, last, highest));
        }
        return kept.build();
    }

    private static Finding beyond(int dropped, int last, int highest) {
        return Finding.note("cpuid-beyond-maximum",
                "%d lines are for leaves up to %XH, but the highest basic leaf is %XH: the processor answered with another "
                        .formatted(dropped, last, highest) + "leaf's data, and the lines were left out")
                .at("leaf 0").value("highest", highest);
    }
}
