package org.xstate.model.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What is proposed where. */
class CompletionTest {

    @Test
    void behindAnArrowThereAreMembersOnly() {
        assertEquals(List.of("need_fpu_load", "thread"),
                Indexed.of("task(A)\n{\n\tcurrent->|\n}\n").proposals().stream().sorted().toList());
    }

    @Test
    void membersAreProposedInFrontOfMoreText() {
        assertEquals(List.of("last_cpu"),
                Indexed.of("task(A)\n{\n\ttasks[0].thread.fpu.la|\n\tfpregs_lock();\n}\n").proposals());
    }

    @Test
    void aFunctionComesWithItsParentheses() {
        assertEquals("fpregs_lock()", Indexed.of("task(A)\n{\n\tfpregs_lo|\n}\n").proposals().getFirst());
    }

    @Test
    void parenthesesThatAreThereAreNotWrittenAgain() {
        assertEquals("fpregs_lock", Indexed.of("task(A)\n{\n\tfpregs_lo|();\n}\n").proposals().getFirst());
    }

    @Test
    void beginningsOfWordsAreEnough() {
        assertTrue(Indexed.of("task(A)\n{\n\tfpl|\n}\n").proposals().contains("fpregs_lock()"));
    }

    @Test
    void localNamesComeFirst() {
        assertEquals("fpregs",
                Indexed.of("task(A)\n{\n\tint fpregs;\n\n\tfpreg|\n}\n").proposals().getFirst());
    }

    @Test
    void aScenarioConsistsOfSettings() {
        List<String> all = Indexed.of("scenario(s)\n{\n\t|\n}\n").proposals();
        assertTrue(all.contains("features();"), all.toString());
        assertFalse(all.contains("fpregs_lock()"), all.toString());
    }

    @Test
    void featuresAreThoseThatAreDeclared() {
        assertEquals(List.of("PASID", "PKRU"),
                Indexed.of("scenario(s)\n{\n\tfeatures(|);\n}\n").proposals().stream().sorted().toList());
    }

    @Test
    void aKnobIsFollowedByItsValues() {
        assertEquals(List.of("PREEMPT_FULL", "PREEMPT_NONE"), Indexed.of(
                "scenario(s)\n{\n\tset(preemption, |);\n}\n").proposals().stream().sorted().toList());
        assertEquals(List.of("false", "true"), Indexed.of(
                "scenario(s)\n{\n\tset(checks_softirqs, |);\n}\n").proposals().stream().sorted().toList());
    }

    @Test
    void processorsAreProposedInsideOfQuotesAndWithThem() {
        assertEquals(List.of("zen3"), Indexed.of("scenario(s)\n{\n\tcpu_profile(\"|\");\n}\n").proposals());
        assertEquals(List.of("\"zen3\""), Indexed.of("scenario(s)\n{\n\tcpu_profile(|);\n}\n").proposals());
    }

    @Test
    void propertiesAreProposedWhereTheyAreRequired() {
        assertTrue(Indexed.of("task(A)\n{\n\trequire(no|);\n}\n").proposals().contains("no_bug"));
        assertEquals(List.of("no_bug"),
                Indexed.of("scenario(s)\n{\n\texpect_violation(\"|\");\n}\n").proposals());
    }

    @Test
    void hooksTagsAndLabelsHaveTheirPlaces() {
        assertEquals(List.of("switch_to"), Indexed.of("on(void, |)\n").proposals());
        assertTrue(Indexed.of("struct ta|\n").proposals().contains("task_struct"));
        assertEquals(List.of("out"),
                Indexed.of("void f(void)\n{\n\tgoto |;\nout:\n\treturn;\n}\n").proposals());
    }

    @Test
    void nothingIsProposedInComments() {
        assertEquals(List.of(), Indexed.of("/* fpregs_lo| */\n").proposals());
    }

    @Test
    void declarationsBeginAtTheOutermostLevel() {
        List<String> all = Indexed.of("ta|\n").proposals();
        assertTrue(all.contains("task()"), all.toString());
        assertFalse(all.contains("fpregs_lock()"), all.toString());
    }
}
