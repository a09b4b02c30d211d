package org.xstate.ui.workbench.internal.preferences;

import java.util.Optional;

import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.text.Amounts;
import org.xstate.ui.workbench.internal.Messages;

/** A size as {@code --max-memory} takes it, kept in bytes; empty for the default. */
final class MemoryField extends StringFieldEditor {

    MemoryField(String key, Composite parent) {
        init(key, Messages.preference_memory);
        createControl(parent);
        getTextControl(parent).setMessage(Messages.preference_memoryDefault);
        getTextControl(parent).setToolTipText(Messages.preference_memoryTip);
        getLabelControl(parent).setToolTipText(Messages.preference_memoryTip);
    }

    @Override
    protected boolean doCheckState() {
        Optional<Long> bytes = bytes();
        if (bytes.isEmpty()) {
            setErrorMessage(Messages.preference_memoryFault);
        }
        return bytes.isPresent();
    }

    /** 0 for the default; empty for what is no size. */
    private Optional<Long> bytes() {
        String text = getStringValue().strip();
        try {
            return Optional.of(text.isEmpty() ? 0 : Amounts.size(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void doLoad() {
        setStringValue(shown(getPreferenceStore().getLong(getPreferenceName())));
    }

    @Override
    protected void doLoadDefault() {
        setStringValue(shown(getPreferenceStore().getDefaultLong(getPreferenceName())));
        valueChanged();
    }

    /** In the largest unit that it is a whole number of. */
    static String shown(long bytes) {
        String units = "TGMK";
        for (int i = 0; i < units.length(); i++) {
            long unit = 1L << 10 * (units.length() - i);
            if (bytes > 0 && bytes % unit == 0) {
                return bytes / unit + units.substring(i, i + 1);
            }
        }
        return bytes == 0 ? "" : Long.toString(bytes);
    }

    @Override
    protected void doStore() {
        bytes().ifPresent(bytes -> getPreferenceStore().setValue(getPreferenceName(), bytes));
    }
}
