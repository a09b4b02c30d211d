package org.xstate.analysis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.ServiceLoader;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xstate.api.Finding;
import org.xstate.api.Report;
import org.xstate.api.ReportRenderer;
import org.xstate.api.Severity;

class ResultReportsTest {

    private static final String CHECK = """
            {"schema":"xstate/check/1","scenario":"bad","verdict":"violated","states":12,"property":"kept",
             "source":"a.c","kernel":"6.16","expected":null,"limit":null,
             "start":[{"place":"regs","what":"PASID","value":"V1"}],
             "trace":[{"step":1,"cpu":0,"task":"A","context":"user","file":"a.c","line":7,"text":"x = a<b",
               "mark":"too late","changes":[{"place":"mem A","what":"PKRU","before":"V1","after":"V2"}]}],
             "violation":{"property":"kept","sentence":"a value is kept","place":"a.c:9","condition":"","values":[],
               "copies":[{"holder":"regs","component":"PKRU","value":"V1","right":false,"wrong_since":1}]},
             "knobs":{"save":"SAVE_ALL"},
             "coverage":{"unreached":[{"file":"a.c","line":3,"text":"return"}],"untaken":[]}}
            """;

    private static final String LINT = """
            {"schema":"xstate/lint/1","source":"core","container":"core","target":null,"errors":1,
             "images":[{"lwp":7,"label":"thread 7","xstate_bv":"0x3","findings":[
               {"id":"bad-header","severity":"error","message":"m & m","where":"byte 520","remedy":"mend it","at":520},
               {"id":"n","severity":"note","message":"","where":"thread 7, byte 1","remedy":""}]}],
             "findings":[]}
            """;

    @Test
    void aCounterexampleIsATableOfStepsWithWhatTheyChanged() {
        Report.Subject subject = ResultReports.of(CHECK).subjects().getFirst();
        assertEquals("a.c, bad", subject.name());
        assertEquals("violated kept", subject.about());
        assertEquals(List.of(Finding.error("violated", "kept: a value is kept").at("a.c:9")),
                subject.findings());
        Report.Table steps = table(subject, "Counterexample");
        assertEquals(List.of(List.of("0", "", "", "", "begins with", "regs PASID = V1"),
                List.of("1", "0", "A user", "a.c:7", "x = a<b", "mem A PKRU V1 → V2 ← too late")),
                steps.rows());
        assertEquals(List.of(List.of("regs", "PKRU", "V1", "wrong", "1")),
                table(subject, "Copies at the end").rows());
        assertEquals(List.of(List.of("save", "SAVE_ALL")), table(subject, "Knobs").rows());
    }

    @Test
    void aViolationThatTheScenarioExpectsIsNoError() {
        Report.Subject subject = ResultReports.of(CHECK.replace("\"expected\":null", "\"expected\":\"kept\""))
                .subjects().getFirst();
        assertEquals(List.of(Severity.NOTE),
                subject.findings().stream().map(Finding::severity).toList());
    }

    @Test
    void findingsComeFromWhereverTheyAreWithTheirPlaceOnce() {
        Report.Subject subject = ResultReports.of(LINT).subjects().getFirst();
        assertEquals("core", subject.name());
        assertEquals(List.of("thread 7, byte 520", "thread 7, byte 1"),
                subject.findings().stream().map(Finding::where).toList());
        assertEquals(520, subject.findings().getFirst().values().get("at"));
        assertEquals(List.of(List.of("7", "thread 7", "0x3")), table(subject, "images").rows());
    }

    @Test
    void anInputThatACommandCouldNotReadIsAnError() {
        Report report = ResultReports
                .of("{\"schema\":\"xstate/check/1\",\"source\":\"x.c\",\"scenario\":null,"
                        + "\"error\":\"x.c: there is no such file\"}");
        assertEquals("x.c", report.subjects().getFirst().name());
        assertEquals(List.of(Finding.error("no-result", "x.c: there is no such file")),
                report.subjects().getFirst().findings());
    }

    @Test
    void severalDocumentsAreOneReport() {
        Report report = ResultReports.of(LINT + CHECK);
        assertEquals("xstate check, lint: 2 results", report.title());
        assertEquals(List.of("core", "a.c, bad"),
                report.subjects().stream().map(Report.Subject::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"schema\":7}", "{\"schema\":\"other/1\"}", "{\"schema\":",
        "VIOLATED update_is_kept"})
    void whatIsNoResultIsRefusedWithASentence(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> ResultReports.of(text))
                .getMessage();
        assertTrue(message.contains("document"), message);
        assertFalse(message.contains("Exception"), message);
    }

    @Test
    void everyBuiltInRendererWritesEverythingOfAnyReport() throws IOException {
        Report report = ResultReports.of(LINT + CHECK);
        for (String format : List.of("html", "markdown", "text")) {
            String text = rendered(format, report);
            assertEquals(text, rendered(format, ResultReports.of(LINT + CHECK)));
            for (String word : List.of("core", "thread 7, byte 520", "mend it", "a.c:7", "return", "0x3")) {
                assertTrue(text.contains(word), format + ": " + word + ": " + text);
            }
        }
    }

    @Test
    void thePageIsWellFormedAndRefersToNothingOutside() throws Exception {
        String page = rendered("html", ResultReports.of(LINT + CHECK));
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", "")
                        .replaceAll("<meta ([^>]*)>", "<meta $1/>").replace("<br>", "<br/>"))));
        assertEquals(2, document.getElementsByTagName("section").getLength());
        assertFalse(page.contains("http"), page);
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("m &amp; m"), page);
    }

    @Test
    void markdownKeepsNamesAndCellsAsTheyAre() throws IOException {
        String text = rendered("markdown",
                new Report("t", List.of(new Report.Subject("user_write(*p | 1)", "ok", List.of(), List.of(
                        new Report.Table("", List.of("a", "b"), List.of(List.of("x|y", "_z_"))))))));
        assertTrue(text.contains("## user\\_write(\\*p \\| 1)"), text);
        assertTrue(text.contains("| x\\|y | \\_z\\_ |"), text);
    }

    private static Report.Table table(Report.Subject subject, String title) {
        return subject.blocks().stream().filter(block -> block.title().equals(title))
                .map(Report.Table.class::cast).findFirst().orElseThrow();
    }

    private static String rendered(String format, Report report) throws IOException {
        ReportRenderer renderer = ServiceLoader.load(ReportRenderer.class).stream()
                .map(ServiceLoader.Provider::get).filter(one -> one.format().equals(format)).findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        renderer.render(report, text);
        return text.toString();
    }
}
