package org.xstate.ui.images.internal;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.convert.Conversion;
import org.xstate.analysis.convert.ConversionRequest;
import org.xstate.analysis.convert.ConversionResult;
import org.xstate.api.Finding;
import org.xstate.layout.XsaveLayout;

/** The image that is shown, taken out of its container by the conversion, in its own format. */
record RawImage(ImageEditor editor) {

    void save(Path path) {
        editor.model().shown().ifPresent(shown -> {
            XsaveLayout.Format format = shown.thread().resolved().image()
                    .map(image -> image.layout().format())
                    .orElse(XsaveLayout.Format.STANDARD);
            ConversionResult result = Conversion.convert(shown.thread().resolved(),
                    ConversionRequest.to(format, Optional.empty()), shown.catalog());
            switch (result) {
                case ConversionResult.Converted converted -> write(path,
                        converted.image().area().toArray(ValueLayout.JAVA_BYTE));
                case ConversionResult.Refused refused -> failed(path, refused.findings().stream()
                        .map(Finding::message).collect(Collectors.joining("; ")),
                        new IOException(path.toString()));
            }
        });
    }

    private void write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            failed(path, e.getMessage(), e);
        }
    }

    private void failed(Path path, String why, Exception cause) {
        editor.disk().failed(NLS.bind(Messages.save_failed, path, why), cause);
    }
}
