package org.xstate.analysis.lint;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;

/**
 * The kernel's MXCSR slot of a task whose SSE state is in its initial configuration while AVX is in use: a compacted save
 * does not write the slot, and the conversion to the standard format copies it as it is. Cores, ptrace and KVM images then
 * show MXCSR 0 with mask 0 where the register held 1F80 (seen on Linux 6.18, Zen 3).
 *
 * <p>The stored mask 0 gives it away: XSAVE always stores the CPU's mask. gdb's gcore writes the same zeros with XSTATE_BV[1]
 * set, so that bit is not asked.
 */
public final class MxcsrZeroCheck implements Check {

    /** The finding's id. */
    public static final String ID = "linux-core-mxcsr-zero";
    /** MXCSR in the initial configuration: all exceptions masked, round to nearest. */
    private static final long ARCHITECTURAL = 0x1f80;
    private static final Set<String> CONVERTED = Set.of("core", "ptrace", "kvm");
    private static final ValueLayout.OfLong LE64 = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    @Override
    public List<Finding> check(CheckedImage image) {
        boolean converted = CONVERTED.contains(image.container()) && !image.compacted()
                && image.record().format() != ImageRecord.AreaFormat.FSAVE;
        if (!converted || image.area().get(LE64, 24) != 0) {
            return List.of();
        }
        return List.of(Finding.warning(ID,
                "MXCSR and its mask are stored as 0; the register held 1F80 (all exceptions masked, round to nearest). "
                        + "The kernel copied a slot that a compacted save had not written. Seen on Linux 6.18; gdb "
                        + "repeats the 0")
                .at("MXCSR at byte 24").value("architectural", ARCHITECTURAL)
                .remedy("take MXCSR as 1F80; do not restore the image as it is, which would unmask all exceptions"));
    }
}
