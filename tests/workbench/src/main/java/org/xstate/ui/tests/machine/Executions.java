package org.xstate.ui.tests.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.xstate.api.Contributions;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.StepLines;
import org.xstate.ui.Contributed;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;
import org.xstate.ui.tests.Ui;

/** Sessions on the examples of the checkout, made without the debugger. */
public final class Executions {

    private static final String THREE_TASKS = """
            scenario(three_tasks)
            {
            	cpu_profile("sapphire-rapids");
            	kernel("6.16");
            	cpus(2);
            	features(SSE, AVX, PKRU, PASID);
            	migrations(1);
            	softirqs(1);
            	set(partial_images, false);
            }

            task(A)
            {
            	user_write(XFEATURE_AVX, V1);
            	user_write(XFEATURE_SSE, V1);
            	wrpkru(V2);
            	enter_kernel();
            	kernel_fpu_section();
            	exit_to_user_mode();
            	user_write(XFEATURE_AVX, V2);
            }

            task(B)
            {
            	user_write(XFEATURE_AVX, B1);
            	user_write(XFEATURE_PASID, B2);
            }

            task(C)
            {
            	user_write(XFEATURE_SSE, B3);
            	wrpkru(B2);
            }
            """;

    private Executions() {
    }

    /** The proposal of the seed mail, executed to where the update of PASID is lost: eight steps of task A. */
    public static Session seed() {
        return session("seed/begin-finish.c", "as_posted", "A*8");
    }

    /** Three tasks on two CPUs: switches, a migration, and a softirq that uses the registers meanwhile. */
    public static Session threeTasks() {
        SourceFiles files = SourceFiles.of(Map.of("three-tasks.c", THREE_TASKS));
        Scenario scenario = contributed(options -> ScenarioLoader.load(files, "three-tasks.c", options));
        Simulation simulation = Simulation.of(scenario.machine());
        Schedule.parse(
                "preempt/A:1 C preempt/C softirq@0*3 preempt/idle1:1 softirq@0 preempt/C*3 softirq@0*2 "
                        + "preempt/C")
                .run(simulation);
        return new Session("three-tasks.c", scenario, simulation);
    }

    /** So many steps of a model that takes no time. */
    public static Session many(int steps) {
        SourceFiles files = SourceFiles.of(Map.of("lights.c", """
                bool red;
                range(0, 3) cars;
                rule(arrive) { assume(red && cars < 3); cars += 1; }
                rule(pass) { assume(!red && cars > 0); cars -= 1; }
                rule(change) { red = !red; }
                """));
        Scenario scenario = contributed(options -> ScenarioLoader.load(files, "lights.c", options));
        Simulation simulation = Simulation.of(scenario.machine());
        SplittableRandom random = new SplittableRandom(1);
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), steps);
        return new Session("lights.c", scenario, simulation);
    }

    /** Steps taken by chance, the same ones each time. */
    public static Session chance(String file, String name, int steps) {
        return chance(scenario(file, name), file.substring(file.indexOf('/') + 1), steps);
    }

    /** The same for the first scenario of texts, by name of file. */
    public static Session chance(Map<String, String> texts, int steps) {
        String first = texts.keySet().iterator().next();
        return chance(contributed(options -> ScenarioLoader.load(SourceFiles.of(texts), first, options)),
                first,
                steps);
    }

    private static Session chance(Scenario scenario, String file, int steps) {
        Simulation simulation = Simulation.of(scenario.machine());
        SplittableRandom random = new SplittableRandom(1);
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), steps);
        if (simulation.steps() < steps) {
            throw new IllegalStateException(file + " ends after " + simulation.steps() + " steps");
        }
        return new Session(file + " by chance", scenario, simulation);
    }

    /** @param file below examples/ @param schedule as {@code xstate run --schedule} takes it */
    public static Session session(String file, String name, String schedule) {
        Scenario scenario = scenario(file, name);
        Simulation simulation = Simulation.of(scenario.machine());
        Schedule.parse(schedule).run(simulation);
        return new Session(file.substring(file.indexOf('/') + 1) + " " + name, scenario, simulation);
    }

    public static Scenario scenario(String file, String name) {
        Path path = Path.of(System.getProperty("xstate.root"), "examples", file);
        return contributed(options -> ScenarioLoader.load(path.toString(),
                name.isEmpty() ? options : options.only(List.of(name))));
    }

    private static Scenario contributed(Function<LoadOptions, List<LoadedScenario>> load) {
        try (Contributed contributed = Contributed.open()) {
            Contributions contributions = contributed.current().orElseThrow();
            LoadedScenario loaded = load.apply(LoadOptions.of(contributions)).getFirst();
            return loaded.scenario().orElseThrow(() -> new IllegalStateException(loaded.text()));
        }
    }

    /** Shows it, and waits until the views have. */
    public static Session show(Session session) {
        Ui.on(() -> {
            Sessions.activate(Optional.of(session));
            return session;
        });
        // the views are told, and then begin to work
        Ui.settle();
        Ui.settle();
        return session;
    }

    /** Goes to where the first line is done whose statement contains that, from a step on. */
    public static void goTo(Session session, int from, String statement) {
        StepLines lines = new StepLines(session.scenario());
        session.moveTo(session.read(simulation -> IntStream.range(from, simulation.history().size())
                .mapToObj(step -> lines.of(simulation.history(), step)).flatMap(List::stream)
                .filter(line -> line.text().statement().contains(statement)).findFirst().orElseThrow()
                .end()));
        Ui.settle();
    }

    public static void none() {
        Ui.on(() -> {
            Sessions.activate(Optional.empty());
            return true;
        });
        Ui.settle();
    }
}
