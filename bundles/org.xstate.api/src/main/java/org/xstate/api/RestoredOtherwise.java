package org.xstate.api;

import java.util.List;
import java.util.Objects;

/**
 * A provider under another restore policy than its own: what it says of the kernel would be about the other policy, and
 * is left out.
 */
record RestoredOtherwise(XFeatureProvider provider, RestorePolicy restorePolicy) implements XFeatureProvider {

    RestoredOtherwise {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(restorePolicy);
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return provider.descriptor();
    }

    @Override
    public InitState initState() {
        return provider.initState();
    }

    @Override
    public Lifecycle lifecycle() {
        return provider.lifecycle();
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return provider.registerBehaviour(widths);
    }

    @Override
    public List<StatePart> stateParts(int size) {
        return provider.stateParts(size);
    }

    @Override
    public byte[] example(int ordinal, int size) {
        return provider.example(ordinal, size);
    }

    @Override
    public int examples() {
        return provider.examples();
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(provider.model().hardware(), List.of());
    }

    @Override
    public List<DecodedField> decode(ComponentView view) {
        return provider.decode(view);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return provider.registers(view);
    }

    @Override
    public List<RegisterPart> parts(String register) {
        return provider.parts(register);
    }
}
