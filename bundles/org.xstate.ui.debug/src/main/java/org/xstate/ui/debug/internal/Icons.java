package org.xstate.ui.debug.internal;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/** Pictures of this bundle, kept for as long as the program runs. */
public final class Icons {

    private Icons() {
    }

    /** @param name of the file in {@code icons/}, without its ending */
    public static Image image(String name) {
        String key = DebugModel.ID + "." + name;
        if (JFaceResources.getImageRegistry().getDescriptor(key) == null) {
            URL place = Icons.class.getResource("/icons/" + name + ".svg");
            JFaceResources.getImageRegistry().put(key, ImageDescriptor.createFromURL(place));
        }
        return JFaceResources.getImageRegistry().get(key);
    }
}
