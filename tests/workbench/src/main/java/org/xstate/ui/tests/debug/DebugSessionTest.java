package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.ui.session.Sessions;

/** The counterexample of the proposal; its steps are those that {@code xstate check} tells. */
class DebugSessionTest {

    @AfterEach
    void end() {
        Debugging.clear();
    }

    @Test
    void aLaunchStandsAtTheBeginningAndIsShownEverywhere() throws Exception {
        IDebugTarget target = Debugging.seed();
        assertEquals("begin-finish.c as_posted  (step 0 of 8)", target.getName());
        assertEquals(Optional.of(Debugging.session(target)), Sessions.active());
        assertEquals(List.of("CPU0: A user", "Task A: on CPU0"),
                Arrays.stream(target.getThreads()).map(DebugSessionTest::name).toList());
        assertEquals("A:84", Debugging.place(Debugging.thread(target, "CPU0")));
    }

    private static String name(IThread thread) {
        try {
            return thread.getName();
        } catch (org.eclipse.debug.core.DebugException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stepsGoOverIntoAndOutOfCalls() throws Exception {
        IDebugTarget target = Debugging.seed();
        IThread cpu = Debugging.thread(target, "CPU0");
        cpu.stepOver();
        Debugging.stands(target);
        assertEquals("A:85", Debugging.place(cpu));
        cpu.stepOver();
        Debugging.stands(target);
        cpu.stepInto();
        Debugging.stands(target);
        assertEquals("update:49", Debugging.place(cpu));
        assertEquals(List.of("update", "A"), Arrays.stream(cpu.getStackFrames()).map(frame -> {
            try {
                return frame.getName();
            } catch (org.eclipse.debug.core.DebugException e) {
                throw new IllegalStateException(e);
            }
        }).toList());
        cpu.stepReturn();
        Debugging.stands(target);
        // the call was the last of the body, whose end stands where the body is declared
        assertEquals("A:82", Debugging.place(cpu));
    }

    @Test
    void resumingStopsAtTheViolationAndTheTargetSaysSo() throws Exception {
        IDebugTarget target = Debugging.seed();
        target.resume();
        Debugging.stands(target);
        assertEquals("begin-finish.c as_posted  (step 8 of 8)  violated: update_is_kept", target.getName());
    }

    @Test
    void variablesShowWhatTheCounterexampleTells() throws Exception {
        IDebugTarget target = Debugging.seed();
        IThread cpu = Debugging.thread(target, "CPU0");
        target.resume();
        Debugging.stands(target);
        IStackFrame frame = cpu.getTopStackFrame();
        assertEquals("V1",
                Debugging.variable(frame, "registers of CPU0", "PASID").getValue().getValueString());
        assertEquals("0x400",
                Debugging.variable(frame, "memory of A", "XSTATE_BV").getValue().getValueString());
        assertEquals("0",
                Debugging.variable(frame, "tasks", "A", "need_fpu_load").getValue().getValueString());
    }

    @Test
    void goingBackGivesTheIdenticalState() {
        IDebugTarget target = Debugging.seed();
        long[] before = Debugging.session(target).read(Simulation::state);
        Position end = Debugging.session(target).read(Simulation::end);
        Debugging.session(target).moveTo(end);
        Debugging.session(target).moveTo(new Position(0, 0));
        assertArrayEquals(before, Debugging.session(target).read(Simulation::state));
        assertTrue(target.isSuspended());
    }
}
