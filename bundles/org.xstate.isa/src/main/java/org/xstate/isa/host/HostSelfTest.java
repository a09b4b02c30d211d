package org.xstate.isa.host;

import org.xstate.api.FeatureCatalog;
import org.xstate.isa.host.internal.SelfTestRun;

/**
 * Hardware in the loop: executes real XSAVE, XSAVEOPT, XSAVEC, XRSTOR, FXSAVE, FXRSTOR and XGETBV on the running
 * processor and compares memory, registers and exceptions with the simulator, byte by byte.
 *
 * <p>A child process executes them: what goes wrong there ends the child and is reported, the calling process never runs
 * a case. No privilege and no native library is needed.
 */
public final class HostSelfTest {

    /** Told about each case as it ends. */
    @FunctionalInterface
    public interface Progress {
        /** Ignores it. */
        Progress NONE = (done, total, failed) -> {
        };

        /** @param done cases so far @param total cases asked for @param failed those among {@code done} */
        void update(int done, int total, int failed);
    }

    private HostSelfTest() {
    }

    /**
     * Runs. An interrupt of the calling thread ends the run after the present case and stays set.
     *
     * @param catalog for the behaviour of components and the names in findings
     */
    public static SelfTestReport run(FeatureCatalog catalog, SelfTestOptions options, Progress progress) {
        return SelfTestRun.run(catalog, options, progress);
    }
}
