package org.xstate.ui.debug.internal.launch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.run.Schedule;
import org.xstate.ui.debug.internal.Icons;
import org.xstate.ui.debug.internal.Messages;

/** How the steps are chosen, and where the session stands when it is there. */
final class StepsTab extends AbstractLaunchConfigurationTab {

    private static final int MOST_STEPS = 1_000_000;

    private final Map<Attributes.Choices, Button> choices = new EnumMap<>(Attributes.Choices.class);
    private Text schedule;
    private Text seed;
    private Spinner steps;
    private Button run;

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        setControl(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.debug");
        Group how = new Group(area, SWT.NONE);
        how.setText(Messages.steps_how);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(how);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(how);
        choice(how, Attributes.Choices.ASK, Messages.steps_ask);
        choice(how, Attributes.Choices.COUNTEREXAMPLE, Messages.steps_counterexample);
        choice(how, Attributes.Choices.SCHEDULE, Messages.steps_schedule);
        schedule = text(how, Messages.steps_schedule_label, Messages.steps_schedule_tip);
        choice(how, Attributes.Choices.RANDOM, Messages.steps_random);
        seed = text(how, Messages.steps_seed, Messages.steps_seed_tip);
        label(how, Messages.steps_most);
        steps = new Spinner(how, SWT.BORDER);
        steps.setValues(Attributes.DEFAULT_STEPS, 1, MOST_STEPS, 0, 1, 100);
        steps.addModifyListener(_ -> updateLaunchConfigurationDialog());
        run = new Button(area, SWT.CHECK);
        run.setText(Messages.steps_run);
        run.setToolTipText(Messages.steps_run_tip);
        run.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(_ -> updateLaunchConfigurationDialog()));
    }

    private void choice(Composite parent, Attributes.Choices choice, String name) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(name);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
            enable();
            updateLaunchConfigurationDialog();
        }));
        choices.put(choice, button);
    }

    private static void label(Composite parent, String name) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(name);
        GridDataFactory.fillDefaults().indent(20, 0).align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private Text text(Composite parent, String name, String tip) {
        label(parent, name);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        text.setToolTipText(tip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addModifyListener(_ -> updateLaunchConfigurationDialog());
        return text;
    }

    private void enable() {
        schedule.setEnabled(chosen() == Attributes.Choices.SCHEDULE);
        seed.setEnabled(chosen() == Attributes.Choices.RANDOM);
        steps.setEnabled(chosen() == Attributes.Choices.RANDOM);
    }

    private Attributes.Choices chosen() {
        return choices.entrySet().stream().filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey).findFirst().orElse(Attributes.Choices.ASK);
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Attributes.CHOICES, Attributes.Choices.ASK.name());
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            Attributes.Choices wanted = ScenarioDelegate.choices(configuration);
            choices.forEach((choice, button) -> button.setSelection(choice == wanted));
            schedule.setText(configuration.getAttribute(Attributes.SCHEDULE, ""));
            seed.setText(configuration.getAttribute(Attributes.SEED, "1"));
            steps.setSelection(configuration.getAttribute(Attributes.STEPS, Attributes.DEFAULT_STEPS));
            run.setSelection(configuration.getAttribute(Attributes.RUN, false));
            enable();
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        try {
            Attributes.put(configuration, Attributes.CHOICES, Attributes.Choices.ASK.name(),
                    chosen().name());
            Attributes.put(configuration, Attributes.SCHEDULE, "", schedule.getText());
            Attributes.put(configuration, Attributes.SEED, "1", seed.getText().strip());
            if (configuration.getAttribute(Attributes.STEPS, Attributes.DEFAULT_STEPS) != steps
                    .getSelection()) {
                configuration.setAttribute(Attributes.STEPS, steps.getSelection());
            }
            if (configuration.getAttribute(Attributes.RUN, false) != run.getSelection()) {
                configuration.setAttribute(Attributes.RUN, run.getSelection());
            }
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = switch (chosen()) {
            case SCHEDULE -> scheduleProblem();
            case RANDOM -> seed.getText().strip().matches("-?[0-9]{1,18}")
                    ? Optional.empty()
                    : Optional.of(NLS.bind(Messages.bad_seed, seed.getText()));
            case ASK, COUNTEREXAMPLE -> Optional.empty();
        };
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private Optional<String> scheduleProblem() {
        try {
            Schedule.parse(schedule.getText());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public String getName() {
        return Messages.tab_name_steps;
    }

    @Override
    public Image getImage() {
        return Icons.image("trace");
    }
}
