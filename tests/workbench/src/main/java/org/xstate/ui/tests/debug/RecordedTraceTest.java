package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Simulation;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Dialogs;
import org.xstate.ui.tests.Ui;

/** Traces that {@code xstate check --save-trace} wrote, opened in the debugger. */
class RecordedTraceTest {

    private static final String OPEN = "org.xstate.ui.debug.openTrace";

    @TempDir
    private Path folder;
    private Path model;
    private Path trace;

    @BeforeEach
    void record() throws IOException {
        try (Stream<Path> files = Files.list(Debugging.file("examples/seed"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        model = folder.resolve("begin-finish.c");
        IDebugTarget target = Debugging.launch(model.toString(), "as_posted", "COUNTEREXAMPLE", Map.of());
        Session session = Debugging.session(target);
        trace = Files.writeString(folder.resolve("out.xtrace"), session.read(simulation -> TraceFile
                .of(session.scenario(), simulation.beginning(), moves(simulation),
                        Optional.of("update_is_kept"))
                .text()));
        Debugging.clear();
    }

    @AfterEach
    void forget() throws CoreException {
        Debugging.clear();
        for (ILaunchConfiguration one : manager().getLaunchConfigurations()) {
            one.delete();
        }
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    private static IDebugTarget opened() {
        Ui.await("a session begins", () -> Stream.of(manager().getLaunches())
                .anyMatch(launch -> launch.getDebugTargets().length > 0));
        ILaunch launch = List.of(manager().getLaunches()).getFirst();
        IDebugTarget target = launch.getDebugTargets()[0];
        Debugging.stands(target);
        return target;
    }

    private void open() {
        Ui.execute(OPEN, Map.of("file", trace.toString()));
    }

    private void edit() throws IOException {
        // one line more: the steps are the same, their places are not
        Files.writeString(model, "/* edited */\n" + Files.readString(model));
    }

    private static List<String> moves(Simulation simulation) {
        return simulation.history().stream().skip(1).map(Moment::move).toList();
    }

    private static List<String> moves(IDebugTarget target) {
        return Debugging.session(target).read((Simulation simulation) -> moves(simulation));
    }

    @Test
    void aTraceIsAnExecutionToGoThrough() throws Exception {
        open();
        IDebugTarget target = opened();
        assertTrue(target.getName().startsWith("out.xtrace"), target.getName());
        assertEquals(8, moves(target).size());
        target.resume();
        Debugging.stands(target);
        assertTrue(target.getName().contains("violated: update_is_kept"), target.getName());
    }

    @Test
    void ofAModelThatHasChangedItIsReplayedIfThatIsWanted() throws Exception {
        edit();
        open();
        Shell question = Dialogs.saying("The Model Has Changed");
        Dialogs.press(question, "Replay");
        IDebugTarget target = opened();
        assertEquals(8, moves(target).size());
        assertEquals("A:85", Debugging.place(Debugging.thread(target, "CPU0")));
    }

    @Test
    void orItsCounterexampleIsLookedForAgain() throws Exception {
        edit();
        open();
        Dialogs.press(Dialogs.saying("The Model Has Changed"), "Look for a New One");
        IDebugTarget target = opened();
        target.resume();
        Debugging.stands(target);
        assertTrue(target.getName().contains("(step 8 of 8)  violated: update_is_kept"), target.getName());
    }

    @Test
    void aFileThatIsNoTraceIsRefusedWithItsName() throws Exception {
        Files.writeString(trace, "no trace");
        ILaunchConfigurationWorkingCopy copy = manager()
                .getLaunchConfigurationType("org.xstate.ui.debug.trace").newInstance(null, "no trace");
        copy.setAttribute("org.xstate.ui.debug.file", trace.toString());
        CoreException refused = assertThrows(CoreException.class,
                () -> copy.launch(ILaunchManager.DEBUG_MODE, new NullProgressMonitor()));
        assertEquals(trace + ": this is no trace: it is no JSON", refused.getMessage());
    }
}
