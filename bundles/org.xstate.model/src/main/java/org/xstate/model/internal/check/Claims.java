package org.xstate.model.internal.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.link.Promise;

/** Whether what {@code require} and {@code expect_violation} name is claimed. */
final class Claims {

    private final Unit unit;
    private final Diagnostics diagnostics;

    Claims(Unit unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    void check() {
        Set<String> expected = new TreeSet<>(unit.claims);
        Stream.of(Promise.values()).forEach(promise -> expected.add(promise.claim()));
        for (Program.Scenario scenario : unit.scenarios) {
            for (Program.Setting setting : scenario.settings()) {
                if (setting.name().equals("expect_violation")
                        && !expected.contains(setting.arguments().getFirst())) {
                    missing(setting.arguments().getFirst(), setting.places().getFirst(), expected);
                }
            }
        }
        bodies().flatMap(graph -> graph.nodes().stream()).forEach(node -> {
            if (node.step() instanceof Step.Require require && !unit.claims.contains(require.property())) {
                missing(require.property(), node.span(), unit.claims);
            }
        });
    }

    private void missing(String name, Span span, Set<String> names) {
        Diagnostic diagnostic = Diagnostic.error("no-such-property", span, "no such property '" + name + "'");
        diagnostics
                .add(Nearest.to(name, names).map(near -> diagnostic.suggest("did you mean '" + near + "'?"))
                        .orElse(diagnostic));
    }

    private Stream<Graph> bodies() {
        return Stream.of(unit.functions.stream().map(Program.Function::body),
                unit.tasks.stream().map(Program.Task::body),
                unit.interrupts.stream().map(Program.Interrupt::body),
                unit.setups.stream().map(Program.Setup::body), unit.rules.stream().map(Program.Rule::body))
                .flatMap(bodies -> bodies);
    }
}
