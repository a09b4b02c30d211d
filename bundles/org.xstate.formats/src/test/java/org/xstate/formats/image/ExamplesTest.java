package org.xstate.formats.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.api.ComponentView;
import org.xstate.api.ReadResult;

/** The files that the project ships; also what stands for the corpus where that is absent. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of(System.getProperty("xstate.root", "../.."))
            .resolve("examples");

    private static ReadResult.Container read(String file, Arena arena) throws IOException {
        return (ReadResult.Container) ImageReaders.read(ImageFiles.open(EXAMPLES.resolve(file), arena),
                ImageReaders.builtIn(), Optional.empty());
    }

    @Test
    void theCoreHoldsSixThreadsInTheStatesThatItsDescriptionNames() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            ReadResult.Container core = read("cores/six-threads.core", arena);
            assertEquals("ELF64 core, 6 threads", core.about());
            assertEquals(List.of(), core.findings());
            assertEquals(List.of(7L, 7L, 4L, 2L, 1L, 0L),
                    core.records().stream().map(record -> record.area().get(ComponentView.LE64, 512))
                            .toList());
            assertEquals(0x9fc5, core.records().get(3).area().get(ComponentView.LE32, 24));
            core.records().forEach(record -> assertEquals(1, record.layout().size()));
        }
    }

    @Test
    void theRecordedFramesAndTheGuestsBufferAreRecognised() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            assertEquals(6, read("frames/sigframes64.bin", arena).records().size());
            assertEquals("kvm", read("kvm/guest-xsave.bin", arena).kind());
        }
    }
}
