package org.xstate.ui.tests.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.api.DisabledContributions;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.ui.panels.PanelArea;
import org.xstate.ui.panels.PanelInput;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Ui;

/** Panels that plugins add for a component: shown where it is, and each failing for itself. */
class PanelsTest {

    private static final String BUNDLE = "org.xstate.ui.tests";
    private static final XFeatureDescriptor SCRATCH = XFeatureDescriptor.user(40, "SCRATCH", 64).requires(0)
            .build();
    private static final XFeatureDescriptor OTHER = XFeatureDescriptor.user(41, "OTHER", 64).requires(0)
            .build();

    private Shell shell;
    private PanelArea area;

    @BeforeEach
    void openAnArea() {
        shell = Ui.on(() -> {
            Shell made = new Shell(PlatformUI.getWorkbench().getDisplay(), SWT.SHELL_TRIM);
            made.setLayout(new FillLayout());
            area = new PanelArea(made);
            made.setSize(600, 400);
            made.open();
            return made;
        });
    }

    @AfterEach
    void closeTheArea() {
        Ui.on(() -> {
            shell.dispose();
            return null;
        });
    }

    @Test
    void aPanelShowsTheComponentThatIsSelected() {
        assertTrue(show(SCRATCH, Optional.empty()));
        assertEquals("SCRATCH itself", panel("Good"));
        show(SCRATCH, Optional.of(new PanelInput.Contents("core.1 thread 7", true, new byte[64])));
        assertEquals("SCRATCH core.1 thread 7 64", panel("Good"));
    }

    @Test
    void onePanelThatFailsNamesItsPluginAndLeavesTheOthers() {
        show(SCRATCH, Optional.empty());
        for (String broken : List.of("Broken at creation", "Broken at showing", "Missing", "No panel")) {
            String message = panel(broken);
            assertTrue(message.contains("\"" + broken + "\" of the plugin " + BUNDLE + " failed"), message);
        }
        assertEquals("SCRATCH itself", panel("Good"));
    }

    @Test
    void whatWasThrownIsInTheMessage() {
        show(SCRATCH, Optional.empty());
        assertTrue(panel("Broken at creation").contains("planted in create"), panel("Broken at creation"));
        assertTrue(panel("Broken at showing").contains("planted in show"), panel("Broken at showing"));
    }

    @Test
    void aPanelThatFailedIsNotAskedAgain() {
        show(SCRATCH, Optional.empty());
        String before = panel("Broken at showing");
        show(SCRATCH, Optional.empty());
        assertEquals(before, panel("Broken at showing"));
    }

    @Test
    void aComponentWithoutAPanelTakesNoRoom() {
        show(SCRATCH, Optional.empty());
        assertFalse(show(OTHER, Optional.empty()));
        assertEquals(0, Ui.on(() -> area.getChildren().length));
    }

    @Test
    void thePanelOfTheTemplateIsThereFromDropins() {
        byte[] bytes = new byte[64];
        bytes[0] = 1;
        show(SCRATCH, Optional.of(new PanelInput.Contents("core.1 thread 7", true, bytes)));
        assertEquals("scratch_ctl 0x1: SCRATCH is enabled, in use in core.1 thread 7.", panel("SCRATCH"));
        show(SCRATCH, Optional.empty());
        assertEquals("SCRUN raises #GP while SCRATCH is initial.", panel("SCRATCH"));
    }

    @Test
    void aPanelThatWaitsIsInterruptedAndNamed() {
        System.setProperty("xstate.plugin.seconds", "1");
        try {
            show(XFeatureDescriptor.user(42, "WAITING", 64).requires(0).build(), Optional.empty());
            assertTrue(panel("Waits").contains("interrupted while it waited"), panel("Waits"));
            Shell told = Dialogs.saying("xstate features --disable " + BUNDLE);
            Dialogs.press(told, "OK");
            Ui.await("the dialog is closed", told::isDisposed);
        } finally {
            System.clearProperty("xstate.plugin.seconds");
        }
    }

    @Test
    void aPanelThatIsSwitchedOffIsNotMade() throws IOException {
        Path file = Files.createTempDirectory("xstate").resolve("disabled");
        System.setProperty("xstate.disabled", file.toString());
        try {
            show(SCRATCH, Optional.empty());
            int all = Ui.on(() -> area.getChildren().length);
            DisabledContributions.ofUser().enable("org.example.scratch.desktop", false);
            show(SCRATCH, Optional.empty());
            assertEquals(all - 1, Ui.on(() -> area.getChildren().length));
            DisabledContributions.ofUser().enable(BUNDLE + "/org.xstate.ui.tests.plugins.Panels$Good", false);
            show(SCRATCH, Optional.empty());
            assertEquals(all - 2, Ui.on(() -> area.getChildren().length));
        } finally {
            System.clearProperty("xstate.disabled");
        }
    }

    private boolean show(XFeatureDescriptor feature, Optional<PanelInput.Contents> contents) {
        boolean any = Ui.on(() -> area.show(new PanelInput(feature, contents)));
        Ui.settle();
        return any;
    }

    /** What stands in a panel. */
    private String panel(String name) {
        return Ui.on(() -> Stream.of(area.getChildren()).map(Group.class::cast)
                .filter(group -> group.getText().equals(name)).findFirst()
                .flatMap(group -> Ui.find(group, Label.class, label -> true)).map(Label::getText)
                .orElseThrow());
    }
}
