package org.xstate.ui.console.internal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.console.IConsoleView;
import org.eclipse.ui.console.IOConsole;
import org.eclipse.ui.part.IPageBookViewPage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.xstate.cli.ExitCode;
import org.xstate.cli.Shell;
import org.xstate.cli.Stopper;
import org.xstate.cli.gogo.GogoShell;
import org.xstate.ui.ViewJobs;

/** A console whose lines are commands. They run beside the user interface, one at a time; their output is bounded. */
final class ShellConsole extends IOConsole {

    static final String TYPE = "org.xstate.ui.console.shell";

    private static final String BUNDLE = "org.xstate.ui.console";
    /** Characters of output that are kept. */
    private static final int KEPT = 2_000_000;
    private static final int CUT = 500_000;

    private final History history = new History();
    private final AnsiStream output;
    private Optional<GogoShell> shell = Optional.empty();
    private volatile Optional<Stopper> running = Optional.empty();
    private volatile List<Path> operands = List.of();
    private Runnable changed = () -> {
    };

    ShellConsole() {
        super(Messages.shell_name, TYPE,
                ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/shell.svg").orElse(null),
                StandardCharsets.UTF_8.name(), true);
        setWaterMarks(KEPT - CUT, KEPT);
        output = new AnsiStream(this);
        output.line(Messages.shell_welcome);
        addPatternMatchListener(new PlaceLinks(this));
    }

    @Override
    public IPageBookViewPage createPage(IConsoleView view) {
        return new ShellPage(super.createPage(view), this);
    }

    /** @param dark whether the page has a dark background */
    void useColours(boolean dark) {
        output.useColours(dark);
    }

    /** @param listener called on any thread when a command begins or ends */
    void onChange(Runnable listener) {
        changed = listener;
    }

    History history() {
        return history;
    }

    boolean isRunning() {
        return running.isPresent();
    }

    /** Seen from where names of files are. */
    synchronized Path folder() {
        return shell.map(GogoShell::folder).orElseGet(() -> Path.of("").toAbsolutePath());
    }

    /** Files that the last line names. */
    List<Path> operands() {
        return operands;
    }

    List<String> complete(List<String> words) {
        return Shell.complete(words, folder());
    }

    /** A line of ours, not of a command. */
    void say(String line) {
        output.line(line);
    }

    /** Runs a line, if none runs. */
    void run(String line) {
        if (isRunning() || line.isBlank()) {
            return;
        }
        history.add(line);
        output.typed(Messages.shell_prompt + " " + line);
        Path folder = folder();
        operands = Stream.of(line.split("\\s+")).filter(word -> word.matches("[^|'\"$;*?]+"))
                .map(folder::resolve).filter(Files::exists).toList();
        Stopper stopper = new Stopper();
        running = Optional.of(stopper);
        changed.run();
        new CommandJob(line, stopper).schedule();
    }

    /** Has the running command end with what it knows. */
    void stop() {
        running.ifPresent(Stopper::stop);
    }

    private synchronized GogoShell shell() {
        if (shell.isEmpty()) {
            BundleContext context = FrameworkUtil.getBundle(ShellConsole.class).getBundleContext();
            PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
            shell = Optional
                    .of(GogoShell.open(context, DesktopHost.of(context), InputStream.nullInputStream(),
                            out, out, true));
        }
        return shell.get();
    }

    @Override
    protected void dispose() {
        stop();
        synchronized (this) {
            shell.ifPresent(GogoShell::close);
            shell = Optional.empty();
        }
        super.dispose();
    }

    private final class CommandJob extends Job {

        private final String line;
        private final Stopper stopper;

        CommandJob(String line, Stopper stopper) {
            super(NLS.bind(Messages.shell_running, line));
            this.line = line;
            this.stopper = stopper;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                GogoShell gogo = shell();
                gogo.execute(line, stopper);
                if (stopper.isStopped()) {
                    output.line(Messages.shell_cancelled);
                } else if (gogo.exitCode() != ExitCode.CLEAN) {
                    output.line(NLS.bind(Messages.shell_code, gogo.exitCode()));
                }
            } finally {
                running = Optional.empty();
                changed.run();
            }
            return Status.OK_STATUS;
        }

        /** From the Progress view. */
        @Override
        protected void canceling() {
            stopper.stop();
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }
}
