package org.xstate.analysis.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.text.Amounts;
import org.xstate.api.RestorePolicy;
import org.xstate.check.ExplorationOptions;
import org.xstate.model.KernelVersion;
import org.xstate.sim.scenario.LoadOptions;

/**
 * What is asked for of a check, beyond the file: what wins over the scenario's own settings, and how far it may go.
 *
 * @param scenarios  names of those that are wanted; empty for all of the file
 * @param knobs      values by the knob's name
 * @param kernel     release
 * @param profile    of the CPU, by name
 * @param policies   restore policies by the component's name
 * @param threads    1 to {@link ExplorationOptions#MAX_THREADS}; the answer does not depend on it
 * @param maxStates  gives up at so many states
 * @param maxMemory  gives up when states need more bytes than that
 * @param maxTime    gives up after that time
 * @param reductions whether states that cannot be told apart count as one
 */
public record CheckSettings(List<String> scenarios, Map<String, String> knobs, Optional<KernelVersion> kernel,
        Optional<String> profile, Map<String, RestorePolicy> policies, Optional<Integer> threads,
        Optional<Long> maxStates, Optional<Long> maxMemory, Optional<Duration> maxTime, boolean reductions) {

    /** Nothing is set. */
    public static final CheckSettings STANDARD = new CheckSettings(List.of(), Map.of(), Optional.empty(),
            Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), true);

    private static final String SCENARIO = "--scenario";
    private static final String SET = "--set";
    private static final String KERNEL = "--kernel";
    private static final String CPU = "--cpu";
    private static final String POLICY = "--policy";
    private static final String THREADS = "--threads";
    private static final String MAX_STATES = "--max-states";
    private static final String MAX_MEMORY = "--max-memory";
    private static final String TIME = "--time";
    private static final String NO_REDUCTIONS = "--no-reductions";

    public CheckSettings {
        scenarios = List.copyOf(scenarios);
        knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(profile);
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
        Objects.requireNonNull(threads);
        Objects.requireNonNull(maxStates);
        Objects.requireNonNull(maxMemory);
        Objects.requireNonNull(maxTime);
    }

    /** The same for these scenarios only. */
    public CheckSettings only(List<String> wanted) {
        return new CheckSettings(wanted, knobs, kernel, profile, policies, threads, maxStates, maxMemory,
                maxTime, reductions);
    }

    /** @param base what is there where nothing is set */
    public LoadOptions load(LoadOptions base) {
        Map<String, String> all = new LinkedHashMap<>(base.knobs());
        all.putAll(knobs);
        return base.only(scenarios).with(all).on(kernel, profile).restoring(policies);
    }

    /** @param base what is there where nothing is set */
    public ExplorationOptions exploration(ExplorationOptions base) {
        ExplorationOptions options = base.withThreads(threads.orElse(base.threads()))
                .withMaxStates(maxStates.orElse(base.maxStates()))
                .withMaxMemory(maxMemory.orElse(base.maxMemory()));
        return maxTime.isPresent() ? options.withMaxTime(maxTime.get()) : options;
    }

    /** As options of the command {@code check}, each word by itself. */
    public List<String> arguments() {
        List<String> words = new ArrayList<>();
        scenarios.forEach(name -> words.addAll(List.of(SCENARIO, name)));
        kernel.ifPresent(release -> words.addAll(List.of(KERNEL, release.toString())));
        profile.ifPresent(name -> words.addAll(List.of(CPU, name)));
        knobs.forEach((knob, value) -> words.addAll(List.of(SET, knob + "=" + value)));
        policies.forEach(
                (feature, policy) -> words.addAll(List.of(POLICY, feature + "=" + policy.label())));
        threads.ifPresent(count -> words.addAll(List.of(THREADS, count.toString())));
        maxStates.ifPresent(count -> words.addAll(List.of(MAX_STATES, count.toString())));
        maxMemory.ifPresent(bytes -> words.addAll(List.of(MAX_MEMORY, bytes.toString())));
        maxTime.ifPresent(time -> words.addAll(List.of(TIME, time.toSeconds() + "s")));
        if (!reductions) {
            words.add(NO_REDUCTIONS);
        }
        return words;
    }

    /** The command line that asks the same of a file. */
    public String command(String file) {
        StringBuilder line = new StringBuilder("xstate check ").append(quoted(file));
        arguments().forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * What {@link #arguments} gave.
     *
     * @throws IllegalArgumentException with a sentence, if it is something else
     */
    public static CheckSettings of(List<String> arguments) {
        List<String> scenarios = new ArrayList<>();
        Map<String, String> knobs = new LinkedHashMap<>();
        Map<String, RestorePolicy> policies = new LinkedHashMap<>();
        Map<String, String> single = new LinkedHashMap<>();
        boolean reductions = true;
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            if (option.equals(NO_REDUCTIONS)) {
                reductions = false;
                continue;
            }
            i++;
            if (i == arguments.size()) {
                throw new IllegalArgumentException(option + " has no value");
            }
            String value = arguments.get(i);
            switch (option) {
                case SCENARIO -> scenarios.add(value);
                case SET -> knobs.putAll(knobs(List.of(value)));
                case POLICY -> policies.putAll(policies(List.of(value)));
                default -> single.put(option, value);
            }
        }
        CheckSettings settings = new CheckSettings(scenarios, knobs,
                Optional.ofNullable(single.remove(KERNEL)).map(CheckSettings::kernel),
                Optional.ofNullable(single.remove(CPU)), policies,
                Optional.ofNullable(single.remove(THREADS)).map(CheckSettings::threads),
                Optional.ofNullable(single.remove(MAX_STATES))
                        .map(text -> Amounts.count(text, 1, Long.MAX_VALUE)),
                Optional.ofNullable(single.remove(MAX_MEMORY)).map(Amounts::size),
                Optional.ofNullable(single.remove(TIME)).map(Amounts::time), reductions);
        if (!single.isEmpty()) {
            throw new IllegalArgumentException("there is no option " + single.keySet().iterator().next());
        }
        return settings;
    }

    /** @throws IllegalArgumentException that says how to write one */
    public static KernelVersion kernel(String text) {
        return KernelVersion.parse(text).orElseThrow(
                () -> new IllegalArgumentException("write a release such as 6.16 or 5.15.3"));
    }

    /** @throws IllegalArgumentException that says how many there may be */
    public static int threads(String text) {
        return (int) Amounts.count(text, 1, ExplorationOptions.MAX_THREADS);
    }

    /**
     * @param settings {@code KNOB=VALUE} each
     * @throws IllegalArgumentException that says how to write one
     */
    public static Map<String, String> knobs(List<String> settings) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1 || equals == setting.length() - 1) {
                throw new IllegalArgumentException("write KNOB=VALUE");
            }
            knobs.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return knobs;
    }

    /**
     * @param settings {@code FEATURE=POLICY} each
     * @throws IllegalArgumentException that says how to write one
     */
    public static Map<String, RestorePolicy> policies(List<String> settings) {
        Map<String, RestorePolicy> policies = new LinkedHashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            Optional<RestorePolicy> policy = RestorePolicy.named(setting.substring(equals + 1));
            if (equals < 1 || policy.isEmpty()) {
                throw new IllegalArgumentException(
                        "write FEATURE=POLICY, with one of on-return-to-user, eager, on-trap:VECTOR,"
                                + " independent, guest-only, unused");
            }
            policies.put(setting.substring(0, equals), policy.get());
        }
        return policies;
    }
}
