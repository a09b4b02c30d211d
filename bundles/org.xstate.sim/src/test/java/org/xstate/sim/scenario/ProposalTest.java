package org.xstate.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * The literal form of the proposal is the pseudo-code of Tony Luck in "Re: [PATCH 4/8] x86/traps: Demand-populate PASID
 * MSR via #GP", 28 Sep 2021, quoted in proposal.txt without the comments between its lines.
 */
class ProposalTest {

    /** The two places where the mail writes prose: the test of the registers, and what finish does first. */
    private static final Map<String, String> PROSE = Map.of(
            "if (xfeature registers are \"live\")", "if (fpregs_live(current))",
            "mark feature modified", "xsave->header.xfeatures |= BIT_ULL(xfeature);",
            "set TIF bit", "set_thread_flag(TIF_NEED_FPU_LOAD);");

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void the_literal_form_is_the_quoted_one_but_for_the_prose() throws IOException {
        List<String> quoted;
        try (var proposal = getClass().getResourceAsStream("proposal.txt")) {
            quoted = lines(new String(proposal.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<String> file = lines(Files.readString(Path.of("../../examples/seed/begin-finish.c")));
        int begin = file.indexOf(quoted.getFirst());

        assertEquals(quoted.stream().map(line -> PROSE.getOrDefault(line, line)).toList(),
                file.subList(begin, begin + quoted.size()));
        assertEquals(PROSE.size(), quoted.stream().filter(PROSE::containsKey).count());
    }

    @Test
    void nothing_but_declarations_stands_before_it() throws IOException {
        String text = Files.readString(Path.of("../../examples/seed/begin-finish.c"));
        String before = text.substring(0, text.indexOf("void *begin_update_one_xsave_feature"));

        assertEquals(List.of("struct xregs_state *xsave;", "struct xregs_state *xstate;"),
                lines(before.replaceAll("(?s)/\\*.*?\\*/", "")));
    }
}
