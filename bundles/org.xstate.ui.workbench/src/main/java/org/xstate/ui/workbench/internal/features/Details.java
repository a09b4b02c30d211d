package org.xstate.ui.workbench.internal.features;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.ui.panels.PanelArea;
import org.xstate.ui.panels.PanelInput;
import org.xstate.ui.workbench.internal.Messages;

/** Everything about the row that is selected, and what plugins show of the component. */
final class Details {

    private final StyledText text;
    private final PanelArea panels;

    Details(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(area);
        text = new StyledText(area, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        text.setFont(JFaceResources.getTextFont());
        text.setToolTipText(Messages.details_tip);
        text.setMargins(4, 4, 4, 4);
        text.getAccessible().addAccessibleListener(
                AccessibleListener.getNameAdapter(event -> event.result = Messages.details_tip));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        panels = new PanelArea(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(panels);
        show("");
    }

    void show(XFeatureDescriptor feature, String about) {
        text.setText(about);
        panels.show(new PanelInput(feature, Optional.empty()));
        panels.requestLayout();
    }

    void show(String about) {
        panels.clear();
        text.setText(about.isEmpty() ? Messages.details_none : about);
    }
}
