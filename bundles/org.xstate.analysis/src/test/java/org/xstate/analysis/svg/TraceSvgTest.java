package org.xstate.analysis.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xstate.sim.trace.Actor;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.CopyAtEnd;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceEnd;
import org.xstate.sim.trace.TraceLine;
import org.xstate.sim.trace.TraceStep;

class TraceSvgTest {

    private static final Trace TRACE = lostUpdate("write_pkru(V1)");

    private static TraceStep step(int number, String name, String context, String place, int line,
            String text,
            Optional<String> mark, Change... changes) {
        return new TraceStep(number, new Actor(OptionalInt.of(0), name, context),
                List.of(new TraceLine(place, line, text, List.of(changes), mark)), false);
    }

    private static Change regs(String what, String before, String after) {
        return new Change("regs", what, before, after, Change.Lane.REGISTERS);
    }

    private static Change mem(String what, String before, String after) {
        return new Change("mem A", what, before, after, Change.Lane.MEMORY);
    }

    private static Change book(String what, String before, String after) {
        return new Change("A", what, before, after, Change.Lane.BOOKKEEPING);
    }

    /** The update of PASID is published with the flag alone while the registers still count as valid. */
    static Trace lostUpdate(String first) {
        String mine = "begin-finish.c";
        List<TraceStep> steps = List.of(
                step(1, "A", "user", mine, 12, first, Optional.empty(), regs("PKRU", "init", "V1")),
                step(2, "A", "→ kernel", mine, 13, "enter_kernel()", Optional.empty()),
                step(3, "softirq", "", "kernel/core.c", 88, "os_xsave(fpu->fpstate)", Optional.empty(),
                        mem("PKRU", "init", "V1"), mem("XSTATE_BV", "0x0", "0x200"), book("TIF", "0", "1"),
                        new Change("", "owner", "A", "NULL", Change.Lane.BOOKKEEPING)),
                step(4, "A", "kernel", mine, 22, "*addr = V2", Optional.empty(), mem("PASID", "init", "V2")),
                step(5, "A", "kernel", mine, 27, "set_thread_flag(TIF_NEED_FPU_LOAD)",
                        Optional.of("PASID in the registers is wrong from here on"), book("TIF", "0", "1")),
                step(6, "A", "→ user", "kernel/core.c", 140, "os_xrstor(fpstate, mask)",
                        Optional.of("violated here"), regs("PKRU", "init", "V1"), book("TIF", "1", "0")));
        TraceEnd end = new TraceEnd("update_is_kept", "what a completed call has set is what the task sees",
                Optional.of("kernel/invariants.c:90"), "", false,
                List.of(new TraceEnd.Seen("tsk", "A"), new TraceEnd.Seen("f", "PASID"),
                        new TraceEnd.Seen("expected", "V2"), new TraceEnd.Seen("found", "init")),
                List.of(new CopyAtEnd("registers", "PASID", "init", false, OptionalInt.of(5)),
                        new CopyAtEnd("memory of A", "PASID", "V2", true, OptionalInt.empty())));
        return new Trace(1, List.of("A user"), List.of(regs("AVX", "", "V3"), mem("AVX", "", "V2")), steps,
                Optional.of(end));
    }

    private static Document parse(String svg) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    @Test
    void everyStatementPlaceAndChangeIsWrittenOnce() throws Exception {
        List<String> texts = elements(parse(TraceSvg.draw(TRACE, "VIOLATED", "one CPU")), "text").stream()
                .map(Element::getTextContent).toList();
        for (String text : List.of("write_pkru(V1)", "begin-finish.c:12", "AVX = V3", "at the beginning",
                "PKRU init → V1", "PASID init → V2",
                "XSTATE_BV 0x0 → 0x200", "A TIF 1 → 0", "owner A → NULL", "mem A", "registers", "softirq",
                "A: PASID is init, expected V2.", "registers: PASID = init, wrong since step 5",
                "◀ PASID in the registers is wrong from here on")) {
            assertTrue(texts.contains(text), text + " in " + texts);
        }
    }

    @Test
    void nothingLiesOutsideOfThePictureAndBoxesOfALaneDoNotOverlap() throws Exception {
        Document document = parse(TraceSvg.draw(TRACE, "VIOLATED", "one CPU"));
        Element root = document.getDocumentElement();
        List<Element> boxes = elements(document, "rect").stream()
                .filter(box -> !box.getAttribute("class").equals("wrong")).toList();
        for (Element box : boxes) {
            assertTrue(number(box, "x") + number(box, "width") <= number(root, "width"),
                    box.getAttribute("class"));
            assertTrue(number(box, "y") + number(box, "height") <= number(root, "height"));
            for (Element other : boxes) {
                boolean apart = box == other || number(box, "x") + number(box, "width") <= number(other, "x")
                        || number(other, "x") + number(other, "width") <= number(box, "x")
                        || number(box, "y") + number(box, "height") <= number(other, "y")
                        || number(other, "y") + number(other, "height") <= number(box, "y");
                assertTrue(apart, "boxes at " + number(box, "y") + " and " + number(other, "y"));
            }
        }
    }

    @Test
    void aSaveIsAnArrowToMemoryAndARestoreOneFromIt() throws Exception {
        List<String> arrows = elements(parse(TraceSvg.draw(TRACE, "VIOLATED", "")), "path").stream()
                .filter(path -> path.getAttribute("class").equals("arrow"))
                .map(path -> path.getAttribute("d")).toList();
        assertEquals(2, arrows.size());
        int[] save = ends(arrows.getFirst());
        int[] restore = ends(arrows.getLast());
        assertTrue(save[0] < save[1], "registers stand left of memory");
        assertTrue(restore[0] > restore[1]);
    }

    private static int[] ends(String path) {
        String[] numbers = path.substring(1).split("[ H]");
        return new int[]{Integer.parseInt(numbers[0]), Integer.parseInt(numbers[2])};
    }

    @Test
    void textOfAModelCannotBreakThePictureOrRunInIt() throws Exception {
        String svg = TraceSvg.draw(lostUpdate("x < y && \"<script>\" \u0001"), "<&>", "a > b");
        parse(svg);
        assertFalse(svg.contains("<script"), "escaped");
        assertFalse(svg.contains("\u0001"), "characters that XML forbids are replaced");
        assertTrue(svg.contains("prefers-color-scheme: dark"));
        assertFalse(svg.contains("http://") && svg.replace("http://www.w3.org/2000/svg", "").contains("http"),
                "nothing is loaded from elsewhere");
    }

    @Test
    void aModelInRuleFormHasOneLaneForItsVariables() throws Exception {
        Trace trace = new Trace(0, List.of(), List.of(), List.of(new TraceStep(1,
                new Actor(OptionalInt.empty(), "lock", ""),
                List.of(new TraceLine("m.h", 3, "lock(cpu = 1)",
                        List.of(new Change("", "locked", "0", "1", Change.Lane.BOOKKEEPING)),
                        Optional.empty())),
                false)),
                Optional.empty());
        List<String> texts = elements(parse(TraceSvg.draw(trace, "run", "")), "text").stream()
                .map(Element::getTextContent).toList();
        assertEquals(List.of("run", "", "variables", "locked 0 → 1", "lock(cpu = 1)", "m.h:3", "1"), texts);
    }
}
