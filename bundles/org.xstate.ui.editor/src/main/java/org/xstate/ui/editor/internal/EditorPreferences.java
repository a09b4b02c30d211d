package org.xstate.ui.editor.internal;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.ColorSelector;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.preference.PreferenceConverter;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;

/** How the editor looks, and what it does by itself. */
public final class EditorPreferences extends PreferencePage implements IWorkbenchPreferencePage {

    private record Look(RGB colour, int face) {
    }

    private final Map<Role, Look> looks = new EnumMap<>(Role.class);
    private List roles;
    private ColorSelector colour;
    private Button bold;
    private Button italic;
    private Spinner width;
    private Button closing;
    private Button marking;
    private Button formatting;
    private Button checking;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(EditorDefaults.store());
        setDescription(Messages.preferences_description);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.preferences_width);
        width = new Spinner(area, SWT.BORDER);
        width.setMinimum(40);
        width.setMaximum(200);
        width.setToolTipText(Messages.preferences_widthTip);
        closing = check(area, Messages.preferences_close);
        marking = check(area, Messages.preferences_mark);
        formatting = check(area, Messages.preferences_formatOnSave);
        checking = check(area, Messages.preferences_checkOnSave);
        looks(area);
        load(false);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.editor");
        return area;
    }

    private static Button check(Composite parent, String text) {
        Button button = new Button(parent, SWT.CHECK);
        button.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    private void looks(Composite parent) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.preferences_colours);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(group);
        roles = new List(group, SWT.BORDER | SWT.V_SCROLL | SWT.SINGLE);
        for (Role role : Role.values()) {
            roles.add(role.label());
        }
        roles.setToolTipText(Messages.preferences_rolesTip);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, convertHeightInCharsToPixels(10))
                .applyTo(roles);
        roles.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> selected()));
        Composite choice = new Composite(group, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(choice);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(choice);
        new Label(choice, SWT.NONE).setText(Messages.preferences_colour);
        colour = new ColorSelector(choice);
        colour.addListener(_ -> chosen());
        bold = check(choice, Messages.preferences_bold);
        italic = check(choice, Messages.preferences_italic);
        bold.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> chosen()));
        italic.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> chosen()));
    }

    private Role role() {
        return Role.values()[Math.max(0, roles.getSelectionIndex())];
    }

    private void selected() {
        Look look = looks.get(role());
        colour.setColorValue(look.colour());
        bold.setSelection((look.face() & SWT.BOLD) != 0);
        italic.setSelection((look.face() & SWT.ITALIC) != 0);
    }

    private void chosen() {
        looks.put(role(), new Look(colour.getColorValue(),
                (bold.getSelection() ? SWT.BOLD : 0) | (italic.getSelection() ? SWT.ITALIC : 0)));
    }

    private void load(boolean defaults) {
        IPreferenceStore store = getPreferenceStore();
        for (Role role : Role.values()) {
            looks.put(role, defaults
                    ? new Look(PreferenceConverter.getDefaultColor(store, role.colourKey()),
                            store.getDefaultInt(role.faceKey()))
                    : new Look(PreferenceConverter.getColor(store, role.colourKey()),
                            store.getInt(role.faceKey())));
        }
        width.setSelection(
                defaults ? store.getDefaultInt(EditorDefaults.WIDTH) : store.getInt(EditorDefaults.WIDTH));
        load(closing, EditorDefaults.CLOSE_BRACKETS, defaults);
        load(marking, EditorDefaults.MARK_OCCURRENCES, defaults);
        load(formatting, EditorDefaults.FORMAT_ON_SAVE, defaults);
        load(checking, EditorDefaults.CHECK_ON_SAVE, defaults);
        roles.setSelection(Math.max(0, roles.getSelectionIndex()));
        selected();
    }

    private void load(Button button, String key, boolean defaults) {
        IPreferenceStore store = getPreferenceStore();
        button.setSelection(defaults ? store.getDefaultBoolean(key) : store.getBoolean(key));
    }

    @Override
    protected void performDefaults() {
        load(true);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        IPreferenceStore store = getPreferenceStore();
        looks.forEach((role, look) -> {
            PreferenceConverter.setValue(store, role.colourKey(), look.colour());
            store.setValue(role.faceKey(), look.face());
        });
        store.setValue(EditorDefaults.WIDTH, width.getSelection());
        store.setValue(EditorDefaults.CLOSE_BRACKETS, closing.getSelection());
        store.setValue(EditorDefaults.MARK_OCCURRENCES, marking.getSelection());
        store.setValue(EditorDefaults.FORMAT_ON_SAVE, formatting.getSelection());
        store.setValue(EditorDefaults.CHECK_ON_SAVE, checking.getSelection());
        return super.performOk();
    }
}
