package org.xstate.sim.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.sim.library.Library;

/**
 * The processor written in model C does what the bit-exact instruction simulator does, which in turn is held against
 * recordings of real processors.
 */
class HardwareConformanceTest {

    private static final int STEPS = 60;
    private static final int SEQUENCES = 20;
    /** Enough for every mistake below. */
    private static final int SEARCHED = 40;

    private static final String COMPACTED = "Zen 3, compacted kernel";
    private static final String UINTR = "Sapphire Rapids, whose XSAVES changes UINTR";
    private static final String AMX = "Sapphire Rapids, AMX";

    /**
     * A mistake in the model's text.
     *
     * @param setup name of the one in which it is looked for
     * @param from  text that is there
     * @param to    what stands there instead
     */
    record Mistake(String setup, String from, String to) {
        UnaryOperator<String> edit() {
            return text -> text.replace(from, to);
        }
    }

    static Stream<Setup> setups() {
        return Setup.all().stream();
    }

    @ParameterizedTest
    @MethodSource("setups")
    void randomSequencesLeaveBothInTheSameState(Setup setup) {
        assertEquals(Optional.empty(), firstDifference(setup, UnaryOperator.identity(), SEQUENCES));
    }

    /** The first difference with the steps that led to it. */
    private static Optional<String> firstDifference(Setup setup, UnaryOperator<String> edit, int sequences) {
        ModelSide model = new ModelSide(setup, edit);
        for (int seed = 0; seed < sequences; seed++) {
            Lockstep both = new Lockstep(setup, model);
            Steps steps = new Steps(new Random(seed), model);
            List<Step> taken = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                taken.add(steps.next());
                List<String> differences = both.take(taken.getLast());
                if (!differences.isEmpty()) {
                    return Optional.of("seed " + seed + ": " + String.join("; ", differences) + " after\n"
                            + String.join("\n", taken.stream().map(Step::toString).toList()));
                }
            }
            assertTrue(both.comparedShare() > 0.5, "most of memory is TORN: nothing was compared");
        }
        return Optional.empty();
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(COMPACTED,
                        "	xsave->header.xcomp_bv = rfbm;\n", ""),
                new Mistake(COMPACTED,
                        "	xsave->header.xfeatures = sparse(in_use);\n",
                        "	xsave->header.xfeatures |= sparse(in_use);\n"),
                new Mistake(COMPACTED,
                        "save_components(xsave, layout_of(rfbm, true), written)",
                        "save_components(xsave, layout_of(XCR0 | XSS, true), written)"),
                new Mistake(COMPACTED,
                        "written = in_use & ~unmodified(xsave, 0, false);", "written |= in_use;"),
                new Mistake(COMPACTED,
                        "(xsave->header.xfeatures & ~rfbm) | sparse(in_use)", "sparse(in_use)"),
                new Mistake(COMPACTED,
                        "	if (!(xsave->header.xfeatures & component_bit[i])) {\n		initialise(i);\n"
                                + "		return;\n",
                        "	if (!(xsave->header.xfeatures & component_bit[i])) {\n		return;\n"),
                new Mistake(COMPACTED,
                        "	if (xsave->header.reserved)\n		return true;\n", ""),
                new Mistake(COMPACTED,
                        "(xsave->header.xfeatures & ~xsave->header.xcomp_bv) != 0",
                        "(xsave->header.xfeatures & ~enabled) != 0"),
                new Mistake(COMPACTED,
                        "(rfbm & xsave->header.xfeatures & sse) != 0", "(rfbm & sse) != 0"),
                new Mistake(COMPACTED,
                        "	if (!mxcsr_is_init())\n", "	if (false)\n"),
                new Mistake(AMX,
                        "&& component_in_use(i))", "&& differs_from_init(i))"),
                new Mistake(AMX,
                        "!(xfd_disabled() & (1 << i)) && ", ""),
                new Mistake(AMX,
                        "	if (disabled != 0) {", "	if (false) {"),
                new Mistake(AMX,
                        "		set_xfd_err(disabled);\n", ""),
                new Mistake("Sapphire Rapids, with the modified optimisation",
                        "this_cpu_write(fpregs.modified, ALL_COMPONENTS & ~dense(rfbm));",
                        "this_cpu_write(fpregs.modified, 0);"),
                new Mistake("Sapphire Rapids, with the modified optimisation",
                        "	this_cpu_write(fpregs.restored_xcomp_bv, xsave->header.xcomp_bv);\n", ""),
                new Mistake("Haswell, which has XSAVEOPT only",

                        "	if (shared && value == INIT && !part_init_is_zero[part])\n		return ZERO;\n",
                        ""),
                new Mistake(AMX,

                        "		if (xsave->cells[run_cell[i]].piece != (shared ? NO_PIECE : run_piece[i]))\n"
                                + "			return TORN;\n",
                        ""),
                new Mistake(AMX,
                        "	to->cells[c].value = torn ? TORN : value;", "	to->cells[c].value = value;"),
                new Mistake(AMX,
                        "candidate = moved_piece(from->cells[d].piece, begin - cell_start[d]);",
                        "candidate = from->cells[d].piece;"),
                new Mistake(UINTR, "		write_reg(XFEATURE_UINTR, UINTR_UINV, INIT);\n", "		;\n"),
                new Mistake(UINTR,
                        "	if (refuses_load(rfbm & xsave->header.xfeatures))\n		return X86_TRAP_GP;\n",
                        ""),
                new Mistake(UINTR, "refuses_load(rfbm & xsave->header.xfeatures)", "refuses_load(rfbm)"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeInTheTextIsFound(Mistake mistake) {
        Setup setup = setups().filter(one -> one.name().equals(mistake.setup())).findFirst().orElseThrow();
        Library library = setup.library();
        assertTrue(library.names().stream()
                .anyMatch(name -> library.files().text(name).orElseThrow().contains(mistake.from())),
                "the text has changed: " + mistake.from());
        assertNotEquals(Optional.empty(), firstDifference(setup, mistake.edit(), SEARCHED));
    }

    @Test
    void everySetupHasImagesToCompare() {
        setups().forEach(setup -> assertTrue(setup.library().map().cells().size() >= 2, setup.name()));
    }
}
