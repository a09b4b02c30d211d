package org.xstate.ui.images.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A line above the editor that says when the file on disk is not what the editor shows, and what can be done. */
final class NoticeBar {

    private final EditorFile file;
    private final Composite all;
    private final Label icon;
    private final Label text;
    private final Button reload;
    private final Button keep;
    private final Button compare;
    private EditorFile.Disk shown = EditorFile.Disk.AS_READ;

    NoticeBar(Composite parent, EditorFile file) {
        this.file = file;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(6, 3).applyTo(all);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(all);
        all.setVisible(false);
        icon = new Label(all, SWT.NONE);
        text = new Label(all, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        reload = button(Messages.notice_reload, Messages.notice_reloadTip, file::reload);
        keep = button(Messages.notice_keep, Messages.notice_keepTip, file::keep);
        compare = button(Messages.notice_compare, Messages.notice_compareTip, file::compareWithDisk);
    }

    private Button button(String label, String tip, Runnable run) {
        Button button = new Button(all, SWT.PUSH);
        button.setText(label);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> run.run());
        return button;
    }

    void show(EditorFile.Disk state) {
        if (all.isDisposed() || state == shown) {
            return;
        }
        shown = state;
        boolean wanted = state != EditorFile.Disk.AS_READ;
        text.setText(NLS.bind(switch (state) {
            case AS_READ -> "";
            case CHANGED -> Messages.notice_changed;
            case GONE -> Messages.notice_gone;
            case READ_ONLY -> Messages.notice_readOnly;
        }, file.path()));
        icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(
                state == EditorFile.Disk.READ_ONLY
                        ? ISharedImages.IMG_OBJS_INFO_TSK
                        : ISharedImages.IMG_OBJS_WARN_TSK));
        boolean changed = state == EditorFile.Disk.CHANGED;
        for (Button button : new Button[]{reload, keep, compare}) {
            button.setVisible(changed);
            GridDataFactory.fillDefaults().exclude(!changed).applyTo(button);
        }
        all.setVisible(wanted);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!wanted).applyTo(all);
        all.getParent().layout(true, true);
    }
}
