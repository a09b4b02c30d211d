package org.xstate.analysis.decode;

import java.util.List;
import java.util.Objects;

import org.xstate.api.Finding;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.ResolvedImage;

/** One image of a container with everything that was found out about it. @param findings the reader's, the layout's, the decoders', and wrong values */
public record DecodedThread(ResolvedImage resolved, DecodedImage decoded, List<Finding> findings) {
    public DecodedThread {
        Objects.requireNonNull(resolved);
        Objects.requireNonNull(decoded);
        findings = List.copyOf(findings);
    }
}
