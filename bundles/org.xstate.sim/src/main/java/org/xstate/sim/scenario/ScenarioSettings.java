package org.xstate.sim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.RestorePolicy;
import org.xstate.model.KernelVersion;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;

/** What a scenario says about the machine that it runs on. */
final class ScenarioSettings {

    private final List<Program.Setting> settings;

    /** @param scenario absent if the file declares none: then nothing is set */
    ScenarioSettings(Optional<Program.Scenario> scenario) {
        settings = scenario.map(Program.Scenario::settings).orElse(List.of());
    }

    private Optional<Program.Setting> last(String name) {
        return settings.stream().filter(setting -> setting.name().equals(name)).reduce((_, later) -> later);
    }

    Optional<String> text(String name) {
        return last(name).flatMap(setting -> setting.arguments().stream().findFirst());
    }

    Optional<KernelVersion> kernel() {
        return text("kernel").flatMap(KernelVersion::parse);
    }

    Optional<String> profile() {
        return text("cpu_profile");
    }

    /** As written: {@code PKRU}, {@code XTILEDATA}. */
    List<String> features() {
        return last("features").map(Program.Setting::arguments).orElse(List.of());
    }

    /** As written: {@code CONT_KERNEL_FPU}. */
    List<String> continuations() {
        return last("continuations").map(Program.Setting::arguments).orElse(List.of());
    }

    /** What {@code set(knob, value)} says. */
    Map<String, String> knobs() {
        Map<String, String> knobs = new LinkedHashMap<>();
        settings.stream().filter(setting -> setting.name().equals("set") && setting.arguments().size() == 2)
                .forEach(setting -> knobs.put(setting.arguments().getFirst(), setting.arguments().getLast()));
        return knobs;
    }

    /** What {@code policy(PKRU, eager)} and {@code policy(PASID, on_trap, 13)} say, by the component's name as written. */
    Map<String, RestorePolicy> policies() {
        Map<String, RestorePolicy> policies = new LinkedHashMap<>();
        settings.stream().filter(setting -> setting.name().equals("policy")).forEach(setting -> RestorePolicy
                .named(String.join(":", setting.arguments().subList(1, setting.arguments().size())))
                .ifPresent(policy -> policies.put(setting.arguments().getFirst(), policy)));
        return policies;
    }

    /** 0 if it is not set. */
    int count(String name) {
        return text(name).filter(text -> text.matches("[0-9]{1,5}")).map(Integer::parseInt).orElse(0);
    }

    /** Where a setting, or the argument that the sentence quotes, stands. */
    Optional<Span> place(String name, String sentence) {
        return last(name).map(setting -> setting.place(sentence));
    }
}
