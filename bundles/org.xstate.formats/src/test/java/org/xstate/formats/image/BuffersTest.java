package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;

/** Buffers of ptrace and KVM, bare images, and the choice among readers. */
class BuffersTest {

    @ParameterizedTest
    @ValueSource(ints = {832, 800, 584, 2440, 11008})
    void aRegsetWithAFeatureMaskIsRecognised(int size) {
        byte[] bytes = Inputs.image(size, 3, size > 4096 ? 0x602e7 : 7);
        ReadResult.Container container = (ReadResult.Container) Inputs.read(bytes, "ptrace");
        assertEquals(size, container.records().getFirst().area().byteSize());
        if (size < 4096) {
            assertEquals("ptrace", Inputs.container(bytes).kind());
            assertEquals(List.of(), Inputs.container(bytes).findings());
        }
    }

    @Test
    void aRegsetCutBeforeOrAtTheHeadersEndSaysWhatIsLost() {
        ImageRecord noHeader = Inputs.container(Inputs.image(512, 0, 7)).records().getFirst();
        assertEquals(AreaFormat.FXSAVE, noHeader.format());
        assertEquals(new XFeatureMask(7), noHeader.features());
        assertEquals(List.of("ptrace-buffer-truncated"), Inputs.ids(noHeader));
        ImageRecord noAvx = Inputs.container(Inputs.image(576, 7, 7)).records().getFirst();
        assertEquals(AreaFormat.XSAVE, noAvx.format());
        assertEquals(List.of("ptrace-buffer-truncated"), Inputs.ids(noAvx));
        assertEquals(List.of(), Inputs.ids(Inputs.container(Inputs.image(576, 3, 3)).records().getFirst()));
        assertEquals(List.of("ptrace-buffer-truncated"),
                Inputs.ids(Inputs.container(Inputs.image(544, 3, 7)).records().getFirst()));
    }

    @Test
    void theFloatingPointRegsetsHaveNoMask() {
        ReadResult.Container fxsave = Inputs.container(Inputs.image(512, 0, 0));
        assertEquals("ptrace", fxsave.kind());
        assertEquals(AreaFormat.FXSAVE, fxsave.records().getFirst().format());
        assertEquals(List.of(), Inputs.ids(fxsave.records().getFirst()));
        ImageRecord fsave = Inputs.container(Inputs.fsave()).records().getFirst();
        assertEquals(AreaFormat.FSAVE, fsave.format());
        assertEquals(false, fsave.mode64());
    }

    @Test
    void aPageWithAFeatureMaskIsKvms() {
        ReadResult.Container page = Inputs.container(Inputs.image(4096, 7, 0x207));
        assertEquals("kvm", page.kind());
        assertEquals("KVM_GET_XSAVE, 4096 bytes", page.about());
        assertEquals(new XFeatureMask(0x207), page.records().getFirst().features());
        ReadResult.Container large = Inputs.container(Inputs.image(11008, 0x602e7, 0x602e7));
        assertEquals("KVM_GET_XSAVE2, 11008 bytes", large.about());
        assertEquals(List.of("image-kind-ambiguous"), Inputs.ids(large.findings()));
    }

    @Test
    void aKvmBufferThatWasCutIsReadWhenAskedFor() {
        ReadResult.Container cut = (ReadResult.Container) Inputs.read(Inputs.image(2696, 7, 0x207), "kvm");
        assertEquals(List.of("kvm-size"), Inputs.ids(cut.records().getFirst()));
        ReadResult.Container noMask = (ReadResult.Container) Inputs.read(Inputs.image(4096, 7, 0), "kvm");
        assertEquals(List.of("kvm-no-feature-mask"), Inputs.ids(noMask.records().getFirst()));
    }

