package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Span;

/**
 * The settings of a scenario, with those of the scenario that {@code like(...)} names in its place. That one stands before
 * it in the file, so no scenario is like itself.
 */
final class Likeness {

    /** What the setting is called. */
    static final String SETTING = "like";

    private final List<Declaration.Surface> scenarios;

    /** @param scenarios all of the file, in the order of the text */
    Likeness(List<Declaration.Surface> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /** In the order in which they count: of two for the same thing the later one. */
    List<Expression.Call> settings(Declaration.Surface scenario) {
        List<Expression.Call> calls = new ArrayList<>();
        for (Statement statement : scenario.body().orElseThrow().statements()) {
            if (statement instanceof Statement.Evaluate(Expression.Call call, Span _)) {
                calls.addAll(call.callee().equals(SETTING)
                        ? original(call, scenario).map(this::settings).orElse(List.of())
                        : List.of(call));
            }
        }
        return calls;
    }

    private Optional<Declaration.Surface> original(Expression.Call like, Declaration.Surface scenario) {
        Optional<String> wanted = like.arguments().stream().findFirst().map(ScenarioSettings::text);
        return scenarios.subList(0, scenarios.indexOf(scenario)).stream()
                .filter(one -> Membership.name(one).equals(wanted)).findFirst();
    }
}
