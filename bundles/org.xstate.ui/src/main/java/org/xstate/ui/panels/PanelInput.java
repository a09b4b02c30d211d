package org.xstate.ui.panels;

import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureDescriptor;

/**
 * What a panel shows.
 *
 * @param feature  the component
 * @param contents of an image; empty where the component itself is looked at, as in the features view
 */
public record PanelInput(XFeatureDescriptor feature, Optional<Contents> contents) {

    /**
     * A component in an image.
     *
     * @param source what a reader calls the image: a file and a thread
     * @param inUse  whether its XSTATE_BV bit is set
     * @param bytes  what a restore would load: those of the image if it is in use, else its init state
     */
    public record Contents(String source, boolean inUse, byte[] bytes) {
        public Contents {
            Objects.requireNonNull(source);
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    public PanelInput {
        Objects.requireNonNull(feature);
        Objects.requireNonNull(contents);
    }
}
