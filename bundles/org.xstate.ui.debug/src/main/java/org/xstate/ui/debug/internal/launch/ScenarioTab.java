package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.KernelVersion;
import org.xstate.ui.debug.internal.Icons;
import org.xstate.ui.debug.internal.Messages;

/** Which scenario, on which kernel and processor. */
final class ScenarioTab extends AbstractLaunchConfigurationTab {

    private FileGroup file;
    private Combo scenario;
    private Combo kernel;
    private Combo profile;
    private boolean filling;

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        setControl(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.debug");
        file = new FileGroup(area, Messages.tab_file, ".c", this::anotherFile);
        Group what = group(area, Messages.tab_what);
        scenario = combo(what, Messages.tab_scenario, Messages.tab_scenario_tip);
        Group machine = group(area, Messages.tab_machine);
        kernel = combo(machine, Messages.tab_kernel, Messages.tab_kernel_tip);
        kernel.setItems("6.16", "6.12", "6.6", "5.17", "5.16", "5.15", "5.14", "5.12", "5.10", "4.19");
        profile = combo(machine, Messages.tab_profile, Messages.tab_profile_tip);
        profile.setItems(CpuProfiles.all().stream().map(CpuProfile::id).toArray(String[]::new));
    }

    private static Group group(Composite parent, String title) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    private Combo combo(Composite parent, String name, String tip) {
        new Label(parent, SWT.NONE).setText(name);
        Combo combo = new Combo(parent, SWT.DROP_DOWN);
        combo.setToolTipText(tip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        combo.addModifyListener(_ -> edited());
        return combo;
    }

    private void edited() {
        if (!filling) {
            updateLaunchConfigurationDialog();
        }
    }

    private void anotherFile() {
        List<String> names = file.scenarios();
        String before = scenario.getText();
        filling = true;
        scenario.setItems(names.toArray(String[]::new));
        scenario.setText(names.contains(before) || names.isEmpty() ? before : names.getFirst());
        filling = false;
        edited();
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        Optional<IFile> selected = Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(window -> window.getActivePage())
                .flatMap(page -> Optional.ofNullable(page.getActiveEditor()))
                .flatMap(editor -> Optional.ofNullable(editor.getEditorInput().getAdapter(IFile.class)))
                .filter(one -> one.getName().endsWith(".c"));
        selected.ifPresent(one -> {
            configuration.setAttribute(Attributes.FILE, Files.kept(one));
            configuration.rename(getLaunchConfigurationDialog().generateName(one.getName()));
        });
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            filling = true;
            file.set(configuration.getAttribute(Attributes.FILE, ""));
            scenario.setItems(file.scenarios().toArray(String[]::new));
            scenario.setText(configuration.getAttribute(Attributes.SCENARIO, ""));
            kernel.setText(configuration.getAttribute(Attributes.KERNEL, ""));
            profile.setText(configuration.getAttribute(Attributes.PROFILE, ""));
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        } finally {
            filling = false;
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Attributes.FILE, file.get());
        configuration.setMappedResources(Files.inWorkspace(file.get())
                .map(one -> new IResource[]{one}).orElse(null));
        set(configuration, Attributes.SCENARIO, scenario);
        set(configuration, Attributes.KERNEL, kernel);
        set(configuration, Attributes.PROFILE, profile);
    }

    private static void set(ILaunchConfigurationWorkingCopy configuration, String attribute, Combo combo) {
        configuration.setAttribute(attribute,
                Optional.of(combo.getText().strip()).filter(text -> !text.isEmpty()).orElse(null));
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = file.problem().or(this::scenarioProblem).or(this::machineProblem);
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private Optional<String> scenarioProblem() {
        List<String> names = List.of(scenario.getItems());
        String wanted = scenario.getText().strip();
        if (wanted.isEmpty() && names.size() > 1) {
            return Optional.of(Messages.tab_no_scenario);
        }
        return wanted.isEmpty() || names.contains(wanted)
                ? Optional.empty()
                : Optional.of(NLS.bind(Messages.tab_unknown_scenario, wanted, String.join(", ", names)));
    }

    private Optional<String> machineProblem() {
        String release = kernel.getText().strip();
        if (!release.isEmpty() && KernelVersion.parse(release).isEmpty()) {
            return Optional.of(NLS.bind(Messages.bad_kernel, release));
        }
        String cpu = profile.getText().strip();
        boolean known = cpu.isEmpty() || CpuProfiles.find(cpu).isPresent() || cpu.contains(".");
        return known ? Optional.empty() : Optional.of(NLS.bind(Messages.tab_unknown_profile, cpu));
    }

    @Override
    public String getName() {
        return Messages.tab_name_scenario;
    }

    @Override
    public Image getImage() {
        return Icons.image("scenario");
    }
}
