package org.xstate.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Values are those that the counterexample in docs/ tells. */
class StateTreeTest {

    private static Simulation simulation;
    private static StateTree tree;

    @BeforeAll
    static void run() {
        Scenario scenario = ScenarioLoader
                .load("../../examples/seed/begin-finish.c", Loaded.options("as_posted")).getFirst().scenario()
                .orElseThrow();
        simulation = Simulation.of(scenario.machine());
        Schedule.parse("A*6").run(simulation);
        tree = new StateTree(scenario);
    }

    private static String value(String path) {
        return tree.object(path, simulation.state()).map(StateNode::value).orElse("there is none");
    }

    @Test
    void groupsAreCopiesTasksCpusAndGlobals() {
        assertEquals(List.of("registers of CPU0", "memory of A", "tasks", "CPU0", "globals",
                "ghost variables"),
                tree.groups(simulation.state()).stream().map(StateNode::name).toList());
    }

    @Test
    void componentsAreTold() {
        List<StateNode> groups = tree.groups(simulation.state());
        assertEquals("V1", groups.getFirst().parts().get().stream()
                .filter(node -> node.name().equals("PASID")).findFirst().orElseThrow().value());
        assertTrue(groups.get(1).parts().get().stream().anyMatch(
                node -> node.name().equals("XSTATE_BV") && node.word().orElseThrow() == 1 << 10));
    }

    @Test
    void membersAreFoundByTheirPath() {
        assertEquals("1", value("tasks[0].need_fpu_load"));
        assertEquals("A", value("per_cpu(current_task, 0)"));
        assertEquals("there is none", value("tasks[0].no_such_member"));
    }

    @Test
    void aPointerLeadsToWhatItPointsTo() {
        StateNode task = tree.object("per_cpu(current_task, 0)", simulation.state()).orElseThrow();
        StateNode flag = task.parts().get().stream().filter(one -> one.name().equals("need_fpu_load"))
                .findFirst().orElseThrow();
        assertEquals("tasks[0].need_fpu_load", flag.path());
        assertEquals("1", flag.value());
    }
}
