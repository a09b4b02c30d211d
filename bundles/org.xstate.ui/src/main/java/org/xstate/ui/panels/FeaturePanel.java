package org.xstate.ui.panels;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a plugin shows of a state component, beside what every component has: a picture, a calculator, a table of its own.
 * The extension point {@code org.xstate.ui.panels} names the class and the component. A panel is made anew for each place that
 * shows it, by its public constructor without arguments, and is used on the thread of the user interface only. What it throws
 * becomes a message in its place that names the plugin; it is not called again there.
 */
@ConsumerType
public interface FeaturePanel {

    /** Makes the controls, once. @param parent for this panel alone, with a layout that fills it */
    void create(Composite parent);

    /** Shows a component; called after {@link #create}, again whenever something else is selected. Has to return at once. */
    void show(PanelInput input);

    /** The controls are gone: lets go of what is no control. */
    default void dispose() {
        // most panels have nothing else
    }
}
