package org.xstate.model.internal.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private final Unit others;
    private final Diagnostics diagnostics;

    /** @param others what belongs to other scenarios */
    Claims(Unit unit, Unit others, Diagnostics diagnostics) {
        this.unit = unit;
        this.others = others;
        this.diagnostics = diagnostics;
    }

    void check() {
        Set<String> names = new TreeSet<>();
        List.of(unit, others).forEach(one -> one.properties.forEach(property -> names.add(property.name())));
        bodies().flatMap(graph -> graph.nodes().stream()).forEach(node -> {
            if (node.step() instanceof Step.Require require && !names.contains(require.property())) {
                Diagnostic diagnostic = Diagnostic.error("no-such-property", node.span(),
                        "no such property '" + require.property() + "'");
                diagnostics.add(Nearest.to(require.property(), names)
                        .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
            }
        });
    }

    private Stream<Graph> bodies() {
        return Stream.of(unit, others)
                .flatMap(one -> Stream.of(one.functions.stream().map(Program.Function::body),
                        one.tasks.stream().map(Program.Task::body),
                        one.interrupts.stream().map(Program.Interrupt::body),
                        one.setups.stream().map(Program.Setup::body),
                        one.rules.stream().map(Program.Rule::body))
                        .flatMap(bodies -> bodies));
    }
}
