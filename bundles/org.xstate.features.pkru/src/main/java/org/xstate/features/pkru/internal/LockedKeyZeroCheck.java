package org.xstate.features.pkru.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.ComponentView;
import org.xstate.api.Finding;

/** A PKRU that locks protection key 0, the key of all memory that nobody gave another one: stack and code data too. */
public final class LockedKeyZeroCheck implements Check {

    private static final int PKRU = 9;
    private static final int REGISTER_BYTES = 4;
    private static final int ACCESS_DISABLE = 1;
    private static final int WRITE_DISABLE = 2;

    @Override
    public List<Finding> check(CheckedImage image) {
        Optional<CheckedImage.Place> place = image.place(PKRU)
                .filter(p -> p.offset() + REGISTER_BYTES <= image.area().byteSize());
        if (!image.hasHeader() || !image.xstateBv().has(PKRU) || place.isEmpty()) {
            return List.of();
        }
        int pkru = image.area().get(ComponentView.LE32, place.get().offset());
        if ((pkru & (ACCESS_DISABLE | WRITE_DISABLE)) == 0) {
            return List.of();
        }
        String what = (pkru & ACCESS_DISABLE) != 0 ? "every data access" : "every write";
        return List.of(Finding.warning("pkru-locks-key-0",
                "PKRU is %08x and locks key 0: after a restore %s of user code to ordinary memory faults"
                        .formatted(
                                pkru, what))
                .at("PKRU at byte " + place.get().offset())
                .remedy("Linux starts tasks with 55555554, which leaves key 0 open"));
    }
}
