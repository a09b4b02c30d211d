package org.xstate.ui.check.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** The pictures of this bundle, given back with the control that they were made for. */
public final class Icons {

    public static final String HOLDS = "holds";
    public static final String VIOLATED = "violated";
    public static final String UNDECIDED = "undecided";
    public static final String ERROR = "error";
    public static final String RUNNING = "running";
    public static final String WAITING = "waiting";
    public static final String UNTESTED = "untested";
    public static final String CHECK = "check";
    public static final String CANCEL = "cancel";
    public static final String AGAIN = "again";
    public static final String ALL_AGAIN = "all-again";
    public static final String REMOVE = "remove";
    public static final String COMPARE = "compare";
    public static final String OPTIONS = "options";
    public static final String STEP = "step";
    public static final String ADD = "add";
    public static final String CHART = "chart";
    public static final String DESIGNS = "designs";

    private final LocalResourceManager resources;
    /** Rows ask for them by the thousand. */
    private final Map<String, Image> images = new HashMap<>();

    public Icons(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    public Image image(String name) {
        return images.computeIfAbsent(name, one -> resources.create(descriptor(one)));
    }

    /** @throws IllegalArgumentException if there is no such picture */
    public static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(Icons.class, "icons/" + name + ".svg")
                .orElseThrow(() -> new IllegalArgumentException("there is no icon " + name));
    }
}
