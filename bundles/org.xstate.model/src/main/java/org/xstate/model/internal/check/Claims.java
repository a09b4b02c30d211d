package org.xstate.model.internal.check;

import java.util.stream.Stream;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;

/** Whether what {@code require} names is a property. */
final class Claims {

    private final Unit unit;
    private final Diagnostics diagnostics;

    Claims(Unit unit, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
    }

    void check() {
        bodies().flatMap(graph -> graph.nodes().stream()).forEach(node -> {
            if (node.step() instanceof Step.Require require && !unit.claims.contains(require.property())) {
                Diagnostic diagnostic = Diagnostic.error("no-such-property", node.span(),
                        "no such property '" + require.property() + "'");
                diagnostics.add(Nearest.to(require.property(), unit.claims)
                        .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            }
        });
    }

    private Stream<Graph> bodies() {
        return Stream.of(unit.functions.stream().map(Program.Function::body),
                unit.tasks.stream().map(Program.Task::body),
                unit.interrupts.stream().map(Program.Interrupt::body),
                unit.setups.stream().map(Program.Setup::body), unit.rules.stream().map(Program.Rule::body))
                .flatMap(bodies -> bodies);
    }
}
