package org.xstate.ui.images.internal;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.image.ImageMap;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.layout.Placement;
import org.xstate.layout.image.XsaveImage;
import org.xstate.ui.panels.PanelInput;

/**
 * What was found out about the image that is shown.
 *
 * @param container all images of the file
 * @param index     of the image among them
 * @param place     of its first byte in the file; empty if its bytes cannot be changed there
 */
record Shown(ReadResult.Container container, int index, DecodedThread thread, ImageMap map,
        OptionalLong place,
        FeatureCatalog catalog) {

    ImageRecord record() {
        return thread.resolved().record();
    }

    /** The component of a row as a restore would load it; empty for what is no component that somebody has described. */
    Optional<PanelInput> contents(Node node) {
        OptionalInt number = node.part().component();
        Optional<XsaveImage> image = thread.resolved().image();
        if (number.isEmpty() || image.isEmpty()) {
            return Optional.empty();
        }
        int component = number.getAsInt();
        int size = image.get().layout().placement(component).map(Placement::size).orElse(0);
        boolean inUse = image.get().inUse(component);
        byte[] bytes = image.get().component(component).filter(there -> inUse)
                .map(there -> there.toArray(ValueLayout.JAVA_BYTE))
                .orElseGet(() -> catalog.hardwareInit(component, size));
        return catalog.descriptor(component).map(descriptor -> new PanelInput(descriptor,
                Optional.of(
                        new PanelInput.Contents(container.about() + ", " + record().label(), inUse, bytes))));
    }

    List<ImageRecord> records() {
        return container.records();
    }
}
