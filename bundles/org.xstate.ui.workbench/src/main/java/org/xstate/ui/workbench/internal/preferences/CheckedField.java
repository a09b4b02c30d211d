package org.xstate.ui.workbench.internal.preferences;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;

/** A text that is judged while it is typed; the page says what is wrong with it. */
final class CheckedField extends StringFieldEditor {

    private final Function<String, Optional<String>> fault;

    /**
     * @param tip       for the tooltip
     * @param otherwise what counts while the field is empty
     * @param fault     what is wrong with a text, if anything
     */
    CheckedField(String key, String label, String tip, String otherwise, int width,
            Function<String, Optional<String>> fault,
            Composite parent) {
        this.fault = fault;
        init(key, label);
        createControl(parent);
        setTextLimit(width);
        getTextControl(parent).setToolTipText(tip);
        getTextControl(parent).setMessage(otherwise);
        getLabelControl(parent).setToolTipText(tip);
    }

    @Override
    protected boolean doCheckState() {
        Optional<String> wrong = fault.apply(getStringValue().strip());
        wrong.ifPresent(this::setErrorMessage);
        return wrong.isEmpty();
    }

    /** Nothing is shown for 0, which stands for the default. */
    @Override
    protected void doLoad() {
        super.doLoad();
        if (getStringValue().equals("0")) {
            setStringValue("");
        }
    }
}
