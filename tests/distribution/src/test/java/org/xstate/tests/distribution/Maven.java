package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.opentest4j.TestAbortedException;

/** Maven as an author of plugins runs it: the one of the PATH, on the Java of the PATH. */
final class Maven {

    private static final long TIME_OUT_SECONDS = 300;

    private Maven() {
    }

    /**
     * Runs a command line that begins with {@code mvn}.
     *
     * @throws TestAbortedException if the build is offline, and never fetched what this one needs
     */
    static void run(Path project, OwnRepository repository, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(words));
        command.add("-B");
        command.add("-Dmaven.repo.local=" + repository.folder());
        if (System.getProperty("xstate.maven").equals("offline: true")) {
            command.add("-o");
        }
        Path log = Files.createTempFile(project.getParent(), "maven", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        // what ./build sets is not what an author has
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "MAVEN_OPTS"));
        Process process = builder.start();
        assertTrue(process.waitFor(TIME_OUT_SECONDS, TimeUnit.SECONDS), "Maven does not end");
        String said = Files.readString(log);
        if (process.exitValue() != 0 && said.contains("in offline mode")) {
            throw new TestAbortedException("Maven is offline, and lacks what the project needs: "
                    + said.lines().filter(line -> line.contains("ERROR")).findFirst().orElse(""));
        }
        assertEquals(0, process.exitValue(), said);
    }
}
