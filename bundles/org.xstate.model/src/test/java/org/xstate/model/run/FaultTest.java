package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Promise;

/** What goes wrong in a model is a violation with a place, and never an exception. */
class FaultTest {

    private static final String DECLARATIONS = """
            struct node { u8 n; struct node *next; };
            struct regs { u8 octets[4]; };
            buffer(struct regs);
            pool(struct node, nodes, 2);
            enum colour { RED = 1, GREEN = 2, BLUE = 5 };
            tokens(T0, T1);
            struct regs area;
            struct node *null;
            u8 array[4];
            u8 table[2][3];
            struct bits { u8 three : 3; };
            struct bits bits;
            range(-2, 5) small;
            enum colour colour;
            int zero;
            u64 wide = 0xffffffffffffffff;
            int six = 6;
            int minus = -1;
            void *place;
            bool wrong;
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"null->n = 1;|no-null-pointer",
        "six = null->next->n;|no-null-pointer",
        "nodes[0].next->n = 1;|no-null-pointer", "array[six] = 1;|in-bounds", "array[minus] = 1;|in-bounds",
        "six = array[six - 2];|in-bounds", "table[1][six / 2] = 1;|in-bounds",
        "table[six / 3][0] = 1;|in-bounds", "bits.three = six + 2;|in-range", "small = six;|in-range",
        "small = minus * 3;|in-range", "small = wide;|in-range", "colour = six - 3;|in-range",
        "colour = six;|in-range", "colour = zero;|in-range", "six = six / zero;|no-division-by-zero",
        "six = six % zero;|no-division-by-zero", "wide = wide / zero;|no-division-by-zero",
        "six = 1 << (six + 26);|in-range", "six = six >> minus;|in-range",
        "wide = wide << (six + 58);|in-range", "place = &area; place = place - 1;|in-buffer",
        "place = &area; place = place + six * 10000;|in-buffer", "place = place + 1;|no-null-pointer",
        "six = offset_of(place);|no-null-pointer", "assert(six == 7);|assertion",
        "expect(six == 7);|expectation", "require(named, six == 7);|named",
        "while (true) six = 6;|step-ends", "do { six += 1; } while (six);|step-ends"})
    void isAViolation(String statements, String claim) {
        Running running = Running.of(DECLARATIONS + """
                property(named, "asserted on the way");
                rule(r) { %s wrong = true; }
                """.formatted(statements));
        Transition failed = running.steps(running.initial(), "r").getFirst();
        Failure failure = failed.failure().orElseThrow();
        assertEquals(claim, running.machine().claims().get(failure.claim()).name());
        assertEquals("m.c", failure.span().file());
        assertTrue(!failure.text().isEmpty());
        assertEquals(0, running.get(failed.to(), "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"array[six - 3] = 1;", "bits.three = six + 1;", "small = six - 8;",
        "colour = six - 1;", "colour = six - 4;", "six = six / minus;", "six = 1 << (six + 25);",
        "place = &area; place = place + 3; place = place - 3;", "assert(six == 6);",
        "struct node *n = &nodes[0]; n->next = n; n->next->next->n = 4;",
        "bool b = null && null->n; b = !null || null->n > 0;", "six = zero ? six / zero : 5;"})
    void isNone(String statements) {
        Running running = Running.of(DECLARATIONS + "rule(r) { %s wrong = true; }\n".formatted(statements));
        Transition step = running.steps(running.initial(), "r").getFirst();
        assertEquals("Optional.empty", step.failure().toString());
        assertEquals(1, running.get(step.to(), "wrong"));
    }

    @Test
    void theNumberOfAPromiseIsItsPlaceAmongTheClaims() {
        Running running = Running
                .of(DECLARATIONS + "property(p, \"first\") { return six < 9; }\nrule(r) { }");
        for (Promise promise : Promise.values()) {
            assertEquals(promise.claim(),
                    running.machine().claims().get(promise.number(running.machine())).name());
        }
    }

    @Test
    void aFailedStepKeepsWhatWasWrittenAndWhereTheProcessStood() {
        Running running = Running.tasks(1, "task(A) { x = 7; assert(y == 1); x = 8; }");
        Transition failed = running.steps(running.initial(), "A").getFirst();
        assertEquals(7, running.get(failed.to(), "x"));
        assertEquals(0, running.get(failed.to(), "location of A"));
        assertEquals("y == 1", failed.failure().orElseThrow().text());
    }

    @Test
    void aFaultInAPropertyViolatesItsClaimUnlessALowerOneIsViolated() {
        String faulty = "property(faulty, \"\") { return nodes[0].next->n == 0; }\n";
        String wrong = "property(wrong_one, \"\") { return six == 7; }\n";
        Running both = Running.of(DECLARATIONS + faulty + wrong + "rule(r) { }");
        assertEquals(1, both.interpreter().violated(both.initial()));
        Running one = Running.of(DECLARATIONS + faulty + "rule(r) { }");
        assertEquals(Promise.NO_NULL_POINTER.number(one.machine()),
                one.interpreter().violated(one.initial()));
        assertEquals("member 'next' is NULL",
                one.interpreter().fault(one.initial(), 0).orElseThrow().text());
    }

    @Test
    void aSetupThatFailsIsATransitionWithAFailure() {
        Running running = Running.of(DECLARATIONS + "setup(s) { six = six / zero; }\nrule(r) { }");
        Transition failed = running.interpreter().initial().getFirst();
        assertEquals(Promise.NO_DIVISION_BY_ZERO.number(running.machine()),
                failed.failure().orElseThrow().claim());
    }

    @Test
    void aStepEndsWithinOneHundredThousandStatements() {
        // the assignment, three for each round that is begun, the return: 99,998 and 100,001
        for (int more = 0; more < 2; more++) {
            Running running = Running.of("""
                    int i;
                    rule(r)
                    {
                        int rounds = 0;
                        while (rounds < 40000) {
                            rounds += 1;
                            if (rounds > %d)
                                return;
                        }
                    }
                    """.formatted(33_331 + more));
            boolean ends = running.steps(running.initial(), "r").getFirst().failure().isEmpty();
            assertEquals(more == 0, ends, "" + more);
        }
    }

    @Test
    void aWitnessTellsTheLocalsAtTheReturnThatMadeAPropertyFalse() {
        Running running = Running.of("""
                u8 values[3] = { 1, 4, 2 };
                static bool fits(int index, int most) { return values[index] <= most; }
                property(small, "values are at most 3")
                {
                    for (int i = 0; i < 3; i++) {
                        if (!fits(i, 3))
                            return false;
                    }
                    return true;
                }
                property(called, "the same by a call") { return fits(1, 3); }
                rule(r) { values[0] = 1; }
                """);
        long[] state = running.initial();
        assertEquals(0, running.interpreter().violated(state));
        Witness witness = running.interpreter().witness(state, 0).orElseThrow();
        assertEquals(7, witness.node().span().line());
        assertEquals(1, value(witness, "i"));
        Witness called = running.interpreter().witness(state, 1).orElseThrow();
        assertEquals(List.of("fits"), called.calls().stream().map(_ -> "fits").toList());
        assertEquals(3, value(called.calls().getFirst(), "most"));
    }

    private static long value(Witness witness, String local) {
        return witness.locals().stream().filter(one -> one.local().name().equals(local)).findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "struct pair { u8 a; u8 b; }; struct pair both; static struct pair get(void) { return both; } rule(r) { both = get(); }|1:79",
        "u8 a[3]; rule(r) { u8 b[300]; b[a[0]] = 1; a[1] = b[a[2]]; }|1:31",
        "u8 big[40000]; u16 at; rule(r) { at += 1; assume(at < 40000); big[at] = 1; big[0] += 3; }|1:4",
        "struct s { u8 a; }; task(A) { }|1:21"})
    void whatTheMachineCannotDoIsADiagnostic(String text, String place) {
        List<Diagnostic> said = Linker.link(Running.program(text), LinkOptions.cpus(1)).diagnostics();
        assertEquals(List.of("not-executable " + place), said.stream()
                .map(one -> one.code() + " " + one.span().line() + ":" + one.span().column()).toList());
    }
}
