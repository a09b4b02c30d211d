package org.xstate.ui.debug.internal.launch;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.debug.internal.Icons;
import org.xstate.ui.debug.internal.Messages;

/** Which trace. */
final class TraceTab extends AbstractLaunchConfigurationTab {

    private FileGroup file;

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        setControl(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.debug");
        file = new FileGroup(area, Messages.tab_trace, ".xtrace", this::updateLaunchConfigurationDialog);
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // there is no trace that somebody would mean
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            file.set(configuration.getAttribute(Attributes.FILE, ""));
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Attributes.FILE, file.get());
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = file.problem();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    @Override
    public String getName() {
        return Messages.tab_name_trace;
    }

    @Override
    public Image getImage() {
        return Icons.image("trace");
    }
}
