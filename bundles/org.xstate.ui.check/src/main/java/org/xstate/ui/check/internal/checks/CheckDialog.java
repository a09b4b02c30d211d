package org.xstate.ui.check.internal.checks;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.xstate.analysis.check.CheckSettings;
import org.xstate.analysis.text.Amounts;
import org.xstate.api.RestorePolicy;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.Palette;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Messages;

/** What a check is asked for beyond the file; it says which command asks the same. */
final class CheckDialog extends TitleAreaDialog {

    private static final int POLICY_CHARACTERS = 50;

    private final Target target;
    private CheckSettings settings;
    private Text scenarios;
    private Text kernel;
    private Combo profile;
    private KnobTable knobs;
    private Text policies;
    private Text threads;
    private Text states;
    private Text memory;
    private Text time;
    private Button reductions;
    private Text command;

    CheckDialog(Shell parent, Target target, CheckSettings settings) {
        super(parent);
        this.target = target;
        this.settings = settings;
    }

    CheckSettings settings() {
        return settings;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.dialog_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(NLS.bind(Messages.dialog_of, target.label()));
        setMessage(Messages.dialog_message);
        Composite area = (Composite) super.createDialogArea(parent);
        Composite body = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().margins(10, 8).applyTo(body);
        model(group(body, Messages.dialog_model, 4));
        bounds(group(body, Messages.dialog_bounds, 4));
        new Label(body, SWT.NONE).setText(Messages.dialog_command);
        command = new Text(body, SWT.READ_ONLY | SWT.BORDER | SWT.WRAP | SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, 3 * command.getLineHeight())
                .applyTo(command);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.xstate.ui.help.checks");
        fill(settings);
        ViewJobs.run(Messages.dialog_loading, body, this::load, this::loaded);
        return area;
    }

