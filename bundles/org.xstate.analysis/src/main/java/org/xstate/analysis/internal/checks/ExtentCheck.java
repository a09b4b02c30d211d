package org.xstate.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;

/** Areas that end too early for what is in use, that are longer than their layout, or larger than the target takes. */
public final class ExtentCheck implements Check {

    private static final int EXTENDED_SIZE = 468;
    private static final int XSTATE_SIZE = 480;

    @Override
    public List<Finding> check(CheckedImage image) {
        List<Finding> findings = new ArrayList<>();
        if (!image.hasHeader()) {
            return findings;
        }
        for (int number : image.xstateBv().components()) {
            place(image, number, findings);
        }
        trailing(image, findings);
        frame(image, findings);
        return findings;
    }

    private static void place(CheckedImage image, int number, List<Finding> findings) {
        String name = image.catalog().label(number);
        Optional<CheckedImage.Place> place = image.place(number);
        long size = image.area().byteSize();
        if (place.isPresent() && place.get().offset() + place.get().size() > size) {
            String message = "%s is in use at bytes %d to %d, and the area ends at byte %d: its state is lost, and a "
                    .formatted(name, place.get().offset(), place.get().offset() + place.get().size() - 1,
                            size)
                    + "restore would read what lies behind";
            findings.add((image.layoutCertain()
                    ? Finding.error("component-beyond-end", message)
                    : Finding.warning("component-beyond-end", message))
                    .remedy("save again into a buffer of CPUID.(EAX=0DH,ECX=0):EBX bytes (KVM_GET_XSAVE2 for more "
                            + "than 4096)"));
        }
    }

    private static void trailing(CheckedImage image, List<Finding> findings) {
        OptionalLong after = image.layoutCertain()
                ? Area.firstNonZero(image.area(), image.layoutSize(), Long.MAX_VALUE)
                : OptionalLong.empty();
        if (after.isPresent()) {
            findings.add(Finding.note("bytes-after-layout",
                    "the layout ends at byte %d, the area at %d, and bytes in between are not 0".formatted(
                            image.layoutSize(), image.area().byteSize()))
                    .at("byte " + after.getAsLong()));
        }
    }

    /**
     * check_xstate_in_sigframe: xstate_size may exceed neither extended_size nor the task's own size (Linux 5.16 and
     * later). The reader has checked the magic numbers.
     */
    private static void frame(CheckedImage image, List<Finding> findings) {
        if (!Area.isSignalFrame(image)) {
            return;
        }
        long extendedSize = Integer.toUnsignedLong(Area.u32(image.area(), EXTENDED_SIZE));
        long xstateSize = Integer.toUnsignedLong(Area.u32(image.area(), XSTATE_SIZE));
        if (xstateSize > extendedSize) {
            findings.add(Finding.error("sigframe-falls-back",
                    "xstate_size is %d, extended_size only %d: sigreturn takes the frame for one without extended state, "
                            .formatted(xstateSize, extendedSize)
                            + "restores x87 and SSE and initialises the rest")
                    .at("extended_size at byte 468")
                    .remedy("the kernel writes extended_size as xstate_size plus 4, and 112 more in a 32-bit frame"));
        }
        if (image.target().isEmpty()) {
            return;
        }
        CheckedImage.Target target = image.target().get();
        long size = image.area().byteSize();
        if (target.standardSize().isPresent() && size > target.standardSize().getAsInt()) {
            findings.add(Finding.error("sigframe-larger-than-target",
                    "xstate_size is %d, with XCR0 %s the kernel%s has %d: sigreturn takes the frame for one without "
                            .formatted(size, target.xcr0(), Area.on(target), target.standardSize().getAsInt())
                            + "extended state, restores x87 and SSE and initialises the rest")
                    .at("xstate_size at byte 480")
                    .remedy("rewrite the image for that CPU, and the sizes with it"));
        }
    }
}
