package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xstate.isa.ExceptionVector;
import org.xstate.isa.ProcessorPolicy;

/** A result is taken from the prediction and damaged: the damage must be found and named. */
class ComparisonTest {

    private static final CaseResult.Fault GP = new CaseResult.Fault(11, 128, 13, 0);

    private final HostProfile profile = Profiles.sapphireRapids(false);
    private final Comparison comparison = new Comparison(profile);
    private final Oracle oracle = new SimulatorOracle(profile, ProcessorPolicy.INTEL);

    /** A case with everything in use that completes, of the given instruction. */
    private CaseRequest completing(HostInstruction instruction) {
        CaseGenerator generator = new CaseGenerator(profile, StateImages.Pointers.ANY, 1);
        return IntStream.range(0, 20000).mapToObj(generator::make).filter(r -> r.instruction() == instruction)
                .filter(r -> (r.rfbm() & 0xe7) == 0xe7 && r.start()[512] == (byte) 0xe7)
                .filter(r -> oracle.predict(r, 0xe7).getFirst().fault().isEmpty()).findFirst().orElseThrow();
    }

    private Optional<String> damaged(CaseRequest request, Consumer<CaseResult> damage) {
        List<Prediction> allowed = oracle.predict(request, 0xe7);
        Prediction first = allowed.getFirst();
        CaseResult result = new CaseResult(request.id(), Optional.empty(), 0xe7, 0xe7, 0,
                first.memory().clone(), first.dump().clone());
        damage.accept(result);
        return comparison.difference(request, result, allowed.subList(0, 1));
    }

    @Test
    void resultAsPredictedIsNoDifference() {
        for (HostInstruction instruction : List.of(HostInstruction.XSAVE64, HostInstruction.XSAVEC,
                HostInstruction.XRSTOR64, HostInstruction.FXSAVE)) {
            assertEquals(Optional.empty(), damaged(completing(instruction), result -> {
            }), instruction.toString());
        }
    }

    @Test
    void everySingleByteOfMemoryCounts() {
        CaseRequest request = completing(HostInstruction.XSAVE64);
        for (int at = 0; at < request.memory().length; at++) {
            int place = at;
            Optional<String> found = damaged(request, result -> result.memory()[place] ^= 1);
            assertTrue(found.filter(text -> text.contains("byte " + place + ":")).isPresent(),
                    place + ": " + found);
        }
    }

    @Test
    void differenceIsNamedByItsComponent() {
        CaseRequest request = completing(HostInstruction.XSAVE64);
        assertName(request, 0, "FCW");
        assertName(request, 8, "FIP byte 0");
        assertName(request, 23, "FDP byte 7");
        assertName(request, 24, "MXCSR:");
        assertName(request, 28, "MXCSR_MASK");
        assertName(request, 170, "SSE xmm0, byte 10 of 16");
        assertName(request, 420, "reserved byte of the legacy region");
        assertName(request, 470, "available to software");
        assertName(request, 512, "XSTATE_BV");
        assertName(request, 520, "XCOMP_BV");
        assertName(request, 540, "header byte 28");
        assertName(request, 576 + 16, "AVX ymm1_hi128, byte 0 of 16");
        assertName(request, 900, "no component's");
        assertName(request, 1664, "Hi16_ZMM zmm16, byte 0 of 64");
    }

    private void assertName(CaseRequest request, int at, String name) {
        String found = damaged(request, result -> result.memory()[at] ^= 4).orElseThrow();
        assertTrue(found.startsWith("memory, byte " + at + ": " + name), found);
    }

    @Test
    void compactedImageIsNamedByItsOwnLayout() {
        CaseRequest request = completing(HostInstruction.XSAVEC64);
        // XCOMP_BV E7H: AVX at 576, opmask right after it
        assertName(request, 832, "opmask k0, byte 0 of 8");
    }

    @Test
    void registersAreComparedButForXstateBvOfTheDump() {
        CaseRequest request = completing(HostInstruction.XRSTOR64);
        assertTrue(damaged(request, result -> result.dump()[1100] ^= 1).orElseThrow()
                .startsWith("registers, byte 1100"));
        assertTrue(damaged(request, result -> result.dump()[520] ^= 1).orElseThrow()
                .startsWith("registers, byte 520"));
    }

    @Test
    void xinuseOfZeroForAComponentInUseIsADifference() {
        CaseRequest request = completing(HostInstruction.XSAVE64);
        String found = damaged(request, result -> result.dump()[512] = 0x63).orElseThrow();
        assertTrue(found.contains("0x84 is not in the initial configuration"), found);
    }

    @Test
    void faultThatWasNotPredictedIsADifferenceAndSoIsOneThatDidNotCome() {
        CaseRequest completes = completing(HostInstruction.XRSTOR64);
        Prediction prediction = oracle.predict(completes, 0xe7).getFirst();
        CaseResult faulted = new CaseResult(completes.id(), Optional.of(GP), 0xe7, 0xe7, 0,
                prediction.memory(), prediction.dump());
        assertEquals(Optional.of("the processor raised #GP(0), the simulator completes it"),
                comparison.difference(completes, faulted, List.of(prediction)));
        Prediction refused = new Prediction(Optional.of(ExceptionVector.UD), "why",
                prediction.memory(), prediction.dump(), prediction.returned(), Optional.empty());
        assertEquals(Optional.of("the processor raised #GP(0), the simulator raises #UD (why)"),
                comparison.difference(completes, faulted, List.of(refused)));
        CaseResult completed = new CaseResult(completes.id(), Optional.empty(), 0xe7, 0xe7, 0,
                prediction.memory(), prediction.dump());
        assertEquals(Optional.of("the processor completed it, the simulator raises #UD (why)"),
                comparison.difference(completes, completed, List.of(refused)));
    }

    @Test
    void refusedRestoreMayHaveLoadedSomeComponentsButNothingElse() {
        CaseRequest request = refusedForMxcsr();
        Prediction prediction = oracle.predict(request, 0xe7).getFirst();
        byte[] completed = prediction.partial().orElseThrow();
        byte[] registers = prediction.dump().clone();
        assertEquals(Optional.empty(), comparison.difference(request, faulted(request, prediction, registers),
                List.of(prediction)));
        System.arraycopy(completed, 160, registers, 160, 256);
        assertEquals(Optional.empty(), comparison.difference(request, faulted(request, prediction, registers),
                List.of(prediction)));
        registers[200] ^= 1;
        assertTrue(comparison.difference(request, faulted(request, prediction, registers),
                List.of(prediction)).isPresent());
    }

    private CaseRequest refusedForMxcsr() {
        CaseGenerator generator = new CaseGenerator(profile, StateImages.Pointers.ANY, 1);
        return IntStream.range(0, 20000).mapToObj(generator::make)
                .filter(r -> r.instruction() == HostInstruction.XRSTOR64 && (r.rfbm() & 2) != 0
                        && (r.memory()[512] & 2) != 0)
                .filter(r -> oracle.predict(r, 0xe7).getFirst().partial().isPresent()).findFirst()
                .orElseThrow();
    }

    private static CaseResult faulted(CaseRequest request, Prediction prediction, byte[] registers) {
        return new CaseResult(request.id(), Optional.of(GP), 0xe7, 0xe7, 0, prediction.memory(),
                registers.clone());
    }
}
