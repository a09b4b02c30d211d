package org.xstate.ui.workbench.internal.wizards;

import java.util.List;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.xstate.formats.cpuid.CpuidDumpText;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.layout.cpuid.CpuidDump;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** What CPUID reports on every CPU of this machine, as {@code xstate cpus dump host} prints it. */
public final class HostDumpWizard extends NewFileWizard {

    private HostReading reading = new HostReading.Unavailable("", "");

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selected) {
        super.init(workbench, selected);
        // some milliseconds: it is read before the pages are there, which depend on whether it can be
        reading = HostCpu.readAll();
    }

    @Override
    public void addPages() {
        if (reading instanceof HostReading.Unavailable no) {
            addPage(new Refusal(no));
        } else {
            super.addPages();
        }
    }

    @Override
    public boolean performFinish() {
        return reading instanceof HostReading.Unavailable || super.performFinish();
    }

    @Override
    String content() {
        return switch (reading) {
            case HostReading.Available available -> CpuidDumpText.of(available.cpus().stream()
                    .map(cpu -> new CpuidDump("CPU " + cpu.number().orElse(0), cpu.cpuid(), List.of()))
                    .toList());
            case HostReading.Unavailable _ -> "";
        };
    }

    @Override
    String title() {
        return Messages.new_dumpTitle;
    }

    @Override
    String description() {
        return Messages.new_dumpDescription;
    }

    @Override
    ProjectFolder folder() {
        return ProjectFolder.CPUS;
    }

    @Override
    String suggestedName() {
        return "host.txt";
    }

    /** Why this machine cannot be read. */
    private static final class Refusal extends WizardPage {

        private final HostReading.Unavailable why;

        Refusal(HostReading.Unavailable why) {
            super("refusal", Messages.new_dumpTitle, null);
            this.why = why;
            setErrorMessage(why.reason());
            setPageComplete(false);
        }

        @Override
        public void createControl(Composite parent) {
            Label label = new Label(parent, SWT.WRAP);
            label.setText(why.remedy());
            setControl(label);
        }
    }
}
