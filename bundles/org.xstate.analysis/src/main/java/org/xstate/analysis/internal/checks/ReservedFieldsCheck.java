package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureDescriptor;

/** Bytes of components in use that no field of the descriptor covers, and that are not 0. */
public final class ReservedFieldsCheck implements Check {

    @Override
    public List<Finding> check(CheckedImage image) {
        List<Finding> findings = new ArrayList<>();
        if (!image.hasHeader()) {
            return findings;
        }
        for (int number : image.xstateBv().components()) {
            Optional<XFeatureDescriptor> descriptor = image.catalog().descriptor(number)
                    .filter(d -> !d.fields().isEmpty());
            Optional<CheckedImage.Place> place = image.place(number)
                    .filter(p -> p.offset() + p.size() <= image.area().byteSize());
            if (number > 1 && descriptor.isPresent() && place.isPresent()) {
                check(image.area(), descriptor.get(), place.get(), findings);
            }
        }
        return findings;
    }

    private static void check(MemorySegment area, XFeatureDescriptor descriptor, CheckedImage.Place place,
            List<Finding> findings) {
        BitSet reserved = new BitSet();
        reserved.set(0, place.size());
        for (FieldDescriptor field : descriptor.fields()) {
            reserved.clear(field.offset(), field.offset() + field.width());
        }
        int first = -1;
        int count = 0;
        for (int at = reserved.nextSetBit(0); at >= 0; at = reserved.nextSetBit(at + 1)) {
            if (Area.u8(area, place.offset() + at) != 0) {
                first = first < 0 ? at : first;
                count++;
            }
        }
        if (count > 0) {
            findings.add(Finding.note("component-reserved-bytes",
                    "%d reserved bytes are not 0, the first is byte %d of the component with %02x".formatted(
                            count, first, Area.u8(area, place.offset() + first)))
                    .at("%s at byte %d".formatted(descriptor.name(), place.offset() + first)));
        }
    }
}
