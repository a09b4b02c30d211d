package org.xstate.sim.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xstate.model.run.LocalValue;
import org.xstate.model.type.Type;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Values are those of the counterexample that {@code xstate check} tells of the proposal. */
class WatchTest {

    private static Scenario scenario;
    private static Simulation simulation;

    @BeforeAll
    static void run() {
        scenario = ScenarioLoader.load("../../examples/seed/begin-finish.c", Loaded.options("as_posted"))
                .getFirst().scenario().orElseThrow();
        simulation = Simulation.of(scenario.machine());
        Schedule.parse("A*6").run(simulation);
    }

    private static Watch.Answer look(String expression, LocalValue... locals) {
        return new Watch(scenario, expression).in(simulation.state(), 0, List.of(locals));
    }

    private static long word(String expression, LocalValue... locals) {
        return ((Watch.Answer.Value) look(expression, locals)).word();
    }

    private static String problem(String expression) {
        return ((Watch.Answer.None) look(expression)).reason();
    }

    @Test
    void variablesMembersAndMacrosAreUnderstood() {
        assertEquals(1, word("current->need_fpu_load"));
        assertEquals(1 << 10, word("xsave->header.xfeatures"));
        assertEquals(1, word("xsave->header.xfeatures == BIT_ULL(XFEATURE_PASID)"));
        assertEquals(1, word("test_thread_flag(TIF_NEED_FPU_LOAD)"));
    }

    @Test
    void functionsOfTheModelAreCalled() {
        assertEquals(0, word("fpregs_live(current)"));
    }

    @Test
    void aStructIsToldByItsAddress() {
        Watch.Answer.Value value = (Watch.Answer.Value) look("tasks[0].thread.fpu");
        assertEquals(new Type.Struct("fpu"), value.type());
        assertEquals(1, value.word());
    }

    @Test
    void localsOfTheFrameCanBeNamed() {
        simulation.moveTo(new org.xstate.sim.run.Position(5, 1));
        Subject a = new Subject.Process(0);
        CallStack stack = new Places(simulation).of(a).orElseThrow();
        List<LocalValue> locals = Locals.of(simulation, a, stack, 2);
        simulation.moveTo(simulation.end());
        assertEquals(11, word("xfeature + 1", locals.toArray(LocalValue[]::new)));
        assertTrue(new Watch(scenario, "xfeature == XFEATURE_PASID").isTrue(simulation.state(), 0, locals));
        assertFalse(new Watch(scenario, "full").isTrue(simulation.state(), 0, locals));
    }

    @Test
    void whatIsWrongIsSaidAsTheCompilerSaysIt() {
        assertEquals("no such name 'curren'; did you mean 'current'?", problem("curren"));
        assertTrue(problem("current->no_such").startsWith("'struct task_struct' has no member 'no_such'"),
                problem("current->no_such"));
        assertEquals("this is more than one expression", problem("1); return (2"));
        assertTrue(problem("1 +").contains("expected"), problem("1 +"));
        assertTrue(problem("tasks").contains("name an element"), problem("tasks"));
    }

    @Test
    void whatFailsWhenItIsEvaluatedIsSaid() {
        assertTrue(problem("((struct task_struct *)NULL)->need_fpu_load").length() > 0);
    }

    @Test
    void aChoiceHasSeveralValues() {
        assertEquals(List.of(0L, 1L), ((Watch.Answer.Several) look("choose(0, 1)")).words());
    }
}
