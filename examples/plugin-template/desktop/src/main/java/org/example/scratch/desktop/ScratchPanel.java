package org.example.scratch.desktop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.xstate.ui.panels.FeaturePanel;
import org.xstate.ui.panels.PanelInput;

/** The control word in words; the seven registers are in the table of fields anyway. */
public final class ScratchPanel implements FeaturePanel {

    private Label label;

    @Override
    public void create(Composite parent) {
        label = new Label(parent, SWT.WRAP);
    }

    @Override
    public void show(PanelInput input) {
        label.setText(input.contents().map(ScratchPanel::words).orElse("SCRUN raises #GP while SCRATCH is initial."));
    }

    private static String words(PanelInput.Contents contents) {
        long control = ByteBuffer.wrap(contents.bytes()).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return "scratch_ctl %#x: SCRATCH is %s, %s in %s.".formatted(control,
                (control & 1) == 0 ? "disabled" : "enabled", contents.inUse() ? "in use" : "initial",
                contents.source());
    }
}
