package org.xstate.registry.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.InitState;
import org.xstate.api.Lifecycle;
import org.xstate.api.PluginFailure;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RegisterPart;
import org.xstate.api.RestorePolicy;
import org.xstate.api.StatePart;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * Stands between the program and an xfeature of a plugin. What is fixed about the feature is asked once, so that a plugin
 * that changes its mind changes nothing; the rest runs on the plugin's threads, on copies of the program's memory.
 */
final class GuardedFeature implements XFeatureProvider {

    private final XFeatureProvider plugin;
    private final String type;
    private final PluginRunner runner;
    private final XFeatureDescriptor descriptor;
    private final InitState initState;
    private final RestorePolicy restorePolicy;
    private final Lifecycle lifecycle;
    private final List<TrapHandlerSource> trapHandlers;
    private final FeatureModel model;

    /** @throws org.xstate.api.PluginFailure if the plugin throws or does not return */
    GuardedFeature(XFeatureProvider plugin, PluginRunner runner) {
        this.plugin = plugin;
        this.runner = runner;
        type = plugin.getClass().getName();
        descriptor = ask("descriptor", XFeatureProvider::descriptor);
        initState = guarded(ask("initState", XFeatureProvider::initState));
        restorePolicy = ask("restorePolicy", XFeatureProvider::restorePolicy);
        // what has no descriptor is refused, and the rest of it follows from that
        lifecycle = descriptor == null
                ? Lifecycle.USER_STATE
                : ask("lifecycle", provider -> notNull(provider.lifecycle()));
        trapHandlers = ask("trapHandlers", provider -> List.copyOf(provider.trapHandlers()));
        model = ask("model", XFeatureProvider::model);
    }

    private static <T> T notNull(T value) {
        return Objects.requireNonNull(value, "it returned null");
    }

    /** A copy. Whoever cuts images up by sizes would otherwise read past the end of what a plugin gave. */
    private byte[] sized(String what, byte[] bytes, int size) {
        if (bytes.length != size) {
            throw new PluginFailure(runner.bundle(),
                    "its %s has %d bytes where the component has %d".formatted(what, bytes.length, size),
                    "return exactly as many bytes as the context asks for; CPUID may give another size than the "
                            + "manual");
        }
        return bytes.clone();
    }

    private List<StatePart> within(List<StatePart> parts, int size) {
        int end = 0;
        for (StatePart part : parts) {
            if (part.offset() < end || part.offset() + part.size() > size) {
                throw new PluginFailure(runner.bundle(),
                        "its part %s lies at bytes %d to %d of %d, or overlaps the one before".formatted(
                                part.name(), part.offset(), part.offset() + part.size() - 1, size),
                        "let stateParts(size) ascend without overlap within the size that it is given");
            }
            end = part.offset() + part.size();
        }
        if (parts.isEmpty()) {
            throw new PluginFailure(runner.bundle(), "it has no parts",
                    "let stateParts(size) cover what is not reserved");
        }
        return parts;
    }

    private <T> T ask(String method, Function<XFeatureProvider, T> question) {
        return runner.call(type + "." + method + "()", () -> question.apply(plugin));
    }

    /** Only a derived state runs code of the plugin. */
    private InitState guarded(InitState state) {
        return state instanceof InitState.Derived derived
                ? new InitState.Derived(
                        context -> sized("init state", runner.call("the init state of " + type,
                                () -> notNull(derived.hardware(context))), context.size()),
                        context -> sized("kernel's init state",
                                runner.call("the kernel's init state of " + type,
                                        () -> notNull(derived.kernel(context))),
                                context.size()))
                : state;
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public InitState initState() {
        return initState;
    }

    @Override
    public RestorePolicy restorePolicy() {
        return restorePolicy;
    }

    @Override
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    @Override
    public List<TrapHandlerSource> trapHandlers() {
        return trapHandlers;
    }

    @Override
    public FeatureModel model() {
        return model;
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return new GuardedBehaviour(
                ask("registerBehaviour", provider -> notNull(provider.registerBehaviour(widths))), type,
                runner);
    }

    @Override
    public List<DecodedField> decode(ComponentView view) {
        ComponentView copy = SnapshotView.of(view);
        return ask("decode", provider -> List.copyOf(provider.decode(copy)));
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        ComponentView copy = SnapshotView.of(view);
        return ask("registers", provider -> List.copyOf(provider.registers(copy)));
    }

    @Override
    public List<RegisterPart> parts(String register) {
        return ask("parts", provider -> List.copyOf(provider.parts(register)));
    }

    @Override
    public List<StatePart> stateParts(int size) {
        return within(ask("stateParts", provider -> List.copyOf(provider.stateParts(size))), size);
    }

    @Override
    public byte[] example(int ordinal, int size) {
        return sized("example", ask("example", provider -> notNull(provider.example(ordinal, size))), size);
    }

    @Override
    public Optional<TrialState> trialState() {
        return ask("trialState", provider -> notNull(provider.trialState())).map(this::guarded);
    }

    private TrialState guarded(TrialState trial) {
        return new TrialState() {
            @Override
            public void fill(RandomGenerator random, byte[] component, boolean accepted) {
                byte[] made = runner.call("the trial state of " + type, () -> {
                    byte[] copy = component.clone();
                    trial.fill(random, copy, accepted);
                    return copy;
                });
                System.arraycopy(made, 0, component, 0, component.length);
            }

            @Override
            public List<Question> questions(int size) {
                return runner.call("the trial state of " + type, () -> List.copyOf(trial.questions(size)));
            }
        };
    }

    @Override
    public int examples() {
        return ask("examples", XFeatureProvider::examples);
    }
}
