package org.xstate.analysis.text;

import java.util.List;
import java.util.Locale;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.svg.SvgText;
import org.xstate.check.Verdict;

/** A suite's verdicts as JUnit XML, which every CI system reads: a class is a file, a test case is a scenario. */
public final class JunitXml {

    private static final double NANOSECONDS = 1e9;

    private JunitXml() {
    }

    public static String document(List<CheckedScenario> results) {
        long errors = results.stream().filter(JunitXml::isError).count();
        long failures = results.stream().filter(one -> !one.passed()).count() - errors;
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites tests=\"%1$d\" failures=\"%2$d\" errors=\"%3$d\">\n".formatted(results.size(),
                failures, errors));
        xml.append(
                "  <testsuite name=\"xstate check\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\">\n"
                        .formatted(results.size(), failures, errors));
        results.forEach(result -> testCase(xml, result));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    /** No verdict, as against a wrong one. */
    private static boolean isError(CheckedScenario result) {
        return result.report().map(report -> report.verdict() == Verdict.UNDECIDED).orElse(true);
    }

    private static void testCase(StringBuilder xml, CheckedScenario result) {
        xml.append("    <testcase classname=\"%s\" name=\"%s\" time=\"%s\"".formatted(
                SvgText.escape(result.file()),
                SvgText.escape(result.scenario().isEmpty() ? result.file() : result.scenario()),
                result.report().map(JunitXml::seconds).orElse("0")));
        if (result.passed()) {
            xml.append("/>\n");
            return;
        }
        String kind = isError(result) ? "error" : "failure";
        xml.append(">\n      <%s message=\"%s\">".formatted(kind, SvgText.escape(result.failure())));
        result.report().ifPresent(report -> xml.append(SvgText.escape(
                String.join("\n", CheckText.lines(report, Style.PLAIN)))));
        xml.append("</%s>\n    </testcase>\n".formatted(kind));
    }

    private static String seconds(CheckReport report) {
        return String.format(Locale.ROOT, "%.3f", report.elapsed().toNanos() / NANOSECONDS);
    }
}
