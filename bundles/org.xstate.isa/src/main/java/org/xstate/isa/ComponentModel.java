package org.xstate.isa;

import java.util.Arrays;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.RegisterBehaviour;
import org.xstate.layout.cpu.ComponentInfo;

/**
 * One component of one processor: where its registers lie in a {@link RegisterFile}, and what is special about it. Where
 * CPUID gives fewer bytes than the provider knows fields for, the provider's behaviour would look beyond the component's
 * end: then it is only copied.
 */
final class ComponentModel {

    final int number;
    final int size;
    /** Bytes from the start of the register file. */
    final int base;
    /** Leading bytes that are reached outside 64-bit mode. */
    final int narrowSize;
    final ComponentInfo info;
    final String name;
    final RegisterBehaviour behaviour;
    private final byte[] init;

    ComponentModel(ComponentInfo info, int base, FeatureCatalog catalog, AddressWidths widths) {
        this.number = info.number();
        this.size = info.size();
        this.base = base;
        this.info = info;
        this.name = catalog.name(number);
        this.behaviour = number > 1
                ? catalog.provider(number).filter(provider -> provider.descriptor().size() <= size)
                        .map(provider -> provider.registerBehaviour(widths)).orElse(RegisterBehaviour.PLAIN)
                : RegisterBehaviour.PLAIN;
        this.narrowSize = narrow();
        this.init = number == 0 ? X87Registers.init() : catalog.hardwareInit(number, size);
        if (init.length != size || narrowSize < 0 || narrowSize > size) {
            throw new IllegalArgumentException(
                    "%s: the provider gives %d init bytes and %d bytes outside 64-bit mode for a size of %d"
                            .formatted(name, init.length, narrowSize, size));
        }
    }

    /** XMM0 to XMM7 and YMM0 to YMM7 are core knowledge, as components 0 to 2 are; the rest comes with the provider. */
    private int narrow() {
        return number == 1 || number == 2 ? size / 2 : behaviour.bytesOutside64BitMode(size);
    }

    int reach(boolean bits64) {
        return bits64 ? size : narrowSize;
    }

    /** Whether use and modification are judged by content where other components are tracked by loads and writes. */
    boolean tracksByContent() {
        return behaviour.tracksByContent();
    }

    boolean plain() {
        return behaviour == RegisterBehaviour.PLAIN;
    }

    /** Copies the first {@code length} initial bytes. */
    void copyInit(byte[] registers, int length) {
        System.arraycopy(init, 0, registers, base, length);
    }

    byte[] initBytes() {
        return init;
    }

    /** Whether the bytes {@code from} to {@code to} of the component differ from its initial configuration. */
    boolean differs(byte[] registers, int from, int to) {
        return !Arrays.equals(registers, base + from, base + to, init, from, to);
    }
}
