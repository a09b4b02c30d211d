package org.xstate.ui.workbench.internal.recovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.ui.workbench.internal.Messages;

/** What was edited and not saved when the desktop ended: restore it, compare it, or give it up. */
final class RecoveryDialog extends TitleAreaDialog {

    private static final int RESTORE = IDialogConstants.CLIENT_ID;
    private static final int COMPARE = RESTORE + 1;
    private static final int DISCARD = RESTORE + 2;

    private static final DateTimeFormatter WHEN = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

    private final Backups backups;
    private final Restoring restoring;
    private final List<Backup> lost;
    private CheckboxTableViewer table;

    RecoveryDialog(IWorkbenchWindow window, Backups backups, List<Backup> lost) {
        super(window.getShell());
        this.backups = backups;
        this.restoring = new Restoring(window);
        this.lost = new ArrayList<>(lost);
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.recovery_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.recovery_title);
        setMessage(Messages.recovery_message);
        Composite composite = new Composite(area, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        composite.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(110), convertHeightInCharsToPixels(10)).applyTo(composite);
        table = CheckboxTableViewer.newCheckList(composite, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setHeaderVisible(true);
        column(layout, Messages.recovery_file, 6, 12, backup -> Path.of(backup.file()).toString());
        column(layout, Messages.recovery_when, 2, 26, backup -> WHEN.format(backup.when()));
        column(layout, Messages.recovery_state, 4, 12, RecoveryDialog::state);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(lost);
        table.setAllChecked(true);
        table.addCheckStateListener(_ -> update());
        table.addSelectionChangedListener(_ -> update());
        return area;
    }

    /** @param least characters that are to be seen */
    private void column(TableColumnLayout layout, String title, int weight, int least,
            Function<Backup, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(),
                new ColumnWeightData(weight, convertWidthInCharsToPixels(least)));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Backup) element);
            }
        });
    }

    /** What became of the file since the backup was made. */
    private static String state(Backup backup) {
        if (!Files.exists(Path.of(backup.file()))) {
            return Messages.recovery_stateGone;
        }
        return Backups.digest(backup.file()).equals(backup.digest())
                ? Messages.recovery_stateSame
                : Messages.recovery_stateChanged;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COMPARE, Messages.recovery_compare, false)
                .setToolTipText(Messages.recovery_compareTip);
        createButton(parent, DISCARD, Messages.recovery_discard, false)
                .setToolTipText(Messages.recovery_discardTip);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.recovery_later, false)
                .setToolTipText(Messages.recovery_laterTip);
        createButton(parent, RESTORE, Messages.recovery_restore, true)
                .setToolTipText(Messages.recovery_restoreTip);
        update();
    }

    private void update() {
        boolean some = table.getCheckedElements().length > 0;
        getButton(RESTORE).setEnabled(some);
        getButton(DISCARD).setEnabled(some);
        getButton(COMPARE)
                .setEnabled(table.getStructuredSelection().getFirstElement() instanceof Backup backup
                        && backup.form() == Backup.Form.TEXT);
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case RESTORE -> checked().forEach(this::restore);
            case DISCARD -> checked().forEach(this::forget);
            case COMPARE -> compare((Backup) table.getStructuredSelection().getFirstElement());
            default -> super.buttonPressed(button);
        }
        if (button == RESTORE || button == DISCARD) {
            table.refresh();
            update();
            if (lost.isEmpty()) {
                close();
            }
        }
    }

    private List<Backup> checked() {
        return List.of(table.getCheckedElements()).stream().map(Backup.class::cast).toList();
    }

    /** The backup stays: the editor that has the content now is not saved yet, and takes it over. */
    private void restore(Backup backup) {
        try {
            restoring.restore(backup);
            lost.remove(backup);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            setErrorMessage(NLS.bind(Messages.recovery_failed, Path.of(backup.file()).getFileName()));
        }
    }

    private void forget(Backup backup) {
        backups.delete(backup);
        lost.remove(backup);
    }

    private void compare(Backup backup) {
        try {
            restoring.compare(backup);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
