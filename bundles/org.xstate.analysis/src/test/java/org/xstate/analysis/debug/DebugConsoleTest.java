package org.xstate.analysis.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.api.Contributions;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The proposal; places and values are those that {@code xstate check} tells of its counterexample. */
class DebugConsoleTest {

    private DebugConsole console;

    @BeforeEach
    void begin() {
        Scenario scenario = ScenarioLoader.load("../../examples/seed/begin-finish.c", LoadOptions
                .of(Contributions.onClassPath(DebugConsoleTest.class.getClassLoader()))
                .only(List.of("as_posted"))).getFirst().scenario().orElseThrow();
        Simulation simulation = Simulation.of(scenario.machine());
        Schedule.parse("A*").run(simulation);
        simulation.moveTo(new Position(0, 0));
        console = new DebugConsole(scenario, simulation);
    }

    private String last(String... commands) {
        List<String> lines = List.of();
        for (String command : commands) {
            lines = console.execute(command);
        }
        return String.join("\n", lines);
    }

    @Test
    void steppingGoesForwardsAndBack() {
        assertEquals("[1/8] A()  begin-finish.c:85  enter_kernel();", last("next"));
        assertEquals("[2/8] A()  begin-finish.c:86  update(XFEATURE_PASID, false, V2);", last("next"));
        assertEquals("[2/8] update()  begin-finish.c:49  api_begins(current, xfeature);", last("step"));
        assertEquals("[2/8] A()  begin-finish.c:86  update(XFEATURE_PASID, false, V2);",
                last("reverse-finish"));
        assertEquals("[1/8] A()  begin-finish.c:85  enter_kernel();", last("rn"));
    }

    @Test
    void aTextIsFoundInWhatStepsExecuteForwardsAndBack() {
        String forwards = last("find ENTER_kernel");
        assertTrue(forwards.startsWith("[2/8]"), forwards);
        assertEquals("no step behind this one has 'enter_kernel'", last("find enter_kernel"));
        String back = last("goto 8", "reverse-find user_write");
        assertTrue(back.startsWith("[1/8]"), back);
        assertEquals("no step before this one has 'nowhere'", last("reverse-find nowhere"));
    }

    @Test
    void theCommandThatExecutesItAgainIsTold() {
        assertEquals("xstate run ../../examples/seed/begin-finish.c --scenario as_posted --schedule \"A*8\"",
                last("command"));
    }

    @Test
    void anEmptyLineRepeatsTheMovement() {
        assertEquals(last("n", "n"), new String(last("goto 0", "n", "")));
    }

    @Test
    void breakpointsTakeLinesFunctionsAndConditions() {
        assertTrue(last("break begin_update_one_xsave_feature if xfeature == XFEATURE_PASID", "continue")
                .contains("begin-finish.c:20"));
        assertTrue(last("delete 1", "break 37 if 0", "continue").startsWith("violated: update_is_kept"));
        assertEquals("[6/8] finish_update_one_xsave_feature()  begin-finish.c:39"
                + "  set_thread_flag(TIF_NEED_FPU_LOAD);",
                last("delete 1", "break begin-finish.c:39", "rc")
                        .replaceAll("(?s).*\\n", "").replaceAll("^\\[[0-9]", "[6"));
    }

    @Test
    void watchpointsStopBehindTheStatementThatChangesSomething() {
        assertTrue(last("watch current->need_fpu_load", "c").startsWith("stop 1: watch current->need"));
        assertEquals("need_fpu_load = 1 (0x1)", last("print tasks[0].need_fpu_load"));
        assertTrue(
                last("delete 1", "goto 0", "watch memory of A.XSTATE_BV", "c").startsWith("stop 1: watch"));
        assertEquals("XSTATE_BV = 0x400", last("print memory of A.XSTATE_BV"));
    }

    @Test
    void valuesAreTold() {
        assertEquals("xfeature = PASID (0xa)\nfull = 0 (0x0)\nvalue = V2", last("u 50", "locals"));
        assertEquals("xfeature == XFEATURE_PASID = 1 (0x1)", last("print xfeature == XFEATURE_PASID"));
        assertEquals("no such name 'nonsense'", last("print nonsense").replaceAll(";.*", ""));
        assertTrue(last("state registers of CPU0").contains("PASID = V1"));
    }

    @Test
    void callsAreListedAndChosen() {
        last("u insn_xsaves");
        assertTrue(last("bt").contains("#3 update()  begin-finish.c:50"), last("bt"));
        assertTrue(last("frame 3").contains("update()"));
        assertTrue(last("locals").contains("value = V2"));
    }

    @Test
    void stepsAreTakenByName() {
        assertTrue(last("moves").contains("A "));
        assertEquals("'B' is not possible; possible is A, preempt/A", last("take B"));
        assertTrue(last("take A").startsWith("[1/1]"));
    }

    @Test
    void wrongCommandsAreAnswered() {
        assertEquals("no such command: 'jump'; help lists them", last("jump"));
        assertTrue(last("break nowhere").startsWith("no such function"));
        assertTrue(last("help").contains("reverse-step"));
        last("quit");
        assertTrue(console.isEnded());
    }

    @Test
    void theLifeOfACopyIsListedAndItsFutureIsMarked() {
        // docs/cli.md has the machine behind step 7: the buffer's PASID is V1, the registers' AVX too
        String avx = last("next", "next", "changes registers of CPU0.AVX");
        assertEquals("  [1] begin-finish.c:84  user_write(XFEATURE_AVX, V1)  → V1", avx);
        String pasid = last("changes buffer of A.PASID");
        assertEquals("+ [6] begin-finish.c:30  xsaves(xstate, 1 << xfeature)  → V1", pasid);
        assertTrue(last("changes PASID").startsWith("changes takes registers of CPU0.AVX, "),
                last("changes PASID"));
    }
}
