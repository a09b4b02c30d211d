package org.xstate.ui.images.internal;

import java.util.List;
import java.util.OptionalLong;

import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.image.ImageMap;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;

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

    List<ImageRecord> records() {
        return container.records();
    }
}
