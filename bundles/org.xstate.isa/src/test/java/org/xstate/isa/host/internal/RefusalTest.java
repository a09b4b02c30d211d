package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Where the machine cannot be read, the reason is said. */
class RefusalTest {

    /** What {@link HostReadingMain} prints in a JVM with the given options. */
    private static List<String> inJvm(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                        "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), HostReadingMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor();
        return lines;
    }

    private static void requireLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
                "this is no x86-64 Linux");
    }

    @Test
    void otherPlatformsAreNamed() {
        NativeRefusal mac = assertThrows(NativeRefusal.class,
                () -> NativeCalls.requirePlatform("Mac OS X", "x86_64"));
        assertTrue(mac.getMessage().contains("Mac OS X on x86_64"), mac.getMessage());
        NativeRefusal arm = assertThrows(NativeRefusal.class,
                () -> NativeCalls.requirePlatform("Linux", "aarch64"));
        assertTrue(arm.getMessage().contains("aarch64"), arm.getMessage());
        assertDoesNotThrow(() -> NativeCalls.requirePlatform("Linux", "amd64"));
        assertDoesNotThrow(() -> NativeCalls.requirePlatform("Linux", "x86_64"));
    }

    @Test
    void cpuidFaultingIsARefusalAndAKernelWithoutTheQuestionIsNot() {
        assertThrows(NativeRefusal.class, () -> HostReader.requireCpuid(0));
        assertDoesNotThrow(() -> HostReader.requireCpuid(1));
        assertDoesNotThrow(() -> HostReader.requireCpuid(-22));
    }

    @Test
    void jvmWithoutNativeAccessIsToldWhichOptionIsMissing() throws IOException, InterruptedException {
        requireLinux();
        assertEquals(List.of("the JVM was started without native access for this code"
                + " | start java with --enable-native-access=ALL-UNNAMED"), inJvm(List.of()));
    }

    @Test
    void processThatMayNotGainExecutableMemoryIsToldSo() throws IOException, InterruptedException {
        requireLinux();
        List<String> lines = inJvm(List.of("-Xint", "--enable-native-access=ALL-UNNAMED"), "mdwe");
        assumeTrue(lines.contains("prctl 0"), "the kernel has no PR_SET_MDWE (Linux 6.3)");
        String last = lines.getLast();
        assertTrue(
                last.contains("executable memory was refused: mprotect(PROT_EXEC) failed with EACCES (13)"),
                lines.toString());
        assertTrue(last.contains("SELinux"), last);
    }
}
