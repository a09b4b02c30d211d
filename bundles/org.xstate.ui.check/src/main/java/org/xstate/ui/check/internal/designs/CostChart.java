package org.xstate.ui.check.internal.designs;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignsPicture;
import org.xstate.analysis.picture.Item;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.picture.PictureCanvas;

/** What designs cost with one continuation, drawn. */
final class CostChart {

    private final Composite area;
    private final Combo continuation;
    private final PictureCanvas canvas;
    private Optional<DesignMatrix> shown = Optional.empty();

    CostChart(Composite parent, Consumer<Item> picked) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 4).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.designs_with);
        continuation = new Combo(area, SWT.READ_ONLY);
        continuation.setToolTipText(Messages.designs_withTip);
        continuation.addListener(SWT.Selection, event -> draw());
        canvas = new PictureCanvas(area, Messages.designs_noCosts);
        canvas.onPick(picked);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(canvas.control());
    }

    Composite control() {
        return area;
    }

    void show(DesignMatrix matrix) {
        shown = Optional.of(matrix);
        String before = continuation.getText();
        continuation.setItems(matrix.continuations().toArray(String[]::new));
        continuation.select(Math.max(0, matrix.continuations().indexOf(before)));
        area.layout();
        draw();
    }

    private void draw() {
        shown.ifPresent(matrix -> canvas.show(DesignsPicture.costs(matrix, continuation.getText())));
    }
}
