package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.Stream;

import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.InitState;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** Providers made for these tests, beside the real ones of x87, SSE, AVX and AVX-512. */
final class TestFeatures {

    /** 32 bytes, user, init A5 in every byte. */
    static final int PATTERN = 40;

    private TestFeatures() {
    }

    record Provider(XFeatureDescriptor descriptor, InitState initState,
            RegisterBehaviour behaviour) implements XFeatureProvider {
        @Override
        public RegisterBehaviour registerBehaviour(AddressWidths widths) {
            return behaviour instanceof Canonical ? new Canonical(widths) : behaviour;
        }

        @Override
        public RestorePolicy restorePolicy() {
            return new RestorePolicy.Unused();
        }
    }

    static FeatureCatalog catalog() {
        Stream<Contribution> real = FeatureCatalog.load(TestFeatures.class.getClassLoader()).contributions()
                .stream().filter(c -> c.provider().descriptor().number() < 8);
        return FeatureCatalog.of(Stream.concat(real, made().stream().map(p -> new Contribution(p, "test")))
                .toList());
    }

    private static List<XFeatureProvider> made() {
        byte[] pattern = new byte[32];
        java.util.Arrays.fill(pattern, (byte) 0xa5);
        return List.of(
                new Provider(XFeatureDescriptor.supervisor(8, "PT", 128).build(), InitState.allZero(),
                        new TraceEn()),
                new Provider(XFeatureDescriptor.user(9, "PKRU", 8).build(), InitState.allZero(),
                        new UpperHalfClear()),
                new Provider(XFeatureDescriptor.supervisor(11, "CET_U", 16).build(), InitState.allZero(),
                        new Canonical(AddressWidths.WIDEST)),
                new Provider(XFeatureDescriptor.supervisor(14, "UINTR", 48).build(), InitState.allZero(),
                        new Uinv()),
                new Provider(XFeatureDescriptor.user(17, "XTILECFG", 64).together(17, 18).align64().build(),
                        InitState.allZero(), new Palette()),
                new Provider(
                        XFeatureDescriptor.user(18, "XTILEDATA", 8192).together(17, 18).align64().xfd()
                                .build(),
                        InitState.allZero(), RegisterBehaviour.PLAIN),
                new Provider(XFeatureDescriptor.user(PATTERN, "PATTERN", 32).build(),
                        InitState.bytes(pattern), RegisterBehaviour.PLAIN));
    }

    private record UpperHalfClear() implements RegisterBehaviour {
        @Override
        public void loaded(MemorySegment register) {
            register.set(LE32, 4, 0);
        }
    }

    private record Canonical(AddressWidths widths) implements RegisterBehaviour {
        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            long ssp = memory.get(LE64, 8);
            return widths.canonical(ssp) ? new Load.Accept() : new Load.Fault("PL3_SSP is not canonical");
        }
    }

    private record Palette() implements RegisterBehaviour {
        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            return memory.get(ValueLayout.JAVA_BYTE, 0) > 1
                    ? new Load.Initialise("palette")
                    : new Load.Accept();
        }

        @Override
        public boolean tracksByContent() {
            return true;
        }
    }

    private record Uinv() implements RegisterBehaviour {
        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            return register.get(ValueLayout.JAVA_BYTE, 20) == 0
                    ? new Load.Accept()
                    : new Load.Fault("UINV is not 0");
        }

        @Override
        public void savedByXsaves(MemorySegment register) {
            register.set(ValueLayout.JAVA_BYTE, 20, (byte) 0);
        }
    }

    private record TraceEn() implements RegisterBehaviour {
        @Override
        public Load load(MemorySegment memory, MemorySegment register) {
            return initialise(register);
        }

        @Override
        public Load initialise(MemorySegment register) {
            return (register.get(LE64, 0) & 1) == 0 ? new Load.Accept() : new Load.Fault("TraceEn is 1");
        }

        @Override
        public void savedByXsaves(MemorySegment register) {
            register.set(LE64, 0, register.get(LE64, 0) & ~1);
        }
    }
}
