package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.run.Interpreter;

/** Knobs that are variables with every value at once. */
class OpenKnobTest {

    private static final String TEXT = """
            knob(way, LEFT, RIGHT, STRAIGHT);
            knob_flag(fast, true);
            knob_range(n, -1, 2, 0);
            range(-9, 9) x = 7;
            setup(sensible) { assume(!(fast && n == 2)); x = n; }
            rule(go)
            {
            	if (way == LEFT && fast)
            		x = -9;
            	switch (way) {
            	case RIGHT:
            		x = 9;
            		break;
            	default:
            		break;
            	}
            }
            """;

    private static Compilation compile(String text, Map<String, String> set, String... open) {
        return ModelCompiler.compile(SourceFiles.of(Map.of("m.c", text)), "m.c",
                new CompileOptions(Optional.empty(), Optional.empty(), set, List.of())
                        .withOpen(OpenKnobs.all(Set.of(open))));
    }

    private static Machine machine(Compilation compiled) {
        Program program = compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics()));
        return Linker.link(program, LinkOptions.cpus(1)).machine().orElseThrow();
    }

    private static List<String> said(Compilation compiled) {
        return compiled.diagnostics().stream().map(Models::line).toList();
    }

    private static long value(Machine machine, long[] state, String name) {
        return state[machine.slots().stream().map(slot -> slot.name()).toList().indexOf(name)];
    }

    @Test
    void aModelBeginsWithEveryValueThatItsSetupsAllow() {
        Machine machine = machine(compile(TEXT, Map.of(), "way", "fast", "n"));
        // 3 ways, 2 flags, 4 numbers, less the 3 with fast and n == 2
        assertEquals(21, new Interpreter(machine).initial().size());
        Machine two = machine(compile(TEXT, Map.of("way", "RIGHT"), "n"));
        // fast is true as the text says
        assertEquals(List.of(-1L, 0L, 1L), new Interpreter(two).initial().stream()
                .map(one -> value(two, one.to(), "n")).toList());
    }

    @Test
    void theChoiceComesBeforeTheSetups() {
        Machine machine = machine(compile(TEXT, Map.of(), "n", "fast"));
        new Interpreter(machine).initial().forEach(
                one -> assertEquals(value(machine, one.to(), "n"), value(machine, one.to(), "x")));
    }

    @Test
    void eachValueTakesItsOwnWay() {
        Machine machine = machine(compile(TEXT, Map.of("n", "0"), "way", "fast"));
        Interpreter interpreter = new Interpreter(machine);
        interpreter.initial().forEach(one -> {
            long way = value(machine, one.to(), "way");
            long expected = way == 1 ? 9 : way == 0 && value(machine, one.to(), "fast") == 1 ? -9 : 0;
            assertEquals(expected, value(machine, interpreter.transitions(one.to()).getFirst().to(), "x"));
        });
    }

    @Test
    void theProgramSaysWhichKnobsAreOpenAndWhatTheyWouldBe() {
        Program program = compile(TEXT, Map.of("fast", "false"), "n").program().orElseThrow();
        assertEquals(List.of(false, false, true), program.knobs().stream().map(Program.Knob::open).toList());
        assertEquals(List.of(0L, 0L, 0L), program.knobs().stream().map(Program.Knob::setting).toList());
    }

    @Test
    void whatIsOpenIsNoConstant() {
        assertEquals(List.of("2:10 not-constant expected a constant"),
                said(compile("knob_range(n, 1, 4, 2);\nrange(0, n) x;\nrule(r) { x = 0; }\n", Map.of(),
                        "n")));
        String note = compile("knob_range(n, 1, 4, 2);\nbool x[n];\nrule(r) { x[0] = 1; }\n", Map.of(), "n")
                .diagnostics().getFirst().notes().getFirst();
        assertEquals("the knob 'n' is left open here", note);
    }

    @Test
    void whatIsOpenIsNotAssignedAndHasNoAddress() {
        assertEquals(List.of("2:11 not-assignable 'n' is constant"),
                said(compile("knob_range(n, 1, 4, 2);\nrule(r) { n = 3; }\n", Map.of(), "n")));
    }

    @Test
    void aKnobThatDoesNotExistCannotBeOpen() {
        assertTrue(said(compile(TEXT, Map.of(), "wey")).getFirst()
                .endsWith("no-such-knob no such knob 'wey' | did you mean 'way'?"));
        assertFalse(compile(TEXT, Map.of(), "wey").program().isPresent());
    }

    @Test
    void aKnobIsNotSetAndOpenAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> compile(TEXT, Map.of("n", "1"), "n"));
    }

    @Test
    void anOpenKnobWinsOverWhatTheScenarioSets() {
        String text = TEXT.replace("setup(sens", "scenario(s) { set(n, 1); }\nsetup(sens");
        assertEquals(4,
                new Interpreter(machine(compile(text, Map.of("fast", "false"), "n"))).initial().size());
    }

    @Test
    void aModelBeginsWithTheListedValuationsThatItsSetupsAllow() {
        CompileOptions options = new CompileOptions(Optional.empty(), Optional.empty(), Map.of(), List.of())
                .withOpen(new OpenKnobs(List.of("n", "fast"), Optional.of(List.of(List.of(2L, 0L),
                        List.of(2L, 1L), List.of(-1L, 1L)))));
        Machine machine = machine(ModelCompiler.compile(SourceFiles.of(Map.of("m.c", TEXT)), "m.c", options));
        // fast with n == 2 is ruled out by the setup
        assertEquals(List.of("2 0", "-1 1"), new Interpreter(machine).initial().stream()
                .map(one -> value(machine, one.to(), "n") + " " + value(machine, one.to(), "fast")).toList());
    }

    @Test
    void aListedValueThatAKnobDoesNotHaveIsAnError() {
        CompileOptions options = new CompileOptions(Optional.empty(), Optional.empty(), Map.of(), List.of())
                .withOpen(new OpenKnobs(List.of("n"), Optional.of(List.of(List.of(7L)))));
        assertTrue(said(ModelCompiler.compile(SourceFiles.of(Map.of("m.c", TEXT)), "m.c", options)).getFirst()
                .endsWith("no-such-value knob 'n' has no value number 7"));
    }
}
