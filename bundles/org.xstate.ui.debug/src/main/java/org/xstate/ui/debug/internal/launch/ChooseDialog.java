package org.xstate.ui.debug.internal.launch;

import java.util.List;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.debug.Movement;
import org.xstate.ui.debug.internal.Messages;

/** The steps that are possible, each with the statement that it begins with. */
public final class ChooseDialog extends TitleAreaDialog {

    private final String label;
    private final List<Movement.Choice> choices;
    private final List<String> beginnings;
    private TableViewer table;
    private Button chance;
    private int chosen;
    private boolean byChance;
    private boolean taken;

    /** @param beginnings by number of the step */
    ChooseDialog(Shell parent, String label, List<Movement.Choice> choices, List<String> beginnings) {
        super(parent);
        this.label = label;
        this.choices = choices;
        this.beginnings = beginnings;
        setHelpAvailable(false);
    }

    /** Number of the step. */
    int chosen() {
        return chosen;
    }

    /** Whether a step was chosen, rather than the dialog closed. */
    boolean isTaken() {
        return taken;
    }

    /** Whether whoever asks need not ask again. */
    boolean isByChance() {
        return byChance;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.choose_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, "org.xstate.ui.help.debug");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.choose_heading);
        setMessage(label);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(90), convertHeightInCharsToPixels(10)).applyTo(area);
        TableColumnLayout columns = new TableColumnLayout();
        area.setLayout(columns);
        table = new TableViewer(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        column(columns, Messages.choose_move, 1, Movement.Choice::move);
        column(columns, Messages.choose_begins, 4, choice -> beginnings.get(choice.number()));
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(choices);
        table.setSelection(new StructuredSelection(choices.getFirst()));
        table.addDoubleClickListener(_ -> okPressed());
        Composite below = area.getParent();
        chance = new Button(below, SWT.CHECK);
        chance.setText(Messages.choose_chance);
        chance.setToolTipText(Messages.choose_chance_tip);
        GridDataFactory.fillDefaults().indent(5, 0).applyTo(chance);
        table.getTable().setFocus();
        return area;
    }

    private void column(TableColumnLayout columns, String name, int weight,
            java.util.function.Function<Movement.Choice, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(name);
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(
                ColumnLabelProvider.createTextProvider(one -> text.apply((Movement.Choice) one)));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.choose_take, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.choose_stop, false);
    }

    @Override
    protected void okPressed() {
        if (table.getStructuredSelection().getFirstElement() instanceof Movement.Choice choice) {
            taken = true;
            chosen = choice.number();
            byChance = chance.getSelection();
            super.okPressed();
        }
    }
}
