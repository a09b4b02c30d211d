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

    /** In the order in which gdb tries them. */
    private static final List<GdbGuess> GUESSES = GdbGuess.all();
    private static final XFeatureMask SHOWN = GUESSES.stream().map(GdbGuess::shown).reduce(XFeatureMask.NONE,
            XFeatureMask::or);

    @Override
    public List<Finding> check(CheckedImage image) {
        XFeatureMask features = image.record().features().components();
        XFeatureMask extended = features.andNot(XFeatureMask.LEGACY);
        if (!image.container().equals("core") || !image.hasHeader() || image.compacted()
                || extended.isEmpty()) {
            return List.of();
        }
        long size = image.area().byteSize();
        Optional<GdbGuess> guess = GUESSES.stream()
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

    private static List<Finding> compare(CheckedImage image, XFeatureMask extended, GdbGuess guess) {
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
