package org.xstate.ui;

import java.util.List;

import org.eclipse.jface.action.IContributionManager;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IServiceLocator;

/** The commands by which a part hands out what it shows; the part adapts to {@link Exportable}. */
public final class PartExports {

    public static final String COPY_TEXT = "org.xstate.ui.copyText";
    public static final String COPY_JSON = "org.xstate.ui.copyJson";
    public static final String EXPORT_SVG = "org.xstate.ui.exportSvg";
    public static final String EXPORT_PNG = "org.xstate.ui.exportPng";

    private PartExports() {
    }

    /** Adds the four commands to a view's menu or a context menu. */
    public static void addTo(IServiceLocator site, IContributionManager menu) {
        for (String command : List.of(COPY_TEXT, COPY_JSON, EXPORT_SVG, EXPORT_PNG)) {
            menu.add(new CommandContributionItem(new CommandContributionItemParameter(site, command, command,
                    CommandContributionItem.STYLE_PUSH)));
        }
    }
}
