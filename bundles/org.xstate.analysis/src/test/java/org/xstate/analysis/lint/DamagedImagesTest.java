package org.xstate.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.analysis.convert.Conversion;
import org.xstate.analysis.convert.ConversionRequest;
import org.xstate.analysis.convert.ConversionResult;
import org.xstate.analysis.diff.DiffReport;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout.Format;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;

/** Damaged images give findings or a refusal, never an exception of the built-in checks or of a conversion. */
class DamagedImagesTest {

    private static final String[] KINDS = {"core", "sigframe64", "ptrace", "kvm", "image", "recording"};

    private static ImageRecord damaged(String cpu, Random random) {
        MemorySegment sound = random.nextBoolean()
                ? Samples.standard(cpu, random.nextLong() & 0x602e7)
                : Samples.compacted("sapphirerapids", random.nextLong() & 0x6deff & 0x61fe7,
                        random.nextLong() & 0x61fe7);
        byte[] bytes = sound.toArray(ValueLayout.JAVA_BYTE);
        for (int hits = random.nextInt(40); hits > 0; hits--) {
            int at = random.nextInt(3) == 0 ? 512 + random.nextInt(64) : random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        int size = random.nextInt(3) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        MemorySegment area = MemorySegment.ofArray(bytes).asSlice(0, size).asReadOnly();
        List<LayoutEntry> layout = random.nextInt(4) == 0
                ? List.of(new LayoutEntry(random.nextInt(70), random.nextInt(3000), random.nextInt(12000), 0),
                        new LayoutEntry(9, 64, 576, 0))
                : List.of();
        AreaFormat format = random.nextInt(5) == 0 ? AreaFormat.FSAVE : AreaFormat.XSAVE;
        return new ImageRecord(OptionalLong.empty(), "image", area, format,
                random.nextBoolean() ? XFeatureMask.NONE : new XFeatureMask(random.nextLong()), layout,
                random.nextBoolean(), List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zen3", "sapphirerapids", "nehalem", "apx"})
    void noDamageEscapesAsAnException(String cpu) {
        Random random = new Random(99);
        LayoutResolver resolver = new LayoutResolver(Samples.CATALOG, Optional.of(Samples.cpu(cpu)));
        LintTarget target = LintSamples.on(cpu);
        for (int round = 0; round < 400; round++) {
            ImageRecord record = damaged(cpu, random);
            List<Finding> findings = LintReport.of("test",
                    new ReadResult.Container(KINDS[random.nextInt(KINDS.length)], "test", List.of(record),
                            List.of()),
                    random.nextBoolean() ? target : LintTarget.NONE, LintSamples.CHECKS, Samples.CATALOG)
                    .allFindings();
            findings.forEach(f -> assertFalse(f.id().equals("plugin-failed"), f::toString));
            convert(resolver.resolve(record), cpu, random);
        }
    }

    private static void convert(ResolvedImage source, String cpu, Random random) {
        ConversionRequest request = new ConversionRequest(
                random.nextBoolean() ? Format.STANDARD : Format.COMPACTED,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Samples.cpu(cpu)),
                random.nextInt(3) == 0 ? Optional.of(new XFeatureMask(random.nextLong())) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of(new XFeatureMask(random.nextLong())) : Optional.empty(),
                List.of(), XFeatureMask.NONE, random.nextBoolean(), random.nextBoolean());
        if (Conversion.convert(source, request, Samples.CATALOG) instanceof ConversionResult.Converted done) {
            // nothing but what was reported as lost may change
            boolean told = done.findings().stream()
                    .anyMatch(f -> f.severity() != org.xstate.api.Severity.NOTE);
            assertTrue(told || done.change().sameMeaning(),
                    () -> done.change().semantic() + " " + source.image().orElseThrow().xstateBv() + " "
                            + source.record().format() + " to " + done.image().layout());
            DiffReport.of("a", List.of(source), "b", List.of(source), Samples.CATALOG);
        }
    }
}
