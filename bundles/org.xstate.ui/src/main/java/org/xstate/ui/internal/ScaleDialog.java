package org.xstate.ui.internal;

import java.util.List;
import java.util.OptionalInt;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.picture.PictureImage;

/** Asks how large a picture shall be in dots. */
final class ScaleDialog extends Dialog {

    private static final List<Integer> PERCENTS = List.of(100, 200, 300, 400);
    private static final int FIRST = 1;

    private final Picture picture;
    private int percent = PERCENTS.get(FIRST);
    private Combo scale;
    private Label size;

    private ScaleDialog(Shell parent, Picture picture) {
        super(parent);
        this.picture = picture;
    }

    /** In percent; empty if the user thinks better of it. */
    static OptionalInt ask(Shell parent, Picture picture) {
        ScaleDialog dialog = new ScaleDialog(parent, picture);
        return dialog.open() == Window.OK ? OptionalInt.of(dialog.percent) : OptionalInt.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.scale_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.scale_label);
        scale = new Combo(area, SWT.READ_ONLY);
        PERCENTS.forEach(one -> scale.add(one + " %"));
        scale.select(FIRST);
        scale.addListener(SWT.Selection, event -> chosen());
        size = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true)
                .hint(convertWidthInCharsToPixels(50), convertHeightInCharsToPixels(2)).applyTo(size);
        return area;
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        chosen();
        return contents;
    }

    private void chosen() {
        percent = PERCENTS.get(scale.getSelectionIndex());
        boolean fits = PictureImage.fits(picture, percent);
        Point dots = PictureImage.size(picture, percent);
        size.setText(NLS.bind(fits ? Messages.scale_size : Messages.scale_tooLarge, dots.x, dots.y));
        getButton(IDialogConstants.OK_ID).setEnabled(fits);
    }
}
