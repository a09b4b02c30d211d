package org.xstate.tests.designs.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every design in every entry case with every continuation: the rows of a standard matrix, straight from the page
 * that defines it.
 */
public final class Enumeration {
    private final Component f;
    private final Component g;

    private Enumeration(Component f, Component g) {
        this.f = f;
        this.g = g;
    }

    /** The rows of the standard matrix: AVX is updated, CET_U stands by. */
    public static List<Row> standard() {
        return new Enumeration(Component.AVX, Component.CET_U).rows();
    }

    /** The rows of the second standard matrix: CET_U is updated, AVX stands by. */
    public static List<Row> second() {
        return new Enumeration(Component.CET_U, Component.AVX).rows();
    }

    /** The designs in the order of the matrix. */
    static List<Design> designs() {
        return Stream.concat(SeedDesigns.all().stream(), LaterDesigns.all().stream()).toList();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Design design : designs()) {
            for (Entry entry : Entry.values()) {
                for (Continuation continuation : Continuation.values()) {
                    rows.add(theOnly(row(design, entry, continuation, true),
                            row(design, entry, continuation, false)));
                }
            }
        }
        return List.copyOf(rows);
    }

    /** What is left open must not matter. */
    private static Row theOnly(Row one, Row other) {
        Set<Row> rows = new LinkedHashSet<>(List.of(one, other));
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.stream().map(Row::json).collect(Collectors.joining("\n")));
        }
        return one;
    }

    private Row row(Design design, Entry entry, Continuation continuation, boolean lastHere) {
        Value unmarked = design.equal() ? Value.of(Origin.Holder.CALLER_NEW, f) : Value.poison(f);
        Situation situation = entry.situation(f, g, design.eager(), lastHere, unmarked);
        Optional<String> reason = design.serves().apply(situation);
        if (reason.isPresent()) {
            return new Row(design.id(), entry.name(), continuation.id, "n/a", "n/a", "n/a", reason,
                    Optional.empty());
        }
        Optional<Value> shown = design.call().apply(situation);
        continuation.run(situation);
        Machine machine = situation.machine();
        return new Row(design.id(), entry.name(), continuation.id,
                machine.registers.get(f).equals(situation.newF()) ? "ok" : "lost",
                machine.registers.get(g).equals(situation.oldG()) ? "ok" : "lost",
                shown.map(value -> judge(value, situation)).orElse("none"), Optional.empty(),
                Optional.of(machine.cost));
    }

    private String judge(Value shown, Situation situation) {
        if (shown.equals(situation.oldF())) {
            return "ok";
        }
        return shown.isGarbageAs(f) ? "garbage" : "stale";
    }
}
