package org.xstate.ui.debug.internal.commands;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.breakpoints.FunctionStop;
import org.xstate.ui.debug.internal.breakpoints.WatchStop;
import org.xstate.ui.debug.internal.breakpoints.XstateBreakpoint;
import org.xstate.ui.debug.internal.model.XstateVariable;

/** What can be set about a breakpoint; what it is stands behind the class's name in the manifest. */
public final class BreakpointHandler extends AbstractHandler implements IExecutableExtension {

    /** What it sets. */
    private enum Setting {
        CONDITION, HITS, WATCH, FUNCTION
    }

    private Setting setting = Setting.CONDITION;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        setting = Setting.valueOf(data.toString());
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            if (setting == Setting.WATCH) {
                watch(event);
            } else if (setting == Setting.FUNCTION) {
                function(event);
            } else {
                Optional<XstateBreakpoint> breakpoint = selected(event, XstateBreakpoint.class);
                if (breakpoint.isPresent()) {
                    set(event, breakpoint.get());
                }
            }
        } catch (CoreException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    private static <T> Optional<T> selected(ExecutionEvent event, Class<T> type) {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        return selection instanceof IStructuredSelection structured
                ? Optional.ofNullable(structured.getFirstElement()).filter(type::isInstance).map(type::cast)
                : Optional.empty();
    }

    private void set(ExecutionEvent event, XstateBreakpoint breakpoint) throws CoreException {
        boolean condition = setting == Setting.CONDITION;
        String before = condition
                ? breakpoint.condition()
                : breakpoint.hits() == 0 ? "" : Integer.toString(breakpoint.hits());
        Optional<String> typed = ask(event, condition ? Messages.condition_title : Messages.hits_title,
                condition ? Messages.condition_message : Messages.hits_message, before,
                text -> condition || text.isBlank() || text.strip().matches("[1-9][0-9]{0,5}")
                        ? null
                        : Messages.hits_wrong);
        if (typed.isEmpty()) {
            return;
        }
        if (condition) {
            breakpoint.getMarker().setAttribute(XstateBreakpoint.CONDITION, typed.get().strip());
        } else {
            breakpoint.getMarker().setAttribute(XstateBreakpoint.HITS,
                    typed.get().isBlank() ? 0 : Integer.parseInt(typed.get().strip()));
        }
        DebugPlugin.getDefault().getBreakpointManager().fireBreakpointChanged(breakpoint);
    }

    private static void watch(ExecutionEvent event) throws CoreException {
        Optional<String> path = selected(event, XstateVariable.class).map(one -> one.node().path());
        Optional<String> what = path.isPresent()
                ? path
                : ask(event, Messages.watch_title, Messages.watch_message, "",
                        text -> text.isBlank() ? "" : null);
        if (what.isPresent()) {
            DebugPlugin.getDefault().getBreakpointManager().addBreakpoint(new WatchStop(what.get()));
        }
    }

    private static void function(ExecutionEvent event) throws CoreException {
        Optional<String> name = ask(event, Messages.function_title, Messages.function_message, "",
                text -> text.isBlank()
                        ? ""
                        : text.strip().matches(FunctionStop.NAME)
                                ? null
                                : Messages.function_wrong);
        if (name.isPresent()) {
            DebugPlugin.getDefault().getBreakpointManager()
                    .addBreakpoint(new FunctionStop(name.get().strip()));
        }
    }

    private static Optional<String> ask(ExecutionEvent event, String title, String message, String before,
            IInputValidator validator) {
        InputDialog dialog = new InputDialog(HandlerUtil.getActiveShell(event), title, message, before,
                validator);
        return dialog.open() == Window.OK ? Optional.of(dialog.getValue()) : Optional.empty();
    }
}
