package org.xstate.ui.workbench.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.RadioGroupFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.xstate.check.ExplorationOptions;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Settings;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.menus.Theme;

/** What all views and commands of the desktop take where nothing else is said. */
public final class XstatePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public XstatePage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Settings.NODE));
        setDescription(Messages.preference_description);
    }

    @Override
    protected void createFieldEditors() {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getFieldEditorParent(),
                "org.xstate.ui.help.preferences");
        addField(new CheckedField(Settings.THREADS, Messages.preference_threads,
                Messages.preference_threadsTip, Messages.preference_threadsDefault, 2,
                XstatePage::threads, getFieldEditorParent()));
        addField(new MemoryField(Settings.MAX_MEMORY, getFieldEditorParent()));
        addField(new CheckedField(Settings.KERNEL, Messages.preference_kernel,
                NLS.bind(Messages.preference_kernelTip, CompileOptions.DEFAULT_KERNEL),
                NLS.bind(Messages.preference_profileDefault, CompileOptions.DEFAULT_KERNEL), 11,
                XstatePage::kernel,
                getFieldEditorParent()));
        addField(new ComboFieldEditor(Settings.PROFILE, Messages.preference_profile, profiles(),
                getFieldEditorParent()));
        addField(new RadioGroupFieldEditor(Theme.KEY, Messages.preference_theme, 3, new String[][]{
            {Messages.theme_light, Theme.LIGHT.key()}, {Messages.theme_dark, Theme.DARK.key()},
            {Messages.theme_system, ""}}, getFieldEditorParent(), true));
    }

    private static Optional<String> threads(String text) {
        boolean right = text.isEmpty()
                || text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= ExplorationOptions.MAX_THREADS;
        return right
                ? Optional.empty()
                : Optional.of(NLS.bind(Messages.preference_threadsFault, ExplorationOptions.MAX_THREADS));
    }

    private static Optional<String> kernel(String text) {
        return text.isEmpty() || KernelVersion.parse(text).isPresent()
                ? Optional.empty()
                : Optional.of(Messages.preference_kernelFault);
    }

    /** Name and value of each. */
    private static String[][] profiles() {
        List<String[]> all = new ArrayList<>();
        all.add(new String[]{NLS.bind(Messages.preference_profileDefault, ScenarioLoader.DEFAULT_PROFILE),
            ""});
        CpuProfiles.index().forEach(one -> all.add(new String[]{one.id(), one.id()}));
        return all.toArray(String[][]::new);
    }

    @Override
    public boolean performOk() {
        boolean done = super.performOk();
        Theme.chosen().orElse(Theme.SYSTEM).apply();
        return done;
    }
}
