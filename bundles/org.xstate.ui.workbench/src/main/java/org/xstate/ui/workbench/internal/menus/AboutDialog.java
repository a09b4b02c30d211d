package org.xstate.ui.workbench.internal.menus;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.xstate.ui.workbench.internal.Messages;

/** What runs here, in versions: what a report of an error should say. */
final class AboutDialog extends TitleAreaDialog {

    private static final String PROGRAM = "org.xstate.";

    AboutDialog(Shell parent) {
        super(parent);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.about_shell);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(NLS.bind(Messages.about_title, version(FrameworkUtil.getBundle(AboutDialog.class))));
        setMessage(Messages.about_message);
        Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        text.setText(versions());
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(78), convertHeightInCharsToPixels(18)).applyTo(text);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.DETAILS_ID, Messages.about_copy, false)
                .setToolTipText(Messages.about_copyTip);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button != IDialogConstants.DETAILS_ID) {
            super.buttonPressed(button);
            return;
        }
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[]{versions()}, new Transfer[]{TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** The program's bundles, then the plugins', then what they run on. */
    private static String versions() {
        Bundle[] all = FrameworkUtil.getBundle(AboutDialog.class).getBundleContext().getBundles();
        String program = lines(Stream.of(all).filter(one -> one.getSymbolicName().startsWith(PROGRAM)));
        List<Bundle> plugins = Stream.of(all).filter(one -> one.getLocation().contains("/dropins/")).toList();
        String runs = Stream.of(all).filter(
                one -> List.of("org.eclipse.osgi", "org.eclipse.swt", "org.eclipse.ui.workbench")
                        .contains(one.getSymbolicName()))
                .map(AboutDialog::line).collect(Collectors.joining("\n"));
        String machine = "%s %s (%s)\n%s %s\n%s, %s".formatted(System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"), System.getProperty("java.home"),
                System.getProperty("os.name"),
                System.getProperty("os.version"), Platform.getWS() + "/" + Platform.getOSArch(),
                Locale.getDefault());
        return Stream.of(program, lines(plugins.stream()), runs, machine).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String lines(Stream<Bundle> bundles) {
        return bundles.map(AboutDialog::line).sorted().collect(Collectors.joining("\n"));
    }

    private static String line(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static String version(Bundle bundle) {
        Version version = bundle.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
