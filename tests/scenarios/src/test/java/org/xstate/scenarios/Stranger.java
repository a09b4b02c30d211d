package org.xstate.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureModel;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpuid.CpuidTable;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ProcessorFinder;

/**
 * A component that nobody knows, of a processor that nobody makes, whose provider says what it has to and brings no
 * model C.
 */
record Stranger(XFeatureDescriptor descriptor, RestorePolicy restorePolicy, Lifecycle lifecycle,
        InitState initState, FeatureModel model) implements XFeatureProvider {

    private static final int LEAF = 0xd;
    private static final int USER = 20;
    private static final int SUPERVISOR = 21;
    private static final int DISARMABLE = 22;

    static Stranger user(RestorePolicy policy) {
        return of(XFeatureDescriptor.user(USER, "STRANGER", 64).build(), policy);
    }

    static Stranger supervisor(RestorePolicy policy) {
        return of(XFeatureDescriptor.supervisor(SUPERVISOR, "STRANGER", 16).build(), policy);
    }

    /** One that IA32_XFD can disable. */
    static Stranger disarmable(RestorePolicy policy) {
        return of(XFeatureDescriptor.user(DISARMABLE, "STRANGER", 4096).align64().xfd().build(), policy);
    }

    private static Stranger of(XFeatureDescriptor descriptor, RestorePolicy policy) {
        return new Stranger(descriptor, policy,
                descriptor.isUser() ? Lifecycle.USER_STATE : Lifecycle.SUPERVISOR_STATE,
                InitState.allZero(), FeatureModel.NONE);
    }

    Stranger living(Lifecycle other) {
        return new Stranger(descriptor, restorePolicy, other, initState, model);
    }

    /** The kernel starts it with another value than the processor, as it does PKRU. */
    Stranger startedByKernel() {
        return new Stranger(descriptor, restorePolicy, lifecycle,
                new InitState.Derived(context -> new byte[context.size()], context -> {
                    byte[] value = new byte[context.size()];
                    value[0] = 1;
                    return value;
                }), model);
    }

    /** With a text for the kernel, which then is all that the kernel knows of it. */
    Stranger saying(String text) {
        return new Stranger(descriptor, restorePolicy, lifecycle, initState,
                new FeatureModel(List.of(), List.of(new ModelText("stranger/kernel.c", text))));
    }

    /** A file beside the examples, on a processor that has the component. */
    LoadedScenario load(String text) {
        Contributions built = Contributions.onClassPath(Stranger.class.getClassLoader());
        List<FeatureCatalog.Contribution> all = new ArrayList<>(built.features().contributions());
        all.add(new FeatureCatalog.Contribution(this, "stranger"));
        LoadOptions options = LoadOptions.of(FeatureCatalog.of(all), built.trapHandlers())
                .on((_, _) -> new ProcessorFinder.Result.Found(processor()));
        return Happenings.load("stranger.c", text, options);
    }

    private static CpuProfile processor() {
        CpuidTable table = CpuidTable.builder()
                .put(LEAF, 0, 7 | 1 << USER | 1 << DISARMABLE, 0x340, 0x1380, 0)
                .put(LEAF, 1, 0x1f, 0x1380, 1 << SUPERVISOR, 0).put(LEAF, 2, 0x100, 0x240, 0, 0)
                .put(LEAF, USER, 64, 0x340, 0, 0).put(LEAF, SUPERVISOR, 16, 0, 1, 0)
                .put(LEAF, DISARMABLE, 4096, 0x380, 6, 0).build();
        return new CpuProfile("stranger", "stranger", "made up", Optional.empty(), table);
    }
}
