package org.xstate.ui.help.internal.browser;

import java.net.URL;
import java.util.Optional;

import org.eclipse.help.internal.browser.BrowserManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.browser.AbstractWebBrowser;
import org.eclipse.ui.browser.AbstractWorkbenchBrowserSupport;
import org.eclipse.ui.browser.IWebBrowser;
import org.xstate.ui.help.internal.Messages;

/**
 * Opens pages in the browser of the machine, and says so; where there is none, tells the address. The help comes here where
 * the desktop has no browser of its own, which on Linux needs WebKitGTK.
 */
public final class MachineBrowserSupport extends AbstractWorkbenchBrowserSupport {

    @Override
    public IWebBrowser createBrowser(String id) {
        return new MachineBrowser(Optional.ofNullable(id).orElse("machine"));
    }

    @Override
    public IWebBrowser createBrowser(int style, String id, String name, String tooltip) {
        return createBrowser(id);
    }

    private static final class MachineBrowser extends AbstractWebBrowser {

        MachineBrowser(String id) {
            super(id);
        }

        @Override
        public void openURL(URL url) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(url.toString()));
        }

        private static void open(String address) {
            boolean ownIsThere = BrowserManager.getInstance().isEmbeddedBrowserPresent();
            if (Program.launch(address)) {
                tell(NLS.bind(ownIsThere ? Messages.browser_opened : Messages.browser_openedWithoutOwn,
                        address));
            } else {
                new AddressDialog(
                        ownIsThere ? Messages.browser_none : Messages.browser_noneAndNoOwn, address).open();
            }
        }

        private static void tell(String message) {
            Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                    .map(IWorkbenchWindow::getActivePage).map(IWorkbenchPage::getActivePart)
                    .map(IWorkbenchPart::getSite).filter(IViewSite.class::isInstance)
                    .map(IViewSite.class::cast)
                    .ifPresent(site -> site.getActionBars().getStatusLineManager().setMessage(message));
        }
    }
}
