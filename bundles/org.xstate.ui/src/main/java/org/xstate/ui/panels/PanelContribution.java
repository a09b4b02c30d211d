package org.xstate.ui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.xstate.api.DisabledContributions;
import org.xstate.ui.internal.Messages;

/** A panel that a bundle declares; its class is loaded when it is shown. */
record PanelContribution(int component, String label, String bundle, IConfigurationElement element) {

    private static final String POINT = "org.xstate.ui.panels";
    private static final int LAST_COMPONENT = 62;

    /**
     * Those for a component that nobody has switched off, in the order of bundles and their plugin.xml; what is declared
     * wrongly is logged.
     */
    static List<PanelContribution> of(int component) {
        Set<String> off = DisabledContributions.ofUser().names();
        List<PanelContribution> found = new ArrayList<>();
        for (IConfigurationElement element : Platform.getExtensionRegistry()
                .getConfigurationElementsFor(POINT)) {
            String bundle = element.getContributor().getName();
            if (!off.contains(bundle) && !off.contains(bundle + "/" + element.getAttribute("class"))) {
                parse(element).filter(panel -> panel.component() == component).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<PanelContribution> parse(IConfigurationElement element) {
        String bundle = element.getContributor().getName();
        String number = Optional.ofNullable(element.getAttribute("component")).orElse("");
        try {
            int component = Integer.parseInt(number);
            if (component >= 0 && component <= LAST_COMPONENT) {
                return Optional.of(new PanelContribution(component,
                        Optional.ofNullable(element.getAttribute("name")).orElse(bundle), bundle, element));
            }
        } catch (NumberFormatException e) {
            ILog.of(PanelContribution.class).warn(NLS.bind(Messages.panel_badComponent, bundle, number), e);
            return Optional.empty();
        }
        ILog.of(PanelContribution.class).warn(NLS.bind(Messages.panel_badComponent, bundle, number));
        return Optional.empty();
    }

    /** @throws CoreException if the class is missing or is no panel */
    FeaturePanel create() throws CoreException {
        return (FeaturePanel) element.createExecutableExtension("class");
    }
}
