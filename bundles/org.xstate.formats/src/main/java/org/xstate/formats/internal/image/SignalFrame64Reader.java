package org.xstate.formats.internal.image;

import java.util.List;

import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** One fpstate of a 64-bit Linux signal frame, from its first byte. */
public final class SignalFrame64Reader implements ImageReader {

    @Override
    public String kind() {
        return "sigframe64";
    }

    @Override
    public Match match(ImageSource source) {
        return SignalFrame.hasMagic(source.content(), 0, true) ? Match.CERTAIN : Match.NO;
    }

    @Override
    public ReadResult read(ImageSource source) {
        if (source.size() < AreaLook.LEGACY) {
            return TooShort.because(source, kind(), AreaLook.LEGACY);
        }
        return new ReadResult.Container(kind(), "signal frame, 64-bit",
                List.of(SignalFrame.read("signal frame", source.content(), true)), List.of());
    }
}
