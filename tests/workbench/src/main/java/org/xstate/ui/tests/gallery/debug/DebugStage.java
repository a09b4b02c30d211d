package org.xstate.ui.tests.gallery.debug;

import java.util.Optional;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.debug.Debugging;
import org.xstate.ui.tests.gallery.Stage;

/** The counterexample of the proposal, half way. */
final class DebugStage implements Stage {

    private static final String SAVE = "begin_update_one_xsave_feature:30";
    private static final int BEHIND = 32;

    @Override
    public String name() {
        return "debug";
    }

    @Override
    public void set() throws Exception {
        Debugging.clear();
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.simulate",
                PlatformUI.getWorkbench().getActiveWorkbenchWindow()));
        IDebugTarget target = Debugging.seed();
        // into the call, past its beginning, and through what it calls until the component is saved
        for (String way : "over over into over into".split(" ")) {
            step(target, way);
        }
        while (!Debugging.place(Debugging.thread(target, "CPU0")).equals(SAVE)) {
            step(target, "over");
        }
        step(target, "over");
        Ui.await("the variables are shown", () -> rows("org.eclipse.debug.ui.VariableView") > 3);
        Ui.await("the editor is behind the save",
                () -> Ui.page().getActiveEditor() instanceof ITextEditor editor
                        && editor.getSelectionProvider().getSelection() instanceof ITextSelection at
                        && at.getStartLine() + 1 == BEHIND);
        Ui.await("the stack is shown", () -> rows("org.eclipse.debug.ui.DebugView") > 0);
        Ui.settle();
    }

    private static void step(IDebugTarget target, String way) throws DebugException {
        IThread thread = Debugging.thread(target, "CPU0");
        if (way.equals("into")) {
            thread.stepInto();
        } else {
            thread.stepOver();
        }
        Debugging.stands(target);
    }

    private static int rows(String view) {
        return Optional.ofNullable(Ui.page().findView(view))
                .flatMap(part -> Ui.find(Ui.area(part), Tree.class, Control::isVisible))
                .map(Tree::getItemCount).orElse(0);
    }
}
