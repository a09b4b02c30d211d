package org.xstate.ui.help.internal.welcome;

import java.util.HashMap;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.ui.help.internal.Messages;

/** The welcome page, drawn without a browser: each start point is a link that runs a command. */
public final class Welcome extends IntroPart {

    private static final String BUNDLE = "org.xstate.ui.help";

    private ScrolledForm form;

    @Override
    public void createPartControl(Composite parent) {
        FormToolkit toolkit = new FormToolkit(parent.getDisplay());
        parent.addDisposeListener(event -> toolkit.dispose());
        form = toolkit.createScrolledForm(parent);
        form.setText(Messages.welcome_title);
        Composite body = form.getBody();
        body.setLayout(columns(2, 12, 10));
        Label lead = toolkit.createLabel(body, Messages.welcome_lead, SWT.WRAP);
        lead.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP, 1, 2));
        LocalResourceManager icons = new LocalResourceManager(JFaceResources.getResources(), body);
        for (StartPoint point : StartPoint.all()) {
            addPoint(toolkit, body, icons, point);
        }
    }

    /** As wide as the part is, however narrow: beside other parts it is. */
    private static TableWrapLayout columns(int count, int across, int down) {
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = count;
        layout.horizontalSpacing = across;
        layout.verticalSpacing = down;
        return layout;
    }

    private void addPoint(FormToolkit toolkit, Composite body, LocalResourceManager icons, StartPoint point) {
        Label icon = toolkit.createLabel(body, "");
        ResourceLocator.imageDescriptorFromBundle(BUNDLE, point.icon())
                .ifPresent(image -> icon.setImage(icons.create(image)));
        Composite words = toolkit.createComposite(body);
        TableWrapLayout layout = columns(1, 0, 2);
        // the first line is level with the icon
        layout.topMargin = 0;
        words.setLayout(layout);
        words.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
        Hyperlink link = toolkit.createHyperlink(words, point.title(), SWT.WRAP);
        link.setLayoutData(new TableWrapData(TableWrapData.LEFT));
        link.setToolTipText(point.text());
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> run(point)));
        Label text = toolkit.createLabel(words, point.text(), SWT.WRAP);
        text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    }

    private void run(StartPoint point) {
        Command command = getIntroSite().getService(ICommandService.class).getCommand(point.command());
        try {
            getIntroSite().getService(IHandlerService.class).executeCommand(
                    ParameterizedCommand.generateCommand(command, new HashMap<>(point.parameters())), null);
        } catch (CommandException e) {
            StatusManager.getManager().handle(new Status(Status.ERROR, Welcome.class,
                    NLS.bind(Messages.welcome_failed, point.title(),
                            Optional.ofNullable(e.getMessage()).orElse("")),
                    e), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    @Override
    public void standbyStateChanged(boolean standby) {
        form.reflow(true);
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }
}
