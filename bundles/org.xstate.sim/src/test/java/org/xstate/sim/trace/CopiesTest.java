package org.xstate.sim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;
import org.xstate.sim.library.Part;
import org.xstate.sim.run.Loaded;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** What a trace says about memory is what the library's own text says. */
class CopiesTest {

    private static final String MEMORY_PART = "memory_part";
    private static final int RUNS = 6;
    private static final int STEPS = 40;

    @ParameterizedTest
    @CsvSource({"seed/begin-finish.c, as_posted", "seed/flaws.c, partial_save_in_place_moves_the_component",
        "scenarios/signal-frame.c, signal_frame_6_16", "scenarios/pkru-init.c, pkru_zero_5_14"})
    void memoryIsReadAsTheLibraryReadsIt(String file, String name) {
        Scenario scenario = ScenarioLoader.load("../../examples/" + file, Loaded.options(name)).getFirst()
                .scenario()
                .orElseThrow();
        Machine machine = Linker.link(scenario.program(),
                new LinkOptions(scenario.program().cpus(), true, Set.of(MEMORY_PART))).machine()
                .orElseThrow();
        Words words = new Words(scenario.program(), machine);
        Copies copies = new Copies(scenario.program(), machine, scenario.map().orElseThrow(), words);
        Interpreter interpreter = new Interpreter(machine);
        int compared = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Simulation simulation = Simulation.of(machine);
            simulation.run(possible -> random.nextInt(possible.size()), List.of(), STEPS);
            for (var moment : simulation.history()) {
                compared += compare(copies, interpreter, words, moment.state());
            }
        }
        assertTrue(compared > RUNS, "values were compared");
    }

    private static int compare(Copies copies, Interpreter interpreter, Words words, long[] state) {
        int compared = 0;
        for (int task = 0; task < copies.tasks(); task++) {
            if (copies.buffer(state, task).isEmpty()) {
                continue;
            }
            for (Part part : copies.parts()) {
                int number = copies.parts(part.component()).indexOf(part);
                long token = interpreter.call(MEMORY_PART, 0, state, task + 1L, part.component(), number)
                        .getFirst()
                        .result();
                assertEquals(Optional.of(words.token(token)), copies.memory(state, task, part),
                        part.name() + " of task " + task);
                compared++;
            }
        }
        return compared;
    }
}
