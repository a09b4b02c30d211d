package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureMask;

/**
 * Where bytes and XSTATE_BV tell different stories without anything being wrong: tools that compare bytes, or that do not
 * look at XSTATE_BV, take such images for different or read values that are not there.
 */
public final class RepresentationCheck implements Check {

    private static final int MXCSR = 24;
    private static final int MXCSR_END = 32;
    /** Containers in which Linux gives initial components their initial bytes. */
    private static final Set<String> FILLED = Set.of("core", "ptrace", "kvm");
    private static final XFeatureMask FORCED = XFeatureMask.LEGACY;

    @Override
    public List<Finding> check(CheckedImage image) {
        List<Finding> findings = new ArrayList<>();
        if (!image.hasHeader()) {
            return findings;
        }
        XFeatureMask redundant = XFeatureMask.NONE;
        XFeatureMask stale = XFeatureMask.NONE;
        XFeatureMask forced = Area.isSignalFrame(image) ? FORCED : XFeatureMask.NONE;
        for (int number = 0; number < 63; number++) {
            Optional<Boolean> initial = initial(image, number);
            boolean inUse = image.xstateBv().has(number);
            if (initial.isPresent() && inUse && initial.get() && !forced.has(number)) {
                redundant = redundant.with(number);
            } else if (initial.isPresent() && !inUse && !initial.get() && !image.compacted()) {
                stale = stale.with(number);
            }
        }
        if (!redundant.isEmpty()) {
            findings.add(Finding.note("in-use-with-init-bytes",
                    "in use by XSTATE_BV, with the bytes of the initial configuration: %s".formatted(
                            Area.names(redundant, image.catalog())))
                    .remedy("means the same as a clear bit; whether the bit is set depends on how the CPU tracks it"));
        }
        boolean bulk = stale.numbers().anyMatch(number -> !writtenByItself(image, number));
        if (bulk && image.xstateBv().isEmpty() && FILLED.contains(image.container())) {
            findings.add(Finding.warning("header-cleared",
                    "XSTATE_BV is 0, but the area holds state of %s: the kernel writes initial bytes for initial components, "
                            .formatted(Area.names(stale, image.catalog()))
                            + "so the header was cleared after the save, and a restore loses that state")
                    .at(HeaderWords.XSTATE_BV)
                    .remedy("set XSTATE_BV to the components that were saved, at most XCR0"));
        } else if (!stale.isEmpty()) {
            findings.add(Finding.note("init-with-other-bytes",
                    "initial by XSTATE_BV, with other bytes in memory: %s; a restore ignores these bytes"
                            .formatted(
                                    Area.names(stale, image.catalog())))
                    .remedy("read XSTATE_BV before the bytes"));
        }
        return findings;
    }

    /** Linux writes the task's PKRU into such areas whatever XSTATE_BV says (copy_xstate_to_uabi_buf, since 5.14). */
    private static boolean writtenByItself(CheckedImage image, int number) {
        return image.catalog().provider(number)
                .filter(provider -> provider.restorePolicy() instanceof RestorePolicy.Eager).isPresent();
    }

    /** Whether the bytes are those of the initial configuration; empty if there are none, or nobody knows what is initial. */
    private static Optional<Boolean> initial(CheckedImage image, int number) {
        Optional<CheckedImage.Place> place = image.place(number)
                .filter(p -> p.offset() + p.size() <= image.area().byteSize());
        if (place.isEmpty() || image.catalog().provider(number).isEmpty()) {
            return Optional.empty();
        }
        MemorySegment bytes = image.area().asSlice(place.get().offset(), place.get().size());
        MemorySegment init = MemorySegment
                .ofArray(image.catalog().hardwareInit(number, place.get().size()));
        if (number != 0) {
            boolean mxcsrCounts = number == 1 && image.compacted();
            return Optional.of(bytes.mismatch(init) < 0
                    && (!mxcsrCounts || Area.u32(image.area(), MXCSR) == 0x1f80));
        }
        // MXCSR lies among the x87 bytes and does not belong to them
        return Optional.of(bytes.asSlice(0, MXCSR).mismatch(init.asSlice(0, MXCSR)) < 0
                && bytes.asSlice(MXCSR_END).mismatch(init.asSlice(MXCSR_END)) < 0);
    }
}
