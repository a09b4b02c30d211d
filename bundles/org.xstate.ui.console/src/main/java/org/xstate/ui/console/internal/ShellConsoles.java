package org.xstate.ui.console.internal;

import java.util.stream.Stream;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.IConsoleFactory;
import org.eclipse.ui.console.IConsoleManager;

/** The one shell console: it is there from the start, and costs nothing before it is used. */
public final class ShellConsoles implements IConsoleFactory, IStartup {

    @Override
    public void earlyStartup() {
        console();
    }

    @Override
    public void openConsole() {
        show();
    }

    /** Brings it to the front of the Console view, which opens if it is closed. */
    static ShellConsole show() {
        ShellConsole console = console();
        ConsolePlugin.getDefault().getConsoleManager().showConsoleView(console);
        return console;
    }

    private static synchronized ShellConsole console() {
        IConsoleManager manager = ConsolePlugin.getDefault().getConsoleManager();
        return Stream.of(manager.getConsoles()).filter(ShellConsole.class::isInstance)
                .map(ShellConsole.class::cast).findFirst().orElseGet(() -> {
                    ShellConsole console = new ShellConsole();
                    manager.addConsoles(new IConsole[]{console});
                    return console;
                });
    }
}
