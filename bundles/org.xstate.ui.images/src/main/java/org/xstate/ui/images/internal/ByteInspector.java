package org.xstate.ui.images.internal;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.xstate.analysis.image.Span;
import org.xstate.ui.images.internal.hex.HexView;

/** The selected bytes as one little-endian number, and its bits, each of which can be toggled. */
final class ByteInspector {

    private static final int LARGEST = 8;

    private final Composite all;
    private final HexView hex;
    private final Text text;
    private final BitStrip bits;

    ByteInspector(Composite parent, HexView hex) {
        this.hex = hex;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 3).spacing(0, 2).applyTo(all);
        text = new Text(all, SWT.READ_ONLY | SWT.SINGLE);
        text.setFont(JFaceResources.getTextFont());
        text.setBackground(all.getBackground());
        text.setToolTipText(Messages.inspector_tip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        bits = new BitStrip(all);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bits.canvas());
    }

    Composite control() {
        return all;
    }

    /** @param told the number of the bit, from the first selected byte's lowest */
    void onToggle(IntConsumer told) {
        bits.onToggle(told);
    }

    void refresh() {
        if (hex.content().size() == 0) {
            text.setText("");
            bits.show(BigInteger.ZERO, 0, 0);
            return;
        }
        Span span = hex.selection();
        byte[] bytes = hex.content().bytes(span.offset(), Math.min(span.length(), LARGEST));
        byte[] big = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            big[i] = bytes[bytes.length - 1 - i];
        }
        BigInteger value = new BigInteger(1, big);
        String where = NLS.bind(span.length() == 1 ? Messages.inspector_one : Messages.inspector_where,
                new Object[]{span.offset(), "0x" + Integer.toHexString(span.offset()), span.length()});
        if (span.length() > LARGEST) {
            text.setText(where);
            bits.show(BigInteger.ZERO, 0, 0);
        } else {
            text.setText("%s  0x%s = %s".formatted(where, HexFormat.of().formatHex(big), value));
            bits.show(value, 8 * big.length, span.offset());
        }
    }
}
