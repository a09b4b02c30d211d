package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;

/** Which scenario a declaration belongs to: in the main file the last one before it, else all. */
final class Membership {

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

    /** The tasks and kernel threads that take part in a scenario, in the order of their numbers. */
    static List<Declaration.Surface> tasks(List<SourceUnit> units, Optional<String> scenario) {
        List<Declaration.Surface> tasks = new ArrayList<>();
        for (SourceUnit unit : units) {
            Membership membership = new Membership();
            boolean main = unit == units.getLast();
            for (Declaration declaration : unit.declarations()) {
                Optional<String> owner = main ? membership.of(declaration) : Optional.empty();
                boolean task = declaration instanceof Declaration.Surface surface
                        && (surface.keyword().equals("task") || surface.keyword().equals("kernel_thread"));
                if (task && (owner.isEmpty() || owner.equals(scenario))) {
                    tasks.add((Declaration.Surface) declaration);
                }
            }
        }
        return tasks;
    }
}
