package org.xstate.analysis.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.api.Contributions;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Values of names in the proposal's text; those that docs/cli.md has print give. */
class ValueAtTest {

    private static final String LINE = "\txsave->header.xfeatures |= BIT_ULL(xfeature);\n";

    private Scenario scenario;
    private Simulation simulation;
    private DebugConsole console;

    @BeforeEach
    void begin() {
        scenario = ScenarioLoader.load("../../examples/seed/begin-finish.c", LoadOptions
                .of(Contributions.onClassPath(ValueAtTest.class.getClassLoader()))
                .only(List.of("as_posted"))).getFirst().scenario().orElseThrow();
        simulation = Simulation.of(scenario.machine());
        Schedule.parse("A*").run(simulation);
        simulation.moveTo(new org.xstate.sim.run.Position(0, 0));
        console = new DebugConsole(scenario, simulation);
    }

    private Optional<String> value(String expression, String function) {
        return ValueAt.of(scenario, simulation, expression, Optional.of(function));
    }

    @Test
    void aNameIsTakenWithWhatLeadsToIt() {
        assertEquals(Optional.of("xsave"), ValueAt.expression(LINE, 2));
        assertEquals(Optional.of("xsave->header"), ValueAt.expression(LINE, 9));
        assertEquals(Optional.of("xsave->header.xfeatures"), ValueAt.expression(LINE, 20));
        assertEquals(Optional.of("xfeature"), ValueAt.expression(LINE, LINE.indexOf("(xfeature") + 3));
        assertEquals(Optional.of("tasks[0].need_fpu_load"),
                ValueAt.expression("if (tasks[0].need_fpu_load)", 20));
    }

    @Test
    void whatIsCalledAndWhatIsNoNameIsNoExpression() {
        assertEquals(Optional.empty(), ValueAt.expression(LINE, LINE.indexOf("BIT_ULL") + 2));
        assertEquals(Optional.empty(), ValueAt.expression(LINE, LINE.indexOf("|=") + 1));
        assertEquals(Optional.empty(), ValueAt.expression("", 0));
    }

    @Test
    void aLocalHasItsValueInItsOwnFunctionOnly() {
        console.execute("break 37");
        console.execute("continue");
        // docs/cli.md: print xsave->header.xfeatures says 0x400 here
        assertEquals(Optional.of("0x400"), value("xsave->header.xfeatures",
                "finish_update_one_xsave_feature"));
        assertEquals(Optional.of("PASID"), value("xfeature", "finish_update_one_xsave_feature"));
        assertEquals(Optional.of("PASID"), value("xfeature", "update"), "of the caller");
        assertEquals(Optional.empty(), value("xfeature", "begin_update_one_xsave_feature"));
    }

    @Test
    void aGlobalHasItsValueOutsideOfFunctionsToo() {
        assertEquals(List.of("need_fpu_load = 0 (0x0)"), console.execute("print tasks[0].need_fpu_load"));
        assertEquals(Optional.of("0"),
                ValueAt.of(scenario, simulation, "tasks[0].need_fpu_load", Optional.empty()));
        assertEquals(Optional.empty(), ValueAt.of(scenario, simulation, "nonsense", Optional.empty()));
    }

    @Test
    void printTakesTheFunctionAsGdbDoes() {
        console.execute("break 37");
        console.execute("continue");
        assertEquals(List.of("update::xfeature = PASID"), console.execute("print update::xfeature"));
        assertEquals(List.of("nobody() is not under way here, or has no such value"),
                console.execute("print nobody::x"));
    }
}
