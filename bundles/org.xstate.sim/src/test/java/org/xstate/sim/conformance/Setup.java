package org.xstate.sim.conformance;

import java.util.List;
import java.util.Map;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.RestorePolicy;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.ProcessorPolicy.RefusedRestore;
import org.xstate.isa.ProcessorPolicy.XinuseTracking;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.model.KernelVersion;
import org.xstate.sim.library.Library;

/**
 * One processor, set up the same on both sides.
 *
 * @param name     of the test
 * @param profile  CPU
 * @param features components
 * @param knobs    of the model's text
 * @param policy   of the instruction simulator
 */
record Setup(String name, String profile, List<String> features, Map<String, String> knobs,
        ProcessorPolicy policy) {

    /** With UINTR enabled: what the processor does with it does not depend on what a kernel does. */
    static final FeatureCatalog CATALOG = FeatureCatalog.load(Setup.class.getClassLoader())
            .restoring(Map.of(14, new RestorePolicy.OnReturnToUser()));

    private static final Map<String, String> STANDARD = Map.of("standard_images", "1");

    /** Every way in which the two sides can be set up differently appears in one of them. */
    static List<Setup> all() {
        ProcessorPolicy exact = policy(XinuseTracking.EXACT, false);
        ProcessorPolicy sticky = policy(XinuseTracking.STICKY, false);
        return List.of(
                new Setup("Zen 3, compacted kernel", "zen3", List.of("FP", "SSE", "YMM", "PKRU", "CET_USER"),
                        STANDARD, exact),
                new Setup("Zen 3, standard kernel", "zen3", List.of("FP", "SSE", "YMM", "PKRU"),
                        Map.of("xsave_instruction", "INSN_XSAVEOPT"), exact),
                new Setup("Zen 3, with the modified optimisation", "zen3", List.of("SSE", "YMM", "PKRU"),
                        with(STANDARD, "modified_optimisation", "1"), policy(XinuseTracking.EXACT, true)),
                new Setup("Sapphire Rapids, AMX", "sapphirerapids",
                        List.of("PKRU", "PASID", "CET_USER", "XTILE_CFG", "XTILE_DATA"), STANDARD, sticky),
                new Setup("Sapphire Rapids, AVX-512", "sapphirerapids",
                        List.of("SSE", "YMM", "OPMASK", "ZMM_Hi256", "Hi16_ZMM", "PKRU"), STANDARD, sticky),
                new Setup("Sapphire Rapids, with the modified optimisation", "sapphirerapids",
                        List.of("SSE", "PKRU", "PASID", "XTILE_CFG", "XTILE_DATA"),
                        with(STANDARD, "modified_optimisation", "1"), policy(XinuseTracking.STICKY, true)),
                new Setup("Sapphire Rapids, PKRU in use for ever", "sapphirerapids", List.of("PKRU", "PASID"),
                        with(STANDARD, "pkru_always_in_use", "1"),
                        policy(XinuseTracking.STICKY.always(org.xstate.api.XFeatureMask.of(9)), false)),
                new Setup("any XINUSE that is allowed, against exact", "sapphirerapids",
                        List.of("SSE", "YMM", "PKRU", "PASID"),
                        with(STANDARD, "xinuse_tracking", "XINUSE_ANY"), exact),
                new Setup("any XINUSE that is allowed, against sticky", "zen3",
                        List.of("SSE", "YMM", "PKRU", "CET_USER"),
                        with(STANDARD, "xinuse_tracking", "XINUSE_ANY"), sticky),
                new Setup("Sapphire Rapids, whose XSAVES changes UINTR", "sapphirerapids",
                        List.of("PKRU", "UINTR"), STANDARD, sticky),
                new Setup("Sapphire Rapids, UINTR with the modified optimisation", "sapphirerapids",
                        List.of("SSE", "UINTR"), with(STANDARD, "modified_optimisation", "1"),
                        policy(XinuseTracking.STICKY, true)),
                new Setup("Haswell, which has XSAVEOPT only", "haswell", List.of("FP", "SSE", "YMM"),
                        Map.of(),
                        sticky),
                new Setup("Zen 2, whose PKRU has 64 bytes", "zen2", List.of("YMM", "PKRU"), STANDARD, exact),
                new Setup("APX, whose standard offset is below others'", "apx", List.of("YMM", "PKRU", "APX"),
                        STANDARD, sticky),
                new Setup("Sapphire Rapids, only the kernel's layouts", "sapphirerapids",
                        List.of("PKRU", "XTILE_CFG", "XTILE_DATA", "CET_KERNEL"),
                        with(STANDARD, "partial_images", "0"), sticky));
    }

    private static ProcessorPolicy policy(XinuseTracking xinuse, boolean modifiedOptimisation) {
        return ProcessorPolicy.of(CpuIdentity.UNKNOWN).withXinuse(xinuse)
                .withModifiedOptimisation(modifiedOptimisation)
                .withRefusedRestore(RefusedRestore.ROLLBACK);
    }

    private static Map<String, String> with(Map<String, String> knobs, String name, String value) {
        Map<String, String> more = new java.util.TreeMap<>(knobs);
        more.put(name, value);
        return Map.copyOf(more);
    }

    Library library() {
        return switch (Library.of(profile, features, new KernelVersion(6, 16, 0), knobs, CATALOG,
                List.of())) {
            case Library.Result.Ready(Library library) -> library;
            case Library.Result.Refused(String setting, String reason) ->
                throw new AssertionError(setting + ": " + reason);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
