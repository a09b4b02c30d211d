package org.xstate.ui.help.internal.browser;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.help.internal.Messages;

/** The address of a page that cannot be shown here, to be copied. */
final class AddressDialog extends MessageDialog {

    private final String address;

    AddressDialog(String message, String address) {
        super(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Messages.browser_title,
                null,
                message, INFORMATION, 0, Messages.browser_copy, IDialogConstants.CLOSE_LABEL);
        this.address = address;
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Text text = new Text(parent, SWT.BORDER | SWT.READ_ONLY);
        text.setText(address);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    @Override
    protected void buttonPressed(int index) {
        if (index == 0) {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[]{address}, new Transfer[]{TextTransfer.getInstance()});
            clipboard.dispose();
        }
        super.buttonPressed(index);
    }
}
