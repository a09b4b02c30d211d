package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;

/** The tabs of a launch configuration, in the platform's dialog; names are those of {@code examples/seed/begin-finish.c}. */
class LaunchTabsTest {

    private static final String SEED = "examples/seed/begin-finish.c";

    private ILaunchConfiguration configuration;

    @BeforeEach
    void keep() throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy made = manager
                .getLaunchConfigurationType("org.xstate.ui.debug.scenario").newInstance(null, "tabs");
        made.setAttribute("org.xstate.ui.debug.file", Debugging.file(SEED).toString());
        made.setAttribute("org.xstate.ui.debug.scenario", "as_posted");
        made.setAttribute("org.xstate.ui.debug.choices", "RANDOM");
        made.setAttribute("org.xstate.ui.debug.seed", "42");
        configuration = made.doSave();
    }

    @AfterEach
    void forget() throws CoreException {
        configuration.delete();
        Debugging.clear();
    }

    private void driving(Consumer<Shell> work) {
        Dialogs.during(() -> {
            return DebugUITools.openLaunchConfigurationDialog(Ui.page().getWorkbenchWindow().getShell(),
                    configuration, IDebugUIConstants.ID_DEBUG_LAUNCH_GROUP, null);
        }, work);
    }

    private static void tab(Shell dialog, String name) {
        CTabFolder tabs = Ui.on(() -> Ui.find(dialog, CTabFolder.class, _ -> true).orElseThrow());
        CTabItem item = Ui.on(() -> Arrays.stream(tabs.getItems()).filter(one -> one.getText().equals(name))
                .findFirst().orElseThrow());
        Ui.on(() -> {
            tabs.setSelection(item);
            return null;
        });
        Event event = new Event();
        event.item = item;
        Ui.send(tabs, SWT.Selection, event);
    }

    /** The control behind a label. */
    private static <T extends Control> T behind(Shell dialog, String label, Class<T> type) {
        return Ui.on(() -> {
            Label found = Ui.find(dialog, Label.class, one -> Ui.plain(one.getText()).equals(label))
                    .orElseThrow(() -> new AssertionError("no " + label));
            List<Control> beside = List.of(found.getParent().getChildren());
            return type.cast(beside.get(beside.indexOf(found) + 1));
        });
    }

    private static void type(Control field, String text) {
        Ui.on(() -> {
            if (field instanceof Combo combo) {
                combo.setText(text);
            } else {
                ((Text) field).setText(text);
            }
            return null;
        });
        Ui.settle();
    }

    private static boolean isSaid(Shell dialog, String words) {
        return Ui.on(() -> Dialogs.text(dialog).contains(words));
    }

    private static boolean canBeDebugged(Shell dialog) {
        return Ui.on(() -> Ui.find(dialog, Button.class, one -> Ui.plain(one.getText()).equals("Debug"))
                .orElseThrow().isEnabled());
    }

    private static void enter(CCombo cell, String text) {
        Ui.on(() -> {
            cell.setText(text);
            return null;
        });
        Ui.send(cell, SWT.DefaultSelection, new Event());
    }

    @Test
    void theTabsShowWhatIsSetAndOfferWhatTheFileDeclares() {
        driving(dialog -> {
            Combo scenario = behind(dialog, "Scenario:", Combo.class);
            assertEquals("as_posted", Ui.on(scenario::getText));
            assertTrue(Ui.on(() -> List.of(scenario.getItems()).contains("as_posted")));
            assertTrue(Ui.on(() -> Ui.find(dialog, Text.class,
                    one -> one.getText().endsWith(SEED)).isPresent()));
            tab(dialog, "Steps");
            assertEquals("42", Ui.on(() -> behind(dialog, "Seed:", Text.class).getText()));
            assertTrue(Ui.on(() -> behind(dialog, "Seed:", Text.class).isEnabled()));
            assertFalse(Ui.on(() -> behind(dialog, "Schedule:", Text.class).isEnabled()));
            Dialogs.press(dialog, "Close");
        });
    }

    @Test
    void whatIsChangedIsKept() throws CoreException {
        driving(dialog -> {
            type(behind(dialog, "Kernel:", Combo.class), "5.16");
            tab(dialog, "Steps");
            Dialogs.press(dialog, "By a schedule, then ask");
            type(behind(dialog, "Schedule:", Text.class), "A*3");
            Dialogs.press(dialog, "Apply");
            Dialogs.press(dialog, "Close");
        });
        assertEquals("5.16", configuration.getAttribute("org.xstate.ui.debug.kernel", ""));
        assertEquals("SCHEDULE", configuration.getAttribute("org.xstate.ui.debug.choices", ""));
        assertEquals("A*3", configuration.getAttribute("org.xstate.ui.debug.schedule", ""));
        assertEquals("as_posted", configuration.getAttribute("org.xstate.ui.debug.scenario", ""));
    }

    @Test
    void whatCannotBeIsSaidAndCannotBeDebugged() {
        driving(dialog -> {
            type(behind(dialog, "Kernel:", Combo.class), "latest");
            assertTrue(isSaid(dialog, "'latest' is no release of a kernel"));
            assertFalse(canBeDebugged(dialog));
            type(behind(dialog, "Kernel:", Combo.class), "");
            type(behind(dialog, "Scenario:", Combo.class), "as_postd");
            assertTrue(isSaid(dialog, "There is no scenario 'as_postd'"));
            type(behind(dialog, "Scenario:", Combo.class), "as_posted");
            type(behind(dialog, "CPU profile:", Combo.class), "zen99");
            assertTrue(isSaid(dialog, "There is no CPU profile 'zen99'"));
            type(behind(dialog, "CPU profile:", Combo.class), "");
            assertTrue(canBeDebugged(dialog));
            tab(dialog, "Steps");
            type(behind(dialog, "Seed:", Text.class), "many");
            assertTrue(isSaid(dialog, "'many' is no seed"));
            assertFalse(canBeDebugged(dialog));
            Dialogs.press(dialog, "Revert");
            Dialogs.press(dialog, "Close");
        });
    }

    @Test
    void aKnobIsSetByKeys() throws CoreException {
        driving(dialog -> {
            tab(dialog, "Knobs");
            Table table = Ui.on(() -> Ui.find(dialog, Table.class,
                    one -> one.getColumnCount() == 3).orElseThrow());
            Ui.await("knobs are listed", () -> table.getItemCount() > 0);
            int row = Ui.on(() -> Arrays.stream(table.getItems()).map(item -> item.getText(0)).toList()
                    .indexOf("check_kernel_state"));
            assertTrue(row >= 0, "the library's knob");
            Ui.on(() -> {
                table.setSelection(row);
                return null;
            });
            Keys.press(table, "F2");
            CCombo cell = Ui.on(() -> Ui.find(table, CCombo.class, CCombo::isVisible).orElseThrow());
            enter(cell, "off");
            assertTrue(isSaid(dialog, "The knob check_kernel_state cannot be 'off'"));
            assertFalse(canBeDebugged(dialog));
            Keys.press(table, "F2");
            enter(Ui.on(() -> Ui.find(table, CCombo.class, CCombo::isVisible).orElseThrow()), "false");
            assertEquals("false", Ui.on(() -> table.getItem(row).getText(2)));
            Dialogs.press(dialog, "Apply");
            Dialogs.press(dialog, "Close");
        });
        assertEquals(Map.of("check_kernel_state", "false"),
                configuration.getAttribute("org.xstate.ui.debug.knobs", Map.of()));
    }
}
