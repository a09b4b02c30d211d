package org.xstate.layout.image;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.xstate.api.DecodedField;
import org.xstate.api.Finding;
import org.xstate.api.PluginFailure;
import org.xstate.api.XFeatureProvider;

/** Asks a provider something. Plugins are strangers: what goes wrong in one ends up as a finding that names it. */
final class PluginCall {

    private PluginCall() {
    }

    /** Fields from a provider; empty if it failed. @param method its name, for the finding */
    static Optional<List<DecodedField>> fields(XFeatureProvider provider, String method,
            Function<XFeatureProvider, List<DecodedField>> call, List<Finding> failures) {
        return ask(provider, method, p -> List.copyOf(call.apply(p)), failures);
    }

    /** Anything from a provider; empty if it failed or gave null. @param method its name, for the finding */
    static <T> Optional<T> ask(XFeatureProvider provider, String method, Function<XFeatureProvider, T> call,
            List<Finding> failures) {
        try {
            return Optional.of(call.apply(provider));
        } catch (PluginFailure e) {
            failures.add(Finding.error(DecodedImage.PLUGIN_FAILED, e.getMessage()).at(e.bundle())
                    .remedy(e.remedy()));
            return Optional.empty();
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            failures.add(Finding.error(DecodedImage.PLUGIN_FAILED,
                    "%s.%s failed: %s".formatted(provider.getClass().getName(), method, e))
                    .at(provider.getClass().getPackageName()).remedy("remove or mend the plugin"));
            return Optional.empty();
        }
    }
}
