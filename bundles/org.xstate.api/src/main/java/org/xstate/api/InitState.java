package org.xstate.api;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The initial configuration of a state component: what XRSTOR loads when XSTATE_BV[i] is 0 (SDM volume 1, section 13.6),
 * and what a kernel wants a new task to start with, which is not always the same (PKRU).
 *
 * <p>There is no default. A provider without an init state is refused.
 */
public sealed interface InitState {

    /** What the value may depend on. @param size bytes of the component on the CPU at hand @param kernel kernel parameters by name, for example {@code init_pkru} */
    record Context(int size, Map<String, Long> kernel) {
        public Context {
            kernel = Map.copyOf(kernel);
        }

        public static Context ofSize(int size) {
            return new Context(size, Map.of());
        }
    }

    /** The hardware's initial configuration: exactly {@code context.size()} bytes, a fresh array. */
    byte[] hardware(Context context);

    /** What the kernel gives a new task: exactly {@code context.size()} bytes, a fresh array. */
    default byte[] kernel(Context context) {
        return hardware(context);
    }

    static InitState allZero() {
        return new AllZero();
    }

    /** The given leading bytes, the rest zero. */
    static InitState bytes(byte... leading) {
        return new Bytes(leading);
    }

    /** Every byte is zero. */
    record AllZero() implements InitState {
        @Override
        public byte[] hardware(Context context) {
            return new byte[context.size()];
        }
    }

    /** Fixed leading bytes; what the component has beyond them is zero. */
    record Bytes(byte[] leading) implements InitState {
        public Bytes {
            leading = leading.clone();
        }

        @Override
        public byte[] leading() {
            return leading.clone();
        }

        @Override
        public byte[] hardware(Context context) {
            return java.util.Arrays.copyOf(leading, context.size());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && java.util.Arrays.equals(leading, that.leading);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(leading);
        }
    }

    /** Computed from the CPU's component size and the kernel's parameters. */
    record Derived(Function<Context, byte[]> hardwareValue,
            Function<Context, byte[]> kernelValue) implements InitState {
        public Derived {
            Objects.requireNonNull(hardwareValue);
            Objects.requireNonNull(kernelValue);
        }

        @Override
        public byte[] hardware(Context context) {
            return hardwareValue.apply(context);
        }

        @Override
        public byte[] kernel(Context context) {
            return kernelValue.apply(context);
        }
    }
}
