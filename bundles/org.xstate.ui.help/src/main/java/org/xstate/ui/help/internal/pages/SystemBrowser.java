package org.xstate.ui.help.internal.pages;

import org.eclipse.help.browser.IBrowser;
import org.eclipse.help.browser.IBrowserFactory;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.help.internal.Messages;

/**
 * Shows help pages where the desktop has no browser of its own, which on Linux needs WebKitGTK: in the browser of the user,
 * and if there is none either, tells the address.
 */
public final class SystemBrowser implements IBrowserFactory {

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public IBrowser createBrowser() {
        return new Opener();
    }

    private static final class Opener implements IBrowser {

        @Override
        public void displayURL(String url) {
            Display.getDefault().asyncExec(() -> {
                if (Program.launch(url)) {
                    tell(NLS.bind(Messages.help_openedOutside, url));
                } else {
                    new AddressDialog(url).open();
                }
            });
        }

        private static void tell(String message) {
            IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            IWorkbenchPart part = page == null ? null : page.getActivePart();
            if (part != null && part.getSite() instanceof IViewSite site) {
                site.getActionBars().getStatusLineManager().setMessage(message);
            }
        }

        @Override
        public void close() {
            // the browser is the user's own
        }

        @Override
        public boolean isCloseSupported() {
            return false;
        }

        @Override
        public boolean isSetLocationSupported() {
            return false;
        }

        @Override
        public boolean isSetSizeSupported() {
            return false;
        }

        @Override
        public void setLocation(int x, int y) {
            // not supported
        }

        @Override
        public void setSize(int width, int height) {
            // not supported
        }
    }

    /** The address, to be copied. */
    private static final class AddressDialog extends MessageDialog {

        private final String url;

        AddressDialog(String url) {
            super(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
                    Messages.help_noBrowser_title,
                    null, Messages.help_noBrowser, INFORMATION, 0, IDialogConstants.OK_LABEL);
            this.url = url;
        }

        @Override
        protected Control createCustomArea(Composite parent) {
            Text text = new Text(parent, SWT.BORDER | SWT.READ_ONLY);
            text.setText(url);
            text.selectAll();
            GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
            Dialog.applyDialogFont(text);
            return text;
        }
    }
}
