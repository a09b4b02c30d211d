package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;

class CaseSessionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SIZE = 576;
    private static final long LEGACY = 3;

    @TempDir
    private Path directory;

    private static CaseSession session() throws IOException, Child.Lost {
        HostReading reading = HostCpu.read();
        assumeTrue(reading instanceof HostReading.Available,
                () -> "the host cannot be read: " + ((HostReading.Unavailable) reading).reason());
        HostCpu host = ((HostReading.Available) reading).cpu();
        assumeTrue(host.xcr0().isPresent(), "the operating system has not set CR4.OSXSAVE");
        boolean xgetbv1 = host.xinuse().isPresent();
        int size = host.cpuid().get(0xd).orElseThrow().ebx();
        return new CaseSession(ChildCommand.find(List.of()),
                new Wire.Hello(size + 63 & ~63, host.xcr0().get().bits(), xgetbv1, -1), PATIENCE);
    }

    private static byte[] image(int mxcsr) {
        byte[] image = new byte[SIZE];
        image[24] = (byte) mxcsr;
        image[25] = (byte) (mxcsr >>> 8);
        image[27] = (byte) (mxcsr >>> 24);
        return image;
    }

    private static CaseRequest request(int id, HostInstruction instruction, int mxcsr) {
        return new CaseRequest(id, instruction, CaseRequest.Operand.SEPARATE, 0, Preparation.NONE, LEGACY, 0,
                LEGACY, image(mxcsr), new byte[SIZE], LEGACY, SIZE);
    }

    @Test
    void faultOfTheInstructionUnderTestIsAResultAndTheChildLivesOn() throws Exception {
        try (CaseSession session = session()) {
            CaseResult fault = assertInstanceOf(CaseSession.Executed.Done.class,
                    session.run(request(1, HostInstruction.UD2, 0x1f80))).result();
            assertEquals(Optional.of(new CaseResult.Fault(4, 2, 6, 0)), fault.fault());
            assertEquals("#UD", fault.fault().orElseThrow().name());
            CaseResult saved = assertInstanceOf(CaseSession.Executed.Done.class,
                    session.run(request(2, HostInstruction.XSAVE64, 0x1fa0))).result();
            assertEquals(Optional.empty(), saved.fault());
            assertEquals(0xa0, saved.memory()[24] & 0xff);
            assertEquals(0, session.restarts());
        }
    }

    @Test
    void caseThatEndsTheChildIsNamedWithItsSignalTheNextOneRunsAndNothingIsLeftBehind() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = selfTestFolders(temporary);
        try (CaseSession session = session()) {
            // the start image itself is refused: #GP outside the guarded instruction
            CaseSession.Executed.ChildLost lost = assertInstanceOf(CaseSession.Executed.ChildLost.class,
                    session.run(request(1, HostInstruction.XSAVE64, 0x8000_1f80)));
            assertTrue(lost.how().contains("SIGSEGV"), lost.how());
            assertEquals(1, session.restarts());
            assertInstanceOf(CaseSession.Executed.Done.class,
                    session.run(request(2, HostInstruction.XSAVE64, 0x1f80)));
        }
        List<Path> after = selfTestFolders(temporary);
        assertTrue(before.containsAll(after), "left behind: " + after);
        try (Stream<Path> here = Files.list(Path.of("").toAbsolutePath())) {
            assertEquals(List.of(), here.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("hs_err") || name.startsWith("core")).toList());
        }
    }

    private static List<Path> selfTestFolders(Path temporary) throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith("xstate-selftest")).sorted()
                    .toList();
        }
    }

    private CaseSession with(String script, Duration patience) throws IOException, Child.Lost {
        Path java = directory.resolve("java");
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"), "no POSIX file system");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return new CaseSession(new ChildCommand(java, List.of(directory)), new Wire.Hello(SIZE, 3, false, -1),
                patience);
    }

    @Test
    void childThatSaysSomethingElseIsQuoted() {
        Child.Lost lost = assertThrows(Child.Lost.class,
                () -> with("echo no such option >&2; exit 3", PATIENCE));
        assertTrue(lost.getMessage().contains("exit code 3") && lost.getMessage().contains("no such option"),
                lost.getMessage());
    }

    @Test
    void childThatAnswersGarbageIsGivenUp() {
        Child.Lost lost = assertThrows(Child.Lost.class,
                () -> with("echo Picked up nonsense; cat >/dev/null", PATIENCE));
        assertTrue(lost.getMessage().contains("no message"), lost.getMessage());
    }

    @Test
    void childThatDoesNotAnswerIsEnded() {
        Child.Lost lost = assertThrows(Child.Lost.class, () -> with("exec sleep 60", Duration.ofMillis(200)));
        assertTrue(lost.getMessage().contains("no answer"), lost.getMessage());
    }

    @Test
    void binaryThatCannotBeStartedIsAnIoException() {
        assertThrows(IOException.class, () -> Child.start(
                new ChildCommand(directory.resolve("absent"), List.of(directory)), PATIENCE));
    }
}
