package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.check.CheckSettings;
import org.xstate.analysis.check.ScenarioProcessors;
import org.xstate.analysis.designs.DesignStudy;
import org.xstate.api.RestorePolicy;
import org.xstate.cli.ExitCode;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What can be set from outside about a model, the same for every command that executes one. */
final class ModelOptions {

    private ModelOptions() {
    }

    static List<OptionSpec> options() {
        List<OptionSpec> options = new ArrayList<>(List.of(Options.values("--scenario", "NAME",
                "Only this scenario of the file (default: all of them; repeatable).")));
        options.addAll(machine());
        return options;
    }

    /** What a model is compiled for, whichever scenario it is. */
    static List<OptionSpec> machine() {
        return List.of(
                Options.values("--set", "KNOB=VALUE",
                        "Sets a knob of the model; wins over the scenario (repeatable; --list shows knobs)."),
                Options.value("--kernel", "VERSION",
                        "The kernel's release, such as 6.16 (default: the scenario's, else 6.16)."),
                Options.value("--cpu", "NAME",
                        "The CPU profile (default: the scenario's, else sapphirerapids; see xstate cpus)."),
                Options.values("--policy", "FEATURE=POLICY",
                        "Restores a component otherwise: on-return-to-user, eager, on-trap:VECTOR, independent,"
                                + " guest-only, unused (repeatable; docs/restore-policies.md)."));
    }

    /** Nothing is set. */
    static LoadOptions plain(Session session) {
        return LoadOptions.of(session.contributions()).on(new ScenarioProcessors(session.catalog()));
    }

    static LoadOptions read(ParseResult parsed, Session session) {
        return settings(parsed).load(
                LoadOptions.of(session.contributions()).on(new ScenarioProcessors(session.catalog())));
    }

    /** What is set from outside about the model. */
    static CheckSettings settings(ParseResult parsed) {
        Options.text(parsed, "--cpu").ifPresent(CpuSources::profile);
        return new CheckSettings(Options.texts(parsed, "--scenario"), knobs(parsed), kernel(parsed),
                Options.text(parsed, "--cpu"), policies(parsed), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), true);
    }

    /** What is set about a model whose scenario is the program's own. */
    static DesignStudy.Switches switches(ParseResult parsed) {
        Options.text(parsed, "--cpu").ifPresent(CpuSources::profile);
        Map<String, String> knobs = knobs(parsed);
        DesignStudy.Switches.OWN.stream().filter(knobs::containsKey).findFirst().ifPresent(knob -> {
            throw new Stop(ExitCode.USAGE, "--set " + knob
                    + ": the matrix has every value of it; one cell is shown by --explain");
        });
        return new DesignStudy.Switches(kernel(parsed), Options.text(parsed, "--cpu"), knobs);
    }

    private static Optional<KernelVersion> kernel(ParseResult parsed) {
        return Options.text(parsed, "--kernel")
                .map(text -> Quantities.read("--kernel", text, () -> CheckSettings.kernel(text)));
    }

    private static Map<String, String> knobs(ParseResult parsed) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String setting : Options.texts(parsed, "--set")) {
            knobs.putAll(Quantities.read("--set", setting, () -> CheckSettings.knobs(List.of(setting))));
        }
        return knobs;
    }

    private static Map<String, RestorePolicy> policies(ParseResult parsed) {
        Map<String, RestorePolicy> policies = new LinkedHashMap<>();
        for (String setting : Options.texts(parsed, "--policy")) {
            policies.putAll(
                    Quantities.read("--policy", setting, () -> CheckSettings.policies(List.of(setting))));
        }
        return policies;
    }
}
