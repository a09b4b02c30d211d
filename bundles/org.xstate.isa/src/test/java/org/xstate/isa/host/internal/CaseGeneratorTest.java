package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.layout.image.XsaveImage;

class CaseGeneratorTest {

    private static final int CASES = 2000;
    private static final XFeatureMask UNSAFE = XFeatureMask.of(3, 4, 9, 62);

    private static final HostProfile PROFILE = Profiles.sapphireRapids(true);
    private static final CaseGenerator GENERATOR = new CaseGenerator(PROFILE, StateImages.Pointers.ANY, 3);
    private static final List<CaseRequest> ALL = IntStream.range(0, CASES).mapToObj(GENERATOR::make).toList();

    @Test
    void sameSeedAndNumberGiveTheSameCaseWhateverCameBefore() {
        CaseRequest again = new CaseGenerator(PROFILE, StateImages.Pointers.ANY, 3).make(1234);
        CaseRequest first = ALL.get(1234);
        assertEquals(first.instruction(), again.instruction());
        assertEquals(first.rfbm(), again.rfbm());
        assertArrayEquals(first.start(), again.start());
        assertArrayEquals(first.memory(), again.memory());
    }

    @Test
    void otherSeedGivesOtherCases() {
        CaseGenerator other = new CaseGenerator(PROFILE, StateImages.Pointers.ANY, 4);
        assertTrue(IntStream.range(0, 100).anyMatch(id -> other.make(id).rfbm() != ALL.get(id).rfbm()));
    }

    @Test
    void noCaseLoadsAComponentThatCouldHarmTheProcess() {
        assertFalse(PROFILE.usable().hasAny(UNSAFE), PROFILE.usable().toString());
        for (CaseRequest request : ALL) {
            assertFalse(new XFeatureMask(request.startRfbm()).hasAny(UNSAFE));
            assertFalse(new XFeatureMask(request.rfbm()).and(PROFILE.xcr0()).hasAny(UNSAFE));
        }
    }

    @Test
    void withoutPermissionNoCaseNamesTilesAnywhere() {
        CaseGenerator without = new CaseGenerator(Profiles.sapphireRapids(false), StateImages.Pointers.ANY,
                3);
        for (int id = 0; id < CASES; id++) {
            CaseRequest request = without.make(id);
            long everything = request.startRfbm() | request.dumpRfbm() | request.rfbm() & 0x602e7
                    | XsaveImage.xstateBv(MemorySegment.ofArray(request.start())).bits();
            assertFalse(new XFeatureMask(everything).hasAny(XFeatureMask.of(17, 18)), "case " + id);
        }
    }

    @Test
    void everyInstructionAndEveryPlaceOfTheOperandOccurs() {
        Set<HostInstruction> instructions = EnumSet.noneOf(HostInstruction.class);
        Set<CaseRequest.Operand> operands = EnumSet.noneOf(CaseRequest.Operand.class);
        ALL.forEach(request -> {
            instructions.add(request.instruction());
            operands.add(request.operand());
        });
        assertEquals(EnumSet.allOf(HostInstruction.class), instructions);
        assertEquals(EnumSet.of(CaseRequest.Operand.SEPARATE, CaseRequest.Operand.NON_CANONICAL), operands);
        assertTrue(ALL.stream().anyMatch(request -> request.misalign() % 16 != 0));
        assertTrue(ALL.stream().anyMatch(request -> (request.rfbm() & PROFILE.xcr0().bits()) == 0));
        assertTrue(ALL.stream().anyMatch(request -> (request.rfbm() & ~PROFILE.xcr0().bits()) != 0));
    }

    @Test
    void everyStartStateCanBeLoadedAndEachKindOfFaultOccurs() {
        Oracle oracle = new SimulatorOracle(PROFILE, ProcessorPolicy.MANUAL);
        Set<String> reasons = new TreeSet<>();
        for (CaseRequest request : ALL) {
            for (Prediction prediction : oracle.predict(request, 0)) {
                if (prediction.fault().isPresent()) {
                    reasons.add(prediction.reason().replaceAll("0x[0-9a-f]+|\\d+", "N"));
                }
            }
        }
        for (String expected : List.of("linear address N is not a multiple of N",
                "linear address N is not canonical", "MXCSR N has the reserved bits N",
                "XCOMP_BV is N: without bit N it must be N", "UDN is not a valid opcode",
                "a LOCK prefix is not allowed", "XSAVES needs CPL N, CPL is N")) {
            assertTrue(reasons.contains(expected), expected + " among " + reasons);
        }
        assertTrue(reasons.size() >= 12, reasons.toString());
    }
}
