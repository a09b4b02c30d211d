package org.xstate.analysis.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.xstate.check.CheckCoverage;
import org.xstate.check.CheckResult;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.sim.run.Moves;
import org.xstate.sim.scenario.Scenario;

/** What was executed, told apart by whose text it is. */
final class CoverageReader {

    private final Scenario scenario;
    private final Machine machine;
    private final CheckCoverage coverage;
    private final Map<Span, String> all = new TreeMap<>();
    private final TreeSet<Span> reached = new TreeSet<>();
    private final BitSet asserted = new BitSet();
    private final Map<String, Boolean> labels = new TreeMap<>();

    private CoverageReader(Scenario scenario, CheckCoverage coverage) {
        this.scenario = scenario;
        this.machine = scenario.machine();
        this.coverage = coverage;
    }

    static Coverage read(Scenario scenario, CheckResult result) {
        CoverageReader reader = new CoverageReader(scenario, result.coverage());
        reader.walk();
        List<String> actions = new Moves(scenario.machine()).actions();
        return reader.coverage(
                IntStream.range(0, actions.size())
                        .filter(action -> action >= result.counts().fired().size()
                                || result.counts().fired().get(action) == 0)
                        .mapToObj(actions::get).toList());
    }

    private void walk() {
        for (int i = 0; i < machine.procedures().size(); i++) {
            List<Procedure.Node> nodes = machine.procedures().get(i).nodes();
            BitSet executed = coverage.nodes().get(i);
            for (int n = 0; n < nodes.size(); n++) {
                node(nodes.get(n), executed.get(n));
            }
        }
    }

    private void node(Procedure.Node node, boolean executed) {
        if (node.instruction() instanceof Instruction.Cover(String label)
                && (label.startsWith(CheckCoverage.BOUND) || isOwn(node.span()))) {
            labels.merge(label, executed, Boolean::logicalOr);
        }
        if (executed && node.instruction() instanceof Instruction.Assert check
                && !(check.condition() instanceof Expression.Constant)) {
            asserted.set(check.claim());
        }
        // the end of a function is no statement of it
        if (node.statement().isBlank() || node.statement().strip().equals("}")) {
            return;
        }
        all.put(node.span(), node.statement());
        if (executed) {
            reached.add(node.span());
        }
    }

    /** Properties of the text come first among the claims. */
    private List<String> untested() {
        return IntStream.range(0, scenario.program().properties().size()).filter(claim -> !isTested(claim))
                .mapToObj(claim -> machine.claims().get(claim).name()).toList();
    }

    private boolean isTested(int claim) {
        boolean evaluated = machine.claims().get(claim).predicate().map(machine.procedures()::get)
                .filter(procedure -> !procedure.nodes().stream().allMatch(CoverageReader::isTrivial))
                .isPresent();
        return evaluated || asserted.get(claim);
    }

    /** Cannot return that the property does not hold, nor does anything else. */
    private static boolean isTrivial(Procedure.Node node) {
        return node.instruction() instanceof Instruction.Nothing
                || node.instruction() instanceof Instruction.Return(Optional<Expression> value)
                        && value.filter(one -> one instanceof Expression.Constant(long word) && word != 0)
                                .isPresent();
    }

    private boolean isOwn(Span span) {
        return !scenario.isLibrary(span.file());
    }

    private Coverage coverage(List<String> idle) {
        List<Span> own = all.keySet().stream().filter(this::isOwn).toList();
        List<Coverage.Statement> unreached = own.stream().filter(span -> !reached.contains(span))
                .map(span -> new Coverage.Statement(scenario.shortened(span.file()), span.line(),
                        all.get(span).strip().replaceAll("\\s+", " ")))
                .distinct().toList();
        List<Coverage.Untaken> untaken = new ArrayList<>();
        coverage.neverTaken().stream().filter(choice -> isOwn(choice.span()))
                .forEach(choice -> untaken.add(new Coverage.Untaken(scenario.shortened(choice.span().file()),
                        choice.span().line(), choice.text().strip(), choice.value())));
        int library = all.size() - own.size();
        int libraryReached = (int) reached.stream().filter(span -> !isOwn(span)).count();
        return new Coverage(own.size(), unreached, untaken, library, libraryReached,
                labels.entrySet().stream().map(one -> new Coverage.Label(one.getKey(), one.getValue()))
                        .toList(),
                untested(), idle);
    }
}
