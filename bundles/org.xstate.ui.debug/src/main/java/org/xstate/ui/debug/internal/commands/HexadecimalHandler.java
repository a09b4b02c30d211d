package org.xstate.ui.debug.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.debug.internal.Numbers;

/** Shows integers in hexadecimal, or as the reader of a trace sees them. */
public final class HexadecimalHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Numbers.setHexadecimal(!HandlerUtil.toggleCommandState(event.getCommand()));
        Selected.thread().ifPresent(thread -> DebugPlugin.getDefault().fireDebugEventSet(new DebugEvent[]{
            new DebugEvent(thread.target(), DebugEvent.CHANGE, DebugEvent.CONTENT)}));
        return null;
    }
}
