package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Platform;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.ui.actions.IRunToLineTarget;
import org.eclipse.debug.ui.actions.IToggleBreakpointsTarget;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.LibraryInput;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Ui;

/** Where sessions stop; lines are those of the proposal in {@code examples/seed}. */
class BreakpointTest {

    private static final String SEED = "examples/seed/begin-finish.c";

    @AfterEach
    void end() {
        Debugging.clear();
        Ui.on(() -> Ui.page().closeAllEditors(false));
    }

    /** Made as the debugger makes them, by classes that are not exported. */
    private static IBreakpoint made(String type, Class<?>[] types, Object... arguments) throws Exception {
        IBreakpoint made = (IBreakpoint) Platform.getBundle("org.xstate.ui.debug")
                .loadClass("org.xstate.ui.debug.internal.breakpoints." + type).getConstructor(types)
                .newInstance(arguments);
        DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(made);
        return made;
    }

    private static IBreakpoint line(String file, int line, String condition) throws Exception {
        IBreakpoint made = made("LineStop", new Class<?>[]{String.class, int.class}, file, line);
        made.getMarker().setAttribute("org.xstate.ui.debug.condition", condition);
        return made;
    }

    private static void watch(String what) throws Exception {
        made("WatchStop", new Class<?>[]{String.class}, what);
    }

    private static String resumed(IDebugTarget target) throws Exception {
        target.resume();
        Debugging.stands(target);
        return Debugging.place(Debugging.thread(target, "CPU0"));
    }

    @Test
    void aLineStopsBeforeItIsExecuted() throws Exception {
        line(Debugging.file(SEED).toString(), 22, "");
        IDebugTarget target = Debugging.seed();
        assertEquals("begin_update_one_xsave_feature:22", resumed(target));
        IThread cpu = Debugging.thread(target, "CPU0");
        assertEquals(1, cpu.getBreakpoints().length);
    }

    @Test
    void aLineOfTheLibraryStops() throws Exception {
        line("kernel/core.c", 76, "");
        assertTrue(resumed(Debugging.seed()).endsWith(":76"));
    }

    @Test
    void aFunctionStopsWhereItIsEntered() throws Exception {
        made("FunctionStop", new Class<?>[]{String.class}, "finish_update_one_xsave_feature");
        IDebugTarget target = Debugging.seed();
        assertEquals("finish_update_one_xsave_feature:37", resumed(target));
        resumed(target);
        assertTrue(target.getName().contains("violated"), target.getName());
    }

    @Test
    void aFunctionOfTheLibraryIsToldByItsNameAndItsCommand() throws Exception {
        Dialogs.during(() -> {
            Ui.page().getWorkbenchWindow().getService(IHandlerService.class)
                    .executeCommand("org.xstate.ui.debug.addFunction", null);
            return null;
        }, dialog -> {
            Ui.on(() -> {
                Ui.find(dialog, Text.class, text -> text.getEditable()).orElseThrow().setText("fpregs_lock");
                return null;
            });
            Dialogs.press(dialog, "OK");
        });
        assertTrue(resumed(Debugging.seed()).startsWith("fpregs_lock:"));
    }

    @Test
    void theExecutionRunsToTheLineOfTheCaret() throws Exception {
        IDebugTarget target = Debugging.seed();
        ITextEditor editor = (ITextEditor) Ui.edit(Debugging.file(SEED));
        Ui.on(() -> {
            var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            editor.selectAndReveal(document.getLineOffset(36), 0);
            Optional.ofNullable(Adapters.adapt(editor, IRunToLineTarget.class)).orElseThrow().runToLine(
                    editor,
                    editor.getSelectionProvider().getSelection(), target);
            return null;
        });
        Debugging.stands(target);
        assertEquals("finish_update_one_xsave_feature:37",
                Debugging.place(Debugging.thread(target, "CPU0")));
    }

    @Test
    void aConditionLetsItPass() throws Exception {
        line(Debugging.file(SEED).toString(), 22,
                "xfeature != XFEATURE_PASID");
        line(Debugging.file(SEED).toString(), 37,
                "xfeature == XFEATURE_PASID");
        assertEquals("finish_update_one_xsave_feature:37", resumed(Debugging.seed()));
    }

    @Test
    void aDisabledOneLetsItPass() throws Exception {
        line(Debugging.file(SEED).toString(), 22, "").setEnabled(false);
        IDebugTarget target = Debugging.seed();
        resumed(target);
        assertTrue(target.getName().contains("violated"), target.getName());
    }

    @Test
    void aChangeOfAVariableStopsBehindIt() throws Exception {
        watch("tasks[0].need_fpu_load");
        IDebugTarget target = Debugging.seed();
        resumed(target);
        assertEquals("1", Debugging.variable(Debugging.thread(target, "CPU0").getTopStackFrame(), "tasks",
                "A", "need_fpu_load").getValue().getValueString());
    }

    @Test
    void aChangeOfAComponentInRegistersStops() throws Exception {
        watch("registers of CPU0.AVX");
        IDebugTarget target = Debugging.seed();
        resumed(target);
        assertEquals("begin-finish.c as_posted  (step 1 of 8)", target.getName());
    }

    @Test
    void theRulerTogglesABreakpointOfALibraryText() throws Exception {
        IEditorPart editor = Ui.on(() -> Ui.page().openEditor(
                new LibraryInput("kernel/example.c", "int x;\nint y;\n"), LibraryInput.EDITOR));
        IToggleBreakpointsTarget target = Optional
                .ofNullable(Adapters.adapt(editor, IToggleBreakpointsTarget.class)).orElseThrow();
        TextSelection second = new TextSelection(7, 0) {
            @Override
            public int getStartLine() {
                return 1;
            }
        };
        assertTrue(target.canToggleLineBreakpoints(editor, second));
        Ui.on(() -> {
            target.toggleLineBreakpoints(editor, second);
            return null;
        });
        IBreakpoint[] made = DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints("org.xstate.ui.debug");
        assertEquals(1, made.length);
        assertEquals(2, made[0].getMarker().getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals(IResource.ROOT, made[0].getMarker().getResource().getType());
        Ui.on(() -> {
            target.toggleLineBreakpoints(editor, second);
            return null;
        });
        assertFalse(DebugPlugin.getDefault().getBreakpointManager()
                .getBreakpoints("org.xstate.ui.debug").length > 0);
    }
}
