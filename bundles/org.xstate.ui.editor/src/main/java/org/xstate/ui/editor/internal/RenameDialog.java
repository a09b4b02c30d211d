package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.CheckboxTreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.xstate.analysis.source.SourceSearch;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.Renaming;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.TextEdit;
import org.xstate.ui.ViewJobs;

/** The new name, and every line that it changes, each of which can be left as it is. */
final class RenameDialog extends TitleAreaDialog {

    private final Snapshot known;
    private final Occurrence name;
    private final SourceSearch search;
    private final List<String> others;
    private List<SourceIndex> indices = List.of();
    private Text field;
    private CheckboxTreeViewer preview;
    private Map<String, List<TextEdit>> edits = Map.of();

    RenameDialog(Shell parent, Snapshot known, Occurrence name, SourceSearch search, List<String> others) {
        super(parent);
        this.known = known;
        this.name = name;
        this.search = search;
        this.others = others;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What was chosen, by file. */
    Map<String, List<TextEdit>> edits() {
        return edits;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.rename_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite outer = (Composite) super.createDialogArea(parent);
        setTitle(NLS.bind(Messages.rename_heading, name.kind().word(), name.name()));
        setMessage(Messages.rename_searching);
        Composite area = new Composite(outer, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.rename_name);
        field = new Text(area, SWT.BORDER);
        field.setText(name.name());
        field.selectAll();
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.rename_preview);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
        preview = RenamePreview.create(area);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true)
                .hint(convertWidthInCharsToPixels(100), convertHeightInCharsToPixels(18))
                .applyTo(preview.getControl());
        field.addModifyListener(_ -> update());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(outer, "org.xstate.ui.help.editor");
        return outer;
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        update();
        ViewJobs.run(Messages.rename_searching, field,
                () -> search.indices(known.file().name(), others, () -> false), found -> {
                    indices = found;
                    update();
                });
        return contents;
    }

    private void update() {
        String wanted = field.getText().strip();
        if (indices.isEmpty()) {
            enable(false);
            return;
        }
        if (wanted.equals(name.name())) {
            setErrorMessage(null);
            setMessage(Messages.rename_type);
            preview.setInput(List.of());
            enable(false);
            return;
        }
        switch (SourceSearch.rename(indices, known.file().name(), name.offset(), wanted)) {
            case Renaming.Result.Refused(String reason) -> {
                setErrorMessage(reason);
                preview.setInput(List.of());
                enable(false);
            }
            case Renaming.Result.Edits result -> {
                setErrorMessage(null);
                setMessage(NLS.bind(Messages.rename_places, result.places(), result.files().size()),
                        IMessageProvider.INFORMATION);
                RenamePreview.show(preview, indices, result.files());
                enable(true);
            }
        }
    }

    private void enable(boolean possible) {
        Optional<Button> ok = Optional.ofNullable(getButton(IDialogConstants.OK_ID));
        ok.ifPresent(button -> button.setEnabled(possible));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.rename_ok, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        Map<String, List<TextEdit>> chosen = new LinkedHashMap<>();
        for (Object one : preview.getCheckedElements()) {
            if (one instanceof RenamePreview.Line line) {
                chosen.computeIfAbsent(line.file(), _ -> new ArrayList<>()).addAll(line.edits());
            }
        }
        edits = chosen;
        super.okPressed();
    }
}
