package org.xstate.sim.library;

import java.util.Arrays;
import java.util.List;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * The processor that a scenario runs on, as its kernel has set it up: XCR0 and IA32_XSS enable x87, SSE, the scenario's
 * components and what those require, and nothing else.
 *
 * @param name           of the CPU profile
 * @param cpu            what its CPUID says
 * @param catalog        the xfeatures
 * @param features       the components that have values in the model
 * @param enabled        XCR0 and IA32_XSS; a component that is enabled but not among {@code features} has its place in
 *                       layouts, and is in its initial configuration for ever
 * @param save           what the kernel saves with
 * @param standardImages whether images of the standard format exist (always, if {@code save} writes it)
 * @param partialImages  whether compacted images with any subset of the extended components exist, or only those that
 *                       kernels have: all; less what must be asked for; less what only guests have;
 *                       what has buffers of its own
 */
public record Processor(String name, XsaveCpu cpu, FeatureCatalog catalog, XFeatureMask features,
        XFeatureMask enabled, SaveInstruction save, boolean standardImages, boolean partialImages) {

    /** The policy that IA32_XFD realises; any other exception populates a value. */
    static final RestorePolicy ON_DEVICE_NOT_AVAILABLE = new RestorePolicy.OnTrap(7);

    /** More would give tables of more than a thousand layouts, and no explorer gets through the states. */
    static final int MOST_EXTENDED = 10;

    public List<Part> parts() {
        return Parts.of(cpu, catalog, features);
    }

    /** The enabled components beyond x87 and SSE. */
    public XFeatureMask extended() {
        return enabled.andNot(XFeatureMask.LEGACY);
    }

    public XFeatureMask xcr0() {
        return enabled.and(cpu.xcr0());
    }

    public XFeatureMask xss() {
        return enabled.and(cpu.xss()).andNot(cpu.xcr0());
    }

    /** Those of the scenario's components that IA32_XFD can disable. */
    public XFeatureMask xfd() {
        return select(features, this::disableable);
    }

    /** What the kernel saves and restores in the buffers of tasks and guests: not what has buffers of its own. */
    public XFeatureMask kernelFeatures() {
        return enabled.andNot(having(RestorePolicy.Independent.class));
    }

    /** What a task gets on its first use of it, by #NM. */
    public XFeatureMask dynamicFeatures() {
        return select(enabled, number -> disableable(number) && catalog.provider(number)
                .filter(one -> one.restorePolicy().equals(ON_DEVICE_NOT_AVAILABLE)).isPresent());
    }

    /** What every task's image has: not what must be asked for (XFD), nor what only guests have. */
    public XFeatureMask defaultFeatures() {
        return kernelFeatures().andNot(dynamicFeatures()).andNot(having(RestorePolicy.GuestOnly.class));
    }

    /** The enabled components whose restore policy is of that kind. */
    public XFeatureMask having(Class<? extends RestorePolicy> policy) {
        return select(enabled, number -> has(number, policy));
    }

    /** The enabled components that a kernel starts tasks with in another state than the processor's initial one. */
    public XFeatureMask initialByKernel() {
        return select(enabled, number -> catalog.provider(number).filter(provider -> {
            InitState.Context context = InitState.Context
                    .ofSize(cpu.component(number).orElseThrow().size());
            return !Arrays.equals(provider.initState().hardware(context),
                    provider.initState().kernel(context));
        }).isPresent());
    }

    private boolean disableable(int component) {
        return cpu.features().xfd() && cpu.component(component).filter(info -> info.xfd()).isPresent();
    }

    private boolean has(int component, Class<? extends RestorePolicy> policy) {
        return catalog.provider(component).filter(provider -> policy.isInstance(provider.restorePolicy()))
                .isPresent();
    }

    /** The XCOMP_BV values, without bits 0, 1 and 63, that images may have; of the compacted format. */
    boolean isReachable(XFeatureMask layout) {
        if (!save.isCompacted()) {
            return false;
        }
        if (partialImages) {
            return true;
        }
        XFeatureMask independent = having(RestorePolicy.Independent.class);
        if (!layout.and(independent).isEmpty()) {
            return layout.equals(independent);
        }
        XFeatureMask dynamic = dynamicFeatures();
        XFeatureMask guest = having(RestorePolicy.GuestOnly.class);
        XFeatureMask absent = kernelFeatures().andNot(XFeatureMask.LEGACY).andNot(layout);
        return List.of(XFeatureMask.NONE, dynamic, guest, dynamic.or(guest)).contains(absent);
    }

    private static XFeatureMask select(XFeatureMask mask, java.util.function.IntPredicate chosen) {
        return new XFeatureMask(
                mask.numbers().filter(chosen).mapToLong(n -> 1L << n).reduce(0, (a, b) -> a | b));
    }
}
