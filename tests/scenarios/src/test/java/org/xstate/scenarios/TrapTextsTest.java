package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.api.Contributions;
import org.xstate.api.TrapHandlerSource;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.model.KernelVersion;
import org.xstate.sim.library.Library;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** The trap handlers on every processor, with and without the components that they need. */
class TrapTextsTest {

    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(TrapTextsTest.class.getClassLoader());
    private static final LoadOptions OPTIONS = LoadOptions.of(CONTRIBUTIONS);
    private static final KernelVersion KERNEL = new KernelVersion(6, 18, 0);

    /** A program that raises every exception. */
    private static final String EVERY_EXCEPTION = """
            task(A)
            {
            	user_use(XFEATURE_XTILE_DATA);
            	user_xrstor(&sigframes[0].fx, BIT_ULL(XFEATURE_SSE));
            	enter_kernel_irqs_off();
            	exc_control_protection();
            	enter_kernel_irqs_off();
            	exc_page_fault();
            	take_signal(&sigframes[0]);
            	sigreturn(&sigframes[0]);
            }

            scenario(every_exception)
            {
            	cpu_profile("%s");
            	kernel("6.18");
            	features(%s);
            	set(partial_images, false);
            	set(standard_images, true);
            }
            """;

    private record Machine(String profile, List<String> features) {
        @Override
        public String toString() {
            return profile + " " + features;
        }
    }

    private static Optional<Library> library(Machine machine) {
        return Library.of(machine.profile(), machine.features(), KERNEL, Map.of(), OPTIONS.catalog(),
                OPTIONS.handlers()) instanceof Library.Result.Ready(Library ready)
                        ? Optional.of(ready)
                        : Optional.empty();
    }

    /** All of what shipped handlers need, one at a time and together, on the processors that have it. */
    static Stream<Machine> machines() {
        return CpuProfiles.all().stream().map(CpuProfile::id)
                .flatMap(profile -> Stream
                        .of(List.of("AVX"), List.of("PASID"), List.of("CET_U"), List.of("XTILE_DATA"),
                                List.of("AVX", "PASID", "CET_U"))
                        .map(features -> new Machine(profile, features)))
                .filter(machine -> library(machine).isPresent());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theyCompileAndTheMachineHasThem(Machine machine) {
        LoadedScenario loaded = ScenarioLoader.load("every.c", EVERY_EXCEPTION.formatted(machine.profile(),
                String.join(", ", machine.features())), OPTIONS).getFirst();
        assertTrue(loaded.scenario().isPresent(), loaded::text);
        List<String> names = library(machine).orElseThrow().names();
        assertEquals(machine.features().contains("PASID"), names.contains("traps/enqcmd.c"));
        assertEquals(machine.features().contains("CET_U"), names.contains("traps/shadow-stack.c"));
        assertTrue(names.containsAll(List.of("traps/xfd.c", "traps/undefined.c", "traps/restore-kernel.c",
                "traps/restore-user.c")), names::toString);
    }

    @Test
    void processorsWithEachNeedAreAmongThem() {
        List<Machine> all = machines().toList();
        for (String feature : List.of("AVX", "PASID", "CET_U", "XTILE_DATA")) {
            assertTrue(all.stream().anyMatch(machine -> machine.features().equals(List.of(feature))),
                    feature);
        }
    }

    @Test
    void handlersAreReadInTheOrderInWhichTheyAreAskedBehindTheKernel() {
        List<String> names = library(new Machine("sapphire-rapids", List.of("PASID", "CET_U"))).orElseThrow()
                .names();
        List<String> handlers = CONTRIBUTIONS.trapHandlers().stream().map(TrapHandlerSource::text)
                .map(text -> text.name()).distinct().toList();
        assertEquals(handlers, names.subList(names.size() - handlers.size(), names.size()));
    }
}
