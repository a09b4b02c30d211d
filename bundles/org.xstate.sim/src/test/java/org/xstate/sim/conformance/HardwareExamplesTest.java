package org.xstate.sim.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.model.run.Outcome;

/** What the proposal of 2021 runs into, as the processor's rules alone have it (SDM volume 1, section 13.11). */
class HardwareExamplesTest {

    private static final int PKRU = 9;
    private static final int PASID = 10;
    private static final long BOTH = 3 << 9;

    private final ModelSide model = new ModelSide(new Setup("", "sapphirerapids", List.of("PKRU", "PASID"),
            Map.of("xinuse_tracking", "XINUSE_EXACT"), ProcessorPolicy.MANUAL), UnaryOperator.identity());

    private void run(String function, long... arguments) {
        model.state = model.only(function, arguments).to();
    }

    private String read(int image, int offset, int component) {
        return model.tokens()
                .get((int) model.only("read_part", ModelSide.address(image, offset), component, 0).result());
    }

    private long offset(int component) {
        return model.only("xstate_offset", ModelSide.pointer(0), component).result();
    }

    private void write(int component, String token) {
        run("write_reg", component, 0, model.token(token));
    }

    @Test
    void anXsavesOfOneComponentMovesItAndForgetsTheOthers() {
        write(PKRU, "V1");
        write(PASID, "V2");
        run("insn_xsaves", ModelSide.pointer(0), -1);
        assertEquals(584, offset(PASID));
        assertEquals("V2", read(0, 584, PASID));
        write(PASID, "V3");
        run("insn_xsaves", ModelSide.pointer(0), 1 << PASID);
        assertEquals(1 << PASID, model.header(model.state, 0, "xfeatures"));
        assertEquals(1 << PASID, model.header(model.state, 0, "xcomp_bv"));
        assertEquals(-1, offset(PKRU));
        assertEquals(576, offset(PASID));
        assertEquals("V3", read(0, 576, PASID));
        assertEquals("V2", read(0, 584, PASID), "the pointer computed before finds the old value");
        assertEquals("TORN", read(0, 576, PKRU), "PKRU's bytes are PASID's now");
    }

    @Test
    void anXsavesOfAnInitialComponentLeavesOldBytes() {
        write(PASID, "V2");
        run("insn_xsaves", ModelSide.pointer(0), -1);
        run("init_reg", PASID);
        run("insn_xsaves", ModelSide.pointer(0), -1);
        assertEquals(0, model.header(model.state, 0, "xfeatures"));
        assertEquals("V2", read(0, 584, PASID));
        assertEquals("POISON", read(0, 576, PKRU));
    }

    @Test
    void aRestoreInitialisesWhatXstateBvLacks() {
        run("init_image", ModelSide.pointer(0), BOTH);
        write(PKRU, "V1");
        write(PASID, "V2");
        assertEquals(0, model.only("insn_xrstors", ModelSide.pointer(0), 1 << PKRU).result());
        run("insn_xrstors", ModelSide.pointer(0), 1 << PKRU);
        run("insn_xsaves", ModelSide.pointer(1), -1);
        assertEquals(1 << PASID, model.header(model.state, 1, "xfeatures"));
    }

    @Test
    void aRestoreOfTheStandardFormatWithXrstorsFaults() {
        assertEquals(13, model.only("insn_xrstors", ModelSide.pointer(0), -1).result());
    }

    @Test
    void aRestoreThatAPageFaultEndsLeavesEachComponentOldLoadedOrInitial() {
        write(PKRU, "V1");
        run("insn_xsaves", ModelSide.pointer(0), 1 << PKRU);
        write(PKRU, "V2");
        List<Outcome> outcomes = model.call("xrstor_interrupted", ModelSide.pointer(0), 1 << PKRU);
        assertEquals(List.of("V2", "V1", "INIT"), outcomes.stream()
                .map(outcome -> model.tokens().get(
                        ModelSide.register(model, outcome.to(), model.map().parts().getFirst())))
                .toList());
        outcomes.forEach(outcome -> assertEquals(14, outcome.result()));
    }

    @Test
    void anImageThatWasFreedMustNotBeRead() {
        run("xstate_free", ModelSide.pointer(0));
        Outcome outcome = model.call("read_part", ModelSide.address(0, 576), PKRU, 0).getFirst();
        assertEquals("no_use_after_free", model.claim(outcome.failure().orElseThrow().claim()));
    }
}
