package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.ExceptionVector;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** Holds what the processor did against what it should have done. */
final class Comparison {

    private static final int SHOWN = 8;

    private final HostProfile profile;

    Comparison(HostProfile profile) {
        this.profile = profile;
    }

    /** Empty if the result is one of the allowed ones; else how it differs from the nearest. */
    Optional<String> difference(CaseRequest request, CaseResult result, List<Prediction> allowed) {
        Optional<String> first = Optional.empty();
        for (Prediction prediction : allowed) {
            Optional<String> difference = difference(request, result, prediction);
            if (difference.isEmpty()) {
                return difference;
            }
            first = first.isPresent() ? first : difference;
        }
        return first;
    }

    private Optional<String> difference(CaseRequest request, CaseResult result, Prediction prediction) {
        return fault(result, prediction)
                .or(() -> returned(request, result, prediction))
                .or(() -> bytes("memory", result.memory(), prediction.memory(), layout(request), -1))
                .or(() -> partial(request, result, prediction).isPresent()
                        ? Optional.empty()
                        : bytes("registers", result.dump(), prediction.dump(), dumpLayout(request),
                                XsaveImage.XSTATE_BV))
                .or(() -> inUse(request, result));
    }

    /** What a refused restore had changed, if the prediction leaves that open and the registers fit. */
    Optional<XFeatureMask> partial(CaseRequest request, CaseResult result, Prediction prediction) {
        return prediction.partial().flatMap(completed -> PartialRestore.changed(result.dump(),
                prediction.dump(), completed, dumpLayout(request)));
    }

    private static Optional<String> fault(CaseResult result, Prediction prediction) {
        Optional<Integer> expected = prediction.fault().map(ExceptionVector::number);
        Optional<Integer> observed = result.fault().map(fault -> (int) fault.trap());
        if (expected.equals(observed)) {
            return Optional.empty();
        }
        return Optional.of("the processor %s, the simulator %s".formatted(
                result.fault().map(fault -> "raised " + fault.name()).orElse("completed it"),
                prediction.fault().map(vector -> "raises %s (%s)".formatted(vector.mnemonic(),
                        prediction.reason())).orElse("completes it")));
    }

    private static Optional<String> returned(CaseRequest request, CaseResult result, Prediction prediction) {
        if (prediction.returned().isEmpty() || prediction.returned().getAsLong() == result.edxEax()) {
            return Optional.empty();
        }
        return Optional.of("%s with ECX %d gave %s, the simulator gives %s".formatted(
                request.instruction().mnemonic(), request.ecx(), new XFeatureMask(result.edxEax()),
                new XFeatureMask(prediction.returned().getAsLong())));
    }

    /** @param except an 8-byte field that is not compared here, or -1 */
    private Optional<String> bytes(String what, byte[] observed, byte[] expected, XsaveLayout layout,
            int except) {
        for (int at = 0; at < expected.length; at++) {
            boolean compared = at < except || at >= except + Long.BYTES || except < 0;
            if (compared && observed[at] != expected[at]) {
                int end = Math.min(at + SHOWN, expected.length);
                HexFormat hex = HexFormat.of();
                return Optional.of("%s, %s: the processor has %s, the simulator %s".formatted(what,
                        new ByteNames(profile.catalog(), layout).name(at),
                        hex.formatHex(Arrays.copyOfRange(observed, at, end)),
                        hex.formatHex(Arrays.copyOfRange(expected, at, end))));
            }
        }
        return Optional.empty();
    }

    /** XINUSE may be 1 for initial content, but never 0 for other content. */
    private Optional<String> inUse(CaseRequest request, CaseResult result) {
        XFeatureMask notInitial = new InitialContent(profile).notInitial(result.dump(),
                new XFeatureMask(request.dumpRfbm()));
        XFeatureMask bv = XsaveImage.xstateBv(MemorySegment.ofArray(result.dump()));
        XFeatureMask missing = notInitial.andNot(bv);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "XSAVE64 afterwards gave XSTATE_BV %s, although %s is not in the initial configuration"
                                .formatted(bv, missing));
    }

    private XsaveLayout dumpLayout(CaseRequest request) {
        return profile.standard(new XFeatureMask(request.dumpRfbm()));
    }

    private XsaveLayout layout(CaseRequest request) {
        XFeatureMask rfbm = new XFeatureMask(request.rfbm()).and(profile.xcr0());
        boolean compacts = request.instruction() == HostInstruction.XSAVEC
                || request.instruction() == HostInstruction.XSAVEC64;
        return compacts ? profile.compacted(rfbm) : profile.standard(profile.usable());
    }
}
