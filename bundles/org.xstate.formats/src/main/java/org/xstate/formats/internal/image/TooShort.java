package org.xstate.formats.internal.image;

import org.xstate.api.Finding;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** The answer for an input that is too short to hold what the reader looks for. */
final class TooShort {

    private TooShort() {
    }

    static ReadResult because(ImageSource source, String kind, long least) {
        return ReadResult.Unusable.because(Finding.error("image-too-short",
                "%s has %d bytes; the container %s has at least %d".formatted(source.name(), source.size(),
                        kind, least))
                .remedy("check that the file was copied whole"));
    }
}
