package org.xstate.isa.host.internal;

import java.io.IOException;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.host.internal.CaseSession.Executed;

/** Executes a case and says whether the processor did what the oracle allows. */
final class CaseJudge {

    /**
     * A case that differs is executed again: an interrupt may have changed what the processor tracks, or a busy machine may
     * have kept the child from answering.
     */
    private static final int REPEATS = 3;

    private final CaseSession session;
    private final Oracle oracle;
    private final Comparison comparison;
    private final long seed;

    CaseJudge(CaseSession session, Oracle oracle, Comparison comparison, long seed) {
        this.session = session;
        this.oracle = oracle;
        this.comparison = comparison;
        this.seed = seed;
    }

    /**
     * @param passed  whether the processor did what the oracle allows
     * @param result  what it did at last; empty if the child was lost
     * @param finding a difference or a remark
     */
    record Verdict(boolean passed, Optional<CaseResult> result, Optional<Finding> finding) {
        boolean faulted() {
            return result.flatMap(CaseResult::fault).isPresent();
        }
    }

    /** @throws IOException if the child is gone for good */
    Verdict judge(CaseRequest request) throws IOException {
        String before = "";
        Verdict verdict = attempt(request, before);
        for (int attempt = 1; attempt < REPEATS && !verdict.passed(); attempt++) {
            before = verdict.finding().map(Finding::message).orElse("");
            verdict = attempt(request, before);
        }
        return verdict;
    }

    /** @param before how the attempt before failed; empty if it is the first */
    private Verdict attempt(CaseRequest request, String before) throws IOException {
        return switch (session.run(request)) {
            case Executed.ChildLost lost -> failed(request, Optional.empty(), "selftest-child-lost",
                    "the child process " + lost.how());
            case Executed.Done done -> {
                Optional<CaseResult> result = Optional.of(done.result());
                Optional<String> difference = comparison.difference(request, done.result(),
                        oracle.predict(request, done.result().xinuseBefore()));
                yield difference.isEmpty()
                        ? new Verdict(true, result, passing(request, before))
                        : failed(request, result, "selftest-difference", difference.get());
            }
        };
    }

    private Verdict failed(CaseRequest request, Optional<CaseResult> result, String id, String how) {
        return new Verdict(false, result, Optional.of(
                finding(Finding.error(id, "%s: %s".formatted(describe(request), how)), request)));
    }

    private Optional<Finding> passing(CaseRequest request, String before) {
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(Finding.note("selftest-intermittent",
                        "agreed only when repeated; before: " + before),
                        request));
    }

    private Finding finding(Finding finding, CaseRequest request) {
        return finding.at("case %d of seed %d".formatted(request.id(), seed))
                .remedy("repeat it alone: seed %d, first case %d, 1 case".formatted(seed, request.id()))
                .value("case", request.id()).value("seed", seed);
    }

    private static String describe(CaseRequest request) {
        String where = switch (request.operand()) {
            case SEPARATE -> request.misalign() == 0
                    ? ""
                    : ", operand %d bytes past a 64-byte boundary"
                            .formatted(request.misalign());
            case START_OVERWRITTEN -> ", operand is the image the registers came from";
            case NON_CANONICAL -> ", non-canonical operand";
        };
        return "%s with EDX:EAX %s%s".formatted(request.instruction().mnemonic(),
                new XFeatureMask(request.rfbm()), where);
    }
}
