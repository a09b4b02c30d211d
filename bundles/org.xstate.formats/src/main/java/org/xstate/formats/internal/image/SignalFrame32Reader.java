package org.xstate.formats.internal.image;

import java.util.List;

import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** One fpstate of a 32-bit Linux signal frame, from the first byte of its FSAVE block. */
public final class SignalFrame32Reader implements ImageReader {

    @Override
    public String kind() {
        return "sigframe32";
    }

    @Override
    public Match match(ImageSource source) {
        return SignalFrame.hasMagic(source.content(), 0, false) ? Match.CERTAIN : Match.NO;
    }

    @Override
    public ReadResult read(ImageSource source) {
        int least = SignalFrame.FSAVE_BLOCK + AreaLook.LEGACY;
        if (source.size() < least) {
            return TooShort.because(source, kind(), least);
        }
        return new ReadResult.Container(kind(), "signal frame, 32-bit",
                List.of(SignalFrame.read("signal frame", source.content(), false)), List.of());
    }
}
