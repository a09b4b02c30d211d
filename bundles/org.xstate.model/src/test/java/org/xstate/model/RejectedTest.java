package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken texts and exactly what is said about them. */
class RejectedTest {

    static Stream<Arguments> rejected() {
        return Rejected.CASES.stream().map(one -> Arguments.of(one[0], List.of(one).subList(1, one.length)));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isRefusedInTheseWords(String text, List<String> said) {
        assertEquals(said, Models.said(text));
    }

    @Test
    void anErrorShowsItsLineAndTheNearestName() {
        String text = "static inline void fpregs_lock(void)\n{\n\tinterleave();\n}\n\ntask(A)\n{\n\tfpregs_lockk();\n}\n";
        assertEquals("""
                error: no such function 'fpregs_lockk'
                 --> m.c:8:2
                  |
                8 |         fpregs_lockk();
                  |         ^^^^^^^^^^^^ did you mean 'fpregs_lock' (m.c:1)?
                """, Models.rendered(text));
    }

    @Test
    void severalErrorsAreFoundInOneRun() {
        assertEquals(3, Models.said("int f(void)\n{\n\tx = 1;\n\ty = 2;\n\treturn z;\n}\n").size());
        assertEquals(2, Models.said("int a\nint f(void)\n{\n\treturn 1 +;\n}\n").size());
    }
}
