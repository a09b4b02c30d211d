package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;

/** Which scenario a declaration belongs to: in the main file the last one before it, else all. */
final class Membership {

    private static final Set<String> STEPS = Set.of("task", "kernel_thread", "rule");

    private Optional<String> scenario = Optional.empty();

    /** Goes on to the next declaration of the main file. */
    Optional<String> of(Declaration declaration) {
        if (declaration instanceof Declaration.Surface surface && isScenario(surface)) {
            scenario = name(surface);
        }
        return scenario;
    }

    static boolean isScenario(Declaration.Surface surface) {
        return surface.keyword().equals("scenario") && surface.body().isPresent();
    }

    static Optional<String> name(Declaration.Surface surface) {
        return !surface.arguments().isEmpty()
                && surface.arguments()
                        .getFirst() instanceof Declaration.ExpressionArgument(Expression.Name name)
                                ? Optional.of(name.name())
                                : Optional.empty();
    }

    /** Whether a scenario has nothing that happens while other scenarios of the file have. */
    static boolean isIdle(List<SourceUnit> units, Optional<String> scenario) {
        List<Declaration.Surface> all = steps(units, _ -> true);
        return !all.isEmpty() && all.stream().noneMatch(one -> one.keyword().equals("rule"))
                && tasks(units, scenario).isEmpty();
    }

    /** The tasks and kernel threads that take part in a scenario, in the order of their numbers. */
    static List<Declaration.Surface> tasks(List<SourceUnit> units, Optional<String> scenario) {
        return steps(units, owner -> owner.isEmpty() || owner.equals(scenario)).stream()
                .filter(one -> !one.keyword().equals("rule")).toList();
    }

    private static List<Declaration.Surface> steps(List<SourceUnit> units,
            Predicate<Optional<String>> owned) {
        List<Declaration.Surface> steps = new ArrayList<>();
        for (SourceUnit unit : units) {
            Membership membership = new Membership();
            boolean main = unit == units.getLast();
            for (Declaration declaration : unit.declarations()) {
                Optional<String> owner = main ? membership.of(declaration) : Optional.empty();
                if (declaration instanceof Declaration.Surface surface && STEPS.contains(surface.keyword())
                        && owned.test(owner)) {
                    steps.add(surface);
                }
            }
        }
        return steps;
    }
}