    private static Group group(Composite parent, String title, int columns) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridDataFactory.fillDefaults().grab(true, columns == 4).applyTo(group);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        return group;
    }

    private void model(Composite parent) {
        scenarios = text(parent, Messages.dialog_scenarios, Messages.dialog_scenariosAll);
        label(parent, Messages.dialog_cpu);
        profile = new Combo(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(profile);
        profile.setToolTipText(Messages.dialog_cpuTip);
        profile.addListener(SWT.Modify, event -> read());
        kernel = text(parent, Messages.dialog_kernel, Messages.dialog_asScenario);
        policies = text(parent, Messages.dialog_policies, Messages.dialog_policiesHint);
        GridDataFactory.fillDefaults().grab(true, false)
                .hint(convertWidthInCharsToPixels(POLICY_CHARACTERS), SWT.DEFAULT).applyTo(policies);
        Label heading = new Label(parent, SWT.NONE);
        heading.setText(Messages.dialog_knobs);
        GridDataFactory.fillDefaults().span(4, 1).applyTo(heading);
        knobs = new KnobTable(parent, this::read);
        GridDataFactory.fillDefaults().span(4, 1).grab(true, true)
                .hint(SWT.DEFAULT, convertHeightInCharsToPixels(8)).applyTo(knobs.control());
    }

    private void bounds(Composite parent) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(parent);
        states = text(parent, Messages.dialog_states, Messages.dialog_unbounded);
        memory = text(parent, Messages.dialog_memory,
                Amounts.bytes(Settings.checking().exploration().maxMemory()));
        time = text(parent, Messages.dialog_time, Messages.dialog_unbounded);
        threads = text(parent, Messages.dialog_threads,
                Integer.toString(Settings.checking().exploration().threads()));
        reductions = new Button(parent, SWT.CHECK);
        Palette.leaveToSystem(reductions);
        reductions.setText(Messages.dialog_reductions);
        reductions.setToolTipText(Messages.dialog_reductionsTip);
        GridDataFactory.fillDefaults().span(4, 1).applyTo(reductions);
        reductions.addListener(SWT.Selection, event -> read());
    }

    private static void label(Composite parent, String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private Text text(Composite parent, String label, String hint) {
        label(parent, label);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> read());
        return text;
    }

    private void fill(CheckSettings shown) {
        scenarios.setText(String.join(", ", shown.scenarios()));
        kernel.setText(shown.kernel().map(KernelVersion::toString).orElse(""));
        profile.setText(shown.profile().orElse(""));
        policies.setText(String.join(", ", shown.policies().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue().label()).toList()));
        knobs.set(shown.knobs());
        threads.setText(shown.threads().map(Object::toString).orElse(""));
        states.setText(shown.maxStates().map(Object::toString).orElse(""));
        memory.setText(shown.maxMemory().map(Object::toString).orElse(""));
        time.setText(shown.maxTime().map(one -> one.toSeconds() + "s").orElse(""));
        reductions.setSelection(shown.reductions());
        read();
    }

    /** What the file has, and which processors there are. */
    private record Loaded(List<LoadedScenario> scenarios, List<String> profiles) {
    }

    private Loaded load() {
        List<String> profiles = CpuProfiles.all().stream().map(CpuProfile::id).toList();
        if (target.isSuite()) {
            return new Loaded(List.of(), profiles);
        }
        try (Contributed contributed = Contributed.open()) {
            return new Loaded(contributed.current()
                    .map(contributions -> ScenarioLoader.load(target.path().toString().replace('\\', '/'),
                            Settings.loading(contributions)))
                    .orElseGet(List::of), profiles);
        } catch (UncheckedIOException e) {
            return new Loaded(List.of(), profiles);
        }
    }

    private void loaded(Loaded loaded) {
        String chosen = profile.getText();
        profile.setItems(loaded.profiles().toArray(String[]::new));
        profile.setText(chosen);
        List<String> names = loaded.scenarios().stream().map(LoadedScenario::name).toList();
        if (!names.isEmpty()) {
            scenarios.setToolTipText(NLS.bind(Messages.dialog_scenariosTip, String.join(", ", names)));
        }
        loaded.scenarios().stream().flatMap(one -> one.scenario().stream()).findFirst()
                .ifPresent(scenario -> knobs.show(scenario.knobs(), settings.knobs()));
        read();
    }

    /** Takes over what is in the fields, or says what is wrong with it. */
    private void read() {
        if (command == null || reductions == null) {
            return;
        }
        try {
            settings = new CheckSettings(words(scenarios.getText()), knobs.settings(),
                    value(kernel, Messages.dialog_kernel, CheckSettings::kernel),
                    Optional.of(profile.getText().strip()).filter(name -> !name.isEmpty()).map(this::known),
                    policies(), value(threads, Messages.dialog_threads, CheckSettings::threads),
                    value(states, Messages.dialog_states, text -> Amounts.count(text, 1, Long.MAX_VALUE)),
                    value(memory, Messages.dialog_memory, Amounts::size),
                    value(time, Messages.dialog_time, Amounts::time), reductions.getSelection());
            command.setText(settings.command(target.label()));
            say(Optional.empty());
        } catch (IllegalArgumentException e) {
            say(Optional.of(e.getMessage()));
        }
    }

    private void say(Optional<String> problem) {
        if (problem.isPresent()) {
            setMessage(problem.get(), IMessageProvider.ERROR);
        } else {
            setMessage(Messages.dialog_message);
        }
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(problem.isEmpty());
        }
    }

    private String known(String name) {
        if (CpuProfiles.find(name).isEmpty() && !name.endsWith(".cpuid") && !name.endsWith(".txt")) {
            throw new IllegalArgumentException(NLS.bind(Messages.dialog_noCpu, name));
        }
        return name;
    }

    private Map<String, RestorePolicy> policies() {
        try {
            return CheckSettings.policies(words(policies.getText()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(plain(Messages.dialog_policies) + " " + e.getMessage(), e);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static <T> Optional<T> value(Text field, String label, Function<String, T> reading) {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(plain(label) + " " + e.getMessage(), e);
        }
    }

    private static String plain(String label) {
        return label.replace("&", "");
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.BACK_ID, Messages.dialog_defaults, false)
                .addListener(SWT.Selection, event -> fill(CheckSettings.STANDARD));
        createButton(parent, IDialogConstants.OK_ID, Messages.dialog_check, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        read();
    }
}
