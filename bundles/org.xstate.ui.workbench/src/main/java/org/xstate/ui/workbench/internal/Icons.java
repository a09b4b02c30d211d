package org.xstate.ui.workbench.internal;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The icons of this bundle. */
public final class Icons {

    private static final String BUNDLE = "org.xstate.ui.workbench";

    private Icons() {
    }

    /** @param name of the file in {@code icons/}, without its ending */
    public static ImageDescriptor of(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseThrow(() -> new IllegalArgumentException("no icon " + name));
    }
}
