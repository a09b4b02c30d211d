package org.xstate.sim.library;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.xstate.api.Lifecycle;
import org.xstate.api.Lifecycle.Rule;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;

/**
 * What {@code policy/*.c} has to know of the scenario's components: which of them have a standard expansion of which
 * policy, where their values are parked, and what fork, exec, signals and ptrace do to them, by their providers' word.
 */
final class PolicyTables {

    /** Behind the last vector of an exception. */
    private static final int NO_VECTOR = 32;

    private final Processor processor;
    private final ImageMap map;
    private final int[] components;
    private final StringBuilder out = new StringBuilder();

    private PolicyTables(Processor processor, ImageMap map) {
        this.processor = processor;
        this.map = map;
        this.components = processor.features().numbers().toArray();
    }

    static String of(Processor processor, ImageMap map) {
        return new PolicyTables(processor, map).text();
    }

    private String text() {
        out.append(
                """

                        /*
                         * Components without a text of their own for the kernel, or with a policy that the scenario chose: standard
                         * expansions of restore policies are for them.
                         */
                        """);
        mask("STANDARD_FEATURES", this::isStandard);
        mask("POLICY_EAGER", standard(RestorePolicy.Eager.class));
        mask("POLICY_INDEPENDENT", standard(RestorePolicy.Independent.class));
        mask("POLICY_ON_TRAP", number -> standard(RestorePolicy.OnTrap.class).test(number)
                && !policy(number).equals(Optional.of(Processor.ON_DEVICE_NOT_AVAILABLE)));
        out.append("/* on which exception each of them is populated */\n");
        define("NO_VECTOR", NO_VECTOR);
        table("trap_of", number -> policy(number).map(policy -> policy instanceof RestorePolicy.OnTrap trap
                ? trap.vector()
                : NO_VECTOR).orElse(NO_VECTOR));
        out.append("/* where a task has room for its value, part by part, and for what its process has */\n");
        int[] standard = Arrays.stream(components).filter(this::isStandard).toArray();
        define("NR_OWN_PARTS", Math.max(1, Arrays.stream(standard).map(this::parts).sum()));
        table("own_part", number -> isStandard(number)
                ? Arrays.stream(standard).filter(other -> other < number).map(this::parts).sum()
                : 0);
        define("NR_DEMANDED", Math.max(1, standard.length));
        table("demanded_index", number -> Math.max(0, Arrays.binarySearch(standard, number)));
        out.append("/* what operations do to components, as their providers have it */\n");
        lifecycle("RESET_BY_CLONE", Lifecycle::fork, Rule.RESET, Rule.UNTOUCHED);
        lifecycle("RESET_BY_EXEC", Lifecycle::exec, Rule.RESET, Rule.REPLACE);
        lifecycle("RESET_BY_SIGNAL", Lifecycle::signal, Rule.RESET, Rule.REPLACE);
        lifecycle("KEPT_BY_SIGNAL", Lifecycle::signal, Rule.KEEP, Rule.UNTOUCHED);
        lifecycle("UNTOUCHED_BY_SIGNAL", Lifecycle::signal, Rule.UNTOUCHED);
        lifecycle("REPLACED_BY_PTRACE", Lifecycle::ptrace, Rule.REPLACE);
        lifecycle("RESET_BY_PTRACE", Lifecycle::ptrace, Rule.RESET);
        return out.toString();
    }

    private Optional<XFeatureProvider> provider(int number) {
        return processor.catalog().provider(number);
    }

    private Optional<RestorePolicy> policy(int number) {
        return provider(number).map(XFeatureProvider::restorePolicy);
    }

    private boolean isStandard(int number) {
        return processor.catalog().model(number).kernel().isEmpty()
                && policy(number).filter(policy -> !(policy instanceof RestorePolicy.Custom)).isPresent();
    }

    private IntPredicate standard(Class<? extends RestorePolicy> kind) {
        return number -> isStandard(number) && policy(number).filter(kind::isInstance).isPresent();
    }

    private int parts(int number) {
        return (int) map.parts().stream().filter(part -> part.component() == number).count();
    }

    private void lifecycle(String name, Function<Lifecycle, Rule> event, Rule first, Rule... others) {
        Set<Rule> rules = EnumSet.of(first, others);
        mask(name, number -> provider(number).filter(one -> rules.contains(event.apply(one.lifecycle())))
                .isPresent());
    }

    private void mask(String name, IntPredicate chosen) {
        XFeatureMask all = processor.features().or(processor.enabled());
        long bits = all.numbers().filter(chosen).mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b);
        out.append("#define ").append(name).append(' ').append(new XFeatureMask(bits)).append("ULL\n");
    }

    private void define(String name, int value) {
        out.append("#define ").append(name).append(' ').append(value).append('\n');
    }

    private void table(String name, java.util.function.IntUnaryOperator value) {
        List<String> values = IntStream.of(components).map(value).mapToObj(Integer::toString).toList();
        out.append("static const u8 ").append(name).append('[').append(components.length).append("] = { ")
                .append(values.stream().collect(Collectors.joining(", "))).append(" };\n");
    }
}
