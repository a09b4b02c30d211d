package org.xstate.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.random.RandomGenerator;

import org.xstate.api.Contributions;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;
import org.xstate.formats.image.ImageReaders;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.sim.scenario.LoadOptions;

/** Catalog, CPUs and images for tests. */
public final class Samples {

    private static final Contributions CONTRIBUTIONS = Contributions
            .onClassPath(Samples.class.getClassLoader());
    public static final FeatureCatalog CATALOG = CONTRIBUTIONS.features();
    /** All of a file's scenarios, with nothing set. */
    public static final LoadOptions MODELS = LoadOptions.of(CONTRIBUTIONS);
    private static final List<ImageReader> READERS = ServiceLoader
            .load(ImageReader.class, Samples.class.getClassLoader()).stream().map(ServiceLoader.Provider::get)
            .toList();

    private Samples() {
    }

    public static XsaveCpu cpu(String name) {
        return CpuProfiles.find(name).orElseThrow().read(CATALOG).cpu().orElseThrow();
    }

    /** A standard image of zeros with MXCSR 1F80 and the given XSTATE_BV, as long as the CPU's layout. */
    public static MemorySegment standard(String cpu, long xstateBv) {
        XsaveCpu c = cpu(cpu);
        MemorySegment area = area(XsaveLayout.standard(c, c.xcr0()).size());
        area.set(LE64, 512, xstateBv);
        return area;
    }

    /** A compacted image of zeros with MXCSR 1F80. @param places XCOMP_BV without bit 63 */
    public static MemorySegment compacted(String cpu, long places, long xstateBv) {
        MemorySegment area = area(XsaveLayout.compacted(cpu(cpu), new XFeatureMask(places)).size());
        area.set(LE64, 512, xstateBv);
        area.set(LE64, 520, places | Long.MIN_VALUE);
        return area;
    }

    private static MemorySegment area(int size) {
        MemorySegment area = MemorySegment.ofArray(new byte[size]);
        area.set(ValueLayout.JAVA_BYTE, 0, (byte) 0x7f);
        area.set(ValueLayout.JAVA_BYTE, 1, (byte) 3);
        area.set(LE32, 24, 0x1f80);
        area.set(LE32, 28, 0xffff);
        return area;
    }

    /** Fills what lies at the placements of the components in {@code xstateBv} with random bytes that every CPU loads. */
    public static void randomise(MemorySegment area, XsaveLayout layout, long xstateBv,
            RandomGenerator random) {
        for (Placement placement : layout.placements()) {
            if (placement.number() > 1 && (xstateBv >>> placement.number() & 1) != 0) {
                byte[] bytes = new byte[placement.size()];
                random.nextBytes(bytes);
                MemorySegment.copy(bytes, 0, area, ValueLayout.JAVA_BYTE, placement.offset(), bytes.length);
            }
        }
        byte[] legacy = new byte[384];
        random.nextBytes(legacy);
        if ((xstateBv & 1) != 0) {
            for (int st = 0; st < 8; st++) {
                MemorySegment.copy(legacy, 16 * st, area, ValueLayout.JAVA_BYTE, 32 + 16 * st, 10);
            }
        }
        if ((xstateBv & 2) != 0) {
            MemorySegment.copy(legacy, 128, area, ValueLayout.JAVA_BYTE, 160, 256);
        }
    }

    /** An image whose layout is that of the given CPU. */
    public static ResolvedImage resolve(MemorySegment area, String cpu) {
        return resolve(area, cpu, XFeatureMask.NONE);
    }

    public static ResolvedImage resolve(MemorySegment area, String cpu, XFeatureMask features) {
        return new LayoutResolver(CATALOG, Optional.of(cpu(cpu)))
                .resolve(ImageRecord.xsave("image", area, features));
    }

    public static ReadResult.Container read(Path file) {
        try {
            ImageSource source = new ImageSource(file.getFileName().toString(),
                    MemorySegment.ofArray(Files.readAllBytes(file)).asReadOnly());
            return (ReadResult.Container) ImageReaders.read(source, READERS, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file or folder of the corpus; the test is skipped where there is no corpus. */
    public static Path corpus(String name) {
        Path path = Path.of(System.getProperty("xstate.corpus", "")).resolve(name);
        assumeTrue(Files.exists(path), "the corpus is not at hand: set the property xstate.corpus");
        return path;
    }
}
