package org.xstate.analysis.internal.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;

/**
 * What gdb (14 and later; before, it took Intel's offsets whatever the size) makes of a core's NT_X86_XSTATE note. It knows no layout note: it guesses offsets from the mask
 * at byte 464 and the note's exact size, and shows no register beyond x87 and SSE if no guess fits. Components outside
 * its table are never shown.
 */
public final class GdbLayoutCheck implements Check {

    /** A guess. @param any the mask must have one of these @param size the note's exact size @param offsets by component */
    private record Guess(XFeatureMask any, int size, Map<Integer, Integer> offsets) {
    }

    private static final XFeatureMask PKRU = XFeatureMask.of(9);
    private static final XFeatureMask AVX512 = XFeatureMask.of(5, 6, 7);
    private static final XFeatureMask MPX = XFeatureMask.of(3, 4);
    private static final XFeatureMask AVX = XFeatureMask.of(2);
    private static final Map<Integer, Integer> INTEL = Map.of(2, 576, 3, 960, 4, 1024, 5, 1088, 6, 1152, 7,
            1664, 9,
            2688);
    private static final Map<Integer, Integer> AMD = Map.of(2, 576, 5, 832, 6, 896, 7, 1408, 9, 2432);
    /** In the order in which gdb tries them. */
    private static final List<Guess> GUESSES = List.of(new Guess(PKRU, 2696, INTEL),
            new Guess(AVX512, 2688, INTEL), new Guess(PKRU, 2440, AMD), new Guess(MPX, 1088, INTEL),
            new Guess(AVX, 832, INTEL));
    private static final XFeatureMask SHOWN = XFeatureMask.of(2, 3, 4, 5, 6, 7, 9);

    @Override
    public List<Finding> check(CheckedImage image) {
        XFeatureMask features = image.record().features().components();
        XFeatureMask extended = features.andNot(XFeatureMask.LEGACY);
        if (!image.container().equals("core") || !image.hasHeader() || image.compacted()
                || extended.isEmpty()) {
            return List.of();
        }
        long size = image.area().byteSize();
        Optional<Guess> guess = GUESSES.stream()
                .filter(g -> g.size() == size && features.hasAny(g.any())).findFirst();
        if (guess.isEmpty()) {
            XFeatureMask hidden = extended.and(image.xstateBv());
            String message = "gdb 14 and later has no layout for mask %s with %d bytes: from this core it shows x87 and SSE only"
                    .formatted(features, size);
            return List.of((hidden.isEmpty()
                    ? Finding.note("gdb-layout-guess", message + "; nothing else is in use")
                    : Finding.warning("gdb-layout-guess", message + ", and hides " + Area.names(hidden,
                            image.catalog())))
                    .remedy("read the registers with xstate decode"));
        }
        return compare(image, extended, guess.get());
    }

    private static List<Finding> compare(CheckedImage image, XFeatureMask extended, Guess guess) {
        List<Finding> findings = new ArrayList<>();
        Map<Integer, String> wrong = new TreeMap<>();
        for (int number : extended.and(SHOWN)) {
            Optional<CheckedImage.Place> place = image.place(number);
            Integer guessed = guess.offsets().get(number);
            if (guessed != null && place.isPresent() && place.get().offset() != guessed) {
                wrong.put(number, "%s at %d instead of %d".formatted(image.catalog().name(number), guessed,
                        place.get().offset()));
            }
        }
        if (!wrong.isEmpty() && image.layoutCertain()) {
            findings.add(Finding.warning("gdb-layout-guess",
                    "gdb 14 and later guesses a layout from mask and size %d and reads %s: it shows other bytes"
                            .formatted(
                                    guess.size(), String.join(", ", wrong.values())))
                    .remedy("read the registers with xstate decode"));
        }
        XFeatureMask hidden = extended.andNot(SHOWN).and(image.xstateBv());
        if (!hidden.isEmpty()) {
            findings.add(Finding.note("gdb-shows-no-register",
                    "gdb shows nothing of %s from a core".formatted(Area.names(hidden, image.catalog())))
                    .remedy("read the registers with xstate decode"));
        }
        return findings;
    }
}
