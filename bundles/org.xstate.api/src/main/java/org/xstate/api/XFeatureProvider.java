package org.xstate.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One xfeature, declared once. Built-in features come through this contract too.
 *
 * <p>Name the class in {@code META-INF/services/org.xstate.api.XFeatureProvider}. It needs a public constructor without
 * arguments and should be cheap to create; it is created once and asked from any thread, so it keeps no mutable state.
 */
@ConsumerType
public interface XFeatureProvider {

    XFeatureDescriptor descriptor();

    /** There is no default: think about it. */
    InitState initState();

    RestorePolicy restorePolicy();

    default Lifecycle lifecycle() {
        return descriptor().isUser() ? Lifecycle.USER_STATE : Lifecycle.SUPERVISOR_STATE;
    }

    /**
     * What is special about moving the component between registers and memory; by default nothing is.
     *
     * @param widths of the processor's addresses; {@link AddressWidths#WIDEST} where no processor is known
     */
    default RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return RegisterBehaviour.PLAIN;
    }

    /**
     * The parts that a model keeps apart, ascending and without overlap: those that some instruction writes without the
     * others. By default the component is one part.
     *
     * @param size bytes of the component on the processor at hand; the parts cover what is not reserved of it
     */
    default List<StatePart> stateParts(int size) {
        return List.of(new StatePart(descriptor().name(), 0, size));
    }

    /**
     * An example of what the component's registers may hold, to stand for an abstract value where bytes are shown. For
     * different ordinals every part is different, and different from its init state; a restore takes the bytes, and a
     * save gives them back. By default a pattern; a component with reserved bits has examples of its own.
     *
     * @param ordinal 1 to {@link #examples()}
     * @param size    bytes of the component on the processor at hand, not fewer than the descriptor's
     */
    default byte[] example(int ordinal, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (ordinal << 4 | 1 + i % 15);
        }
        return bytes;
    }

    /**
     * States for tests on the running processor. By default none: loading what is not known to be harmless may lock a
     * process out of its own memory, or change what its instructions do.
     *
     * @since 1.1
     */
    default Optional<TrialState> trialState() {
        return Optional.empty();
    }

    /** How many examples there are: 15, unless the registers do not have so many values. */
    default int examples() {
        return 15;
    }

    /** Handlers of traps that using the component raises; each is part of scenarios that have the component. */
    default List<TrapHandlerSource> trapHandlers() {
        return List.of();
    }

    /**
     * What the component brings in model C beyond its trap handlers. By default nothing: its registers are moved with the
     * others', and a restore policy that is no {@link RestorePolicy.Custom} has a standard text.
     *
     * @since 1.1
     */
    default FeatureModel model() {
        return FeatureModel.NONE;
    }

    /**
     * The component's fields. The default reads what the descriptor lists. Not asked for an absent component; the bytes may
     * be fewer or more than the descriptor's size, where CPUID says so.
     */
    default List<DecodedField> decode(ComponentView view) {
        List<DecodedField> fields = new ArrayList<>();
        for (FieldDescriptor field : view.descriptor().fields()) {
            if (!view.covers(field.offset(), field.width())) {
                continue;
            }
            fields.add(switch (field.style()) {
                case NUMBER, HEX -> {
                    long value = view.unsigned(field.offset(), field.width());
                    yield new DecodedField(field.name(), field.style(),
                            new java.math.BigInteger(Long.toUnsignedString(value)), field.width(),
                            field.meaning().apply(value));
                }
                case BYTES ->
                    DecodedField.bytes(field.name(), view.bigEndian(field.offset(), field.width()), "");
            });
        }
        return List.copyOf(fields);
    }

    /**
     * Architectural registers that this component completes, for the flat {@code registers} of a thread: AVX gives
     * ymm0..., joining its upper halves with the SSE component.
     */
    default List<DecodedField> registers(ComponentView view) {
        return List.of();
    }

    /**
     * Where the bytes of a register that this component completes lie, the least significant part first: YMM3 is
     * {@code xmm3} of SSE, then {@code ymm3_hi128} of AVX. Empty if this component does not complete that register, or if
     * the register is one field of the descriptor. Whoever writes a register asks this.
     *
     * @param register lower case, as {@link #registers} names it
     */
    default List<RegisterPart> parts(String register) {
        return List.of();
    }
}