    @Test
    void aBareImageIsRecognisedInBothFormatsAndWithADamagedHeader() {
        byte[] standard = Inputs.image(832, 7, 0);
        assertEquals("image", Inputs.container(standard).kind());
        byte[] compacted = Inputs.image(872, 0x1807, 0);
        Inputs.little(compacted).putLong(520, 0x8000_0000_0000_1807L);
        assertEquals("image", Inputs.container(compacted).kind());
        byte[] reserved = Inputs.image(832, 7, 0);
        reserved[540] = 1;
        Inputs.little(reserved).putLong(520, 5);
        assertEquals("image", Inputs.container(reserved).kind());
        assertEquals(XFeatureMask.NONE, Inputs.container(standard).records().getFirst().features());
    }

    @Test
    void equalImagesBackToBackAreToldApart() {
        byte[] many = new byte[5 * 1024];
        for (int i = 0; i < 5; i++) {
            System.arraycopy(Inputs.image(832, 1 + i % 3, 0), 0, many, i * 1024, 832);
        }
        ReadResult.Container container = Inputs.container(many);
        assertEquals(List.of("image 0", "image 1", "image 2", "image 3", "image 4"),
                container.records().stream().map(ImageRecord::label).toList());
        assertEquals(1024, container.records().getFirst().area().byteSize());
        many[2 * 1024 + 530] = 9;
        assertEquals(1, Inputs.container(many).records().size());
    }

    @Test
    void aLargeImageWithDataInTheMiddleIsOneImage() {
        byte[] amx = Inputs.image(11008, 0x602e7, 0);
        for (int i = 2816; i < 11008; i++) {
            amx[i] = (byte) (i * 31);
        }
        assertEquals(1, Inputs.container(amx).records().size());
    }

    @Test
    void whatIsNoContainerIsRefusedWithItsSizeAndFirstBytes() {
        byte[] text = "CPUID 0000000D: 00000007\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
        ReadResult.Unusable refused = assertInstanceOf(ReadResult.Unusable.class, Inputs.read(text));
        Finding finding = refused.findings().getFirst();
        assertEquals("image-unrecognised", finding.id());
        assertTrue(finding.message().contains("2500 bytes, the first are 43 50 55 49 44"), finding.message());
        assertTrue(finding.remedy().contains("core, image, kvm, ptrace, recording, sigframe32, sigframe64"));
        assertTrue(((ReadResult.Unusable) Inputs.read(new byte[0])).findings().getFirst().message()
                .contains("empty"));
    }

    @Test
    void aForcedKindIsReadByThatReaderAndAnUnknownOneRefused() {
        byte[] bytes = Inputs.image(832, 7, 7);
        assertEquals("image", ((ReadResult.Container) Inputs.read(bytes, "image")).kind());
        assertEquals(List.of("image-kind-unknown"),
                Inputs.ids(((ReadResult.Unusable) Inputs.read(bytes, "minidump")).findings()));
        for (ImageReader reader : ImageReaders.builtIn()) {
            assertInstanceOf(ReadResult.Unusable.class, Inputs.read(new byte[20], reader.kind()),
                    reader.kind());
            assertInstanceOf(ReadResult.Unusable.class, Inputs.read(new byte[0], reader.kind()),
                    reader.kind());
        }
    }

    @Test
    void theReadersAreFoundAsServices() {
        assertEquals(List.of("core", "image", "kvm", "ptrace", "recording", "sigframe32", "sigframe64"),
                ImageReaders.builtIn().stream().map(ImageReader::kind).toList());
    }

    @Test
    void aFurtherReaderNeedsOneClass() {
        ImageReader mine = new ImageReader() {
            @Override
            public String kind() {
                return "mine";
            }

            @Override
            public Match match(org.xstate.api.ImageSource source) {
                return Match.CERTAIN;
            }

            @Override
            public ReadResult read(org.xstate.api.ImageSource source) {
                return new ReadResult.Container("mine", "mine", List.of(), List.of());
            }
        };
        List<ImageReader> readers = new java.util.ArrayList<>(ImageReaders.builtIn());
        readers.add(mine);
        ReadResult result = ImageReaders.read(Inputs.source(Arrays.copyOf(Inputs.image(832, 7, 7), 832)),
                readers,
                java.util.Optional.empty());
        assertEquals("mine", ((ReadResult.Container) result).kind());
    }
}
