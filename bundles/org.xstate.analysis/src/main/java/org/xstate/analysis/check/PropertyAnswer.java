package org.xstate.analysis.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.xstate.check.Verdict;
import org.xstate.model.ir.Program;

/**
 * What came of one property of a scenario.
 *
 * @param name     of the property
 * @param sentence what it says
 * @param answer   what came of it
 */
public record PropertyAnswer(String name, String sentence, Answer answer) {

    public enum Answer {
        /** In every execution within the bounds. */
        HOLDS,
        /** The counterexample shows it. */
        VIOLATED,
        /** Not violated as far as the exploration came: it ends at the first violation, and at its bounds. */
        OPEN,
        /** No state and no statement was held against it. */
        UNTESTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PropertyAnswer {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(answer);
    }

    /** In the order of the text; what every model promises is named only where it is violated. */
    static List<PropertyAnswer> of(CheckReport report) {
        List<PropertyAnswer> answers = new ArrayList<>();
        for (Program.Property property : report.scenario().program().properties()) {
            answers.add(new PropertyAnswer(property.name(), property.sentence(),
                    answer(report, property.name())));
        }
        report.trace().flatMap(trace -> trace.end())
                .filter(end -> answers.stream().noneMatch(one -> one.name().equals(end.property())))
                .ifPresent(end -> answers
                        .add(new PropertyAnswer(end.property(), end.sentence(), Answer.VIOLATED)));
        return answers;
    }

    private static Answer answer(CheckReport report, String name) {
        if (report.property().filter(name::equals).isPresent()) {
            return Answer.VIOLATED;
        }
        if (report.coverage().untested().contains(name)) {
            return Answer.UNTESTED;
        }
        return report.verdict() == Verdict.HOLDS ? Answer.HOLDS : Answer.OPEN;
    }
}
