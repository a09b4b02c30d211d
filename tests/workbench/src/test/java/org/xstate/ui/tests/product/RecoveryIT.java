package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a desktop that ends badly, or cannot begin. */
class RecoveryIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String BACKUPS = ".metadata/.plugins/org.xstate.ui.workbench/recovery";

    private final Path workspace = TARGET.resolve("recovery-workspace");

    @BeforeEach
    void emptyWorkspace() throws IOException {
        StartedProduct.delete(workspace);
    }

    @Test
    void whatWasTypedBeforeAKillIsOfferedAndRestored() throws Exception {
        try (LivingProduct first = LivingProduct.start(TARGET.resolve("killed-run"), workspace,
                "TypeScript")) {
            first.await("the typed text is kept on the disk",
                    () -> backups().contains("typed and not saved"));
            first.await("the change of the image is kept too", () -> backups().contains("a.core"));
            first.kill();
        }
        Path image = Path.of(System.getProperty("xstate.root"), "examples/cores/six-threads.core");
        assertEquals(-1, Files.mismatch(image, workspace.resolve("mine/images/a.core")),
                "the image is as it was");
        assertEquals("saved\n", Files.readString(workspace.resolve("mine/scenarios/a.c")),
                "what was saved is as it was saved");
        try (LivingProduct second = LivingProduct.start(TARGET.resolve("recovered-run"), workspace,
                "RestoreScript")) {
            second.exitCode();
            List<String> results = second.results();
            assertTrue(results.stream().anyMatch(line -> line.startsWith("PASSED\t")), second::logged);
            assertTrue(results.stream().noneMatch(line -> line.startsWith("FAILED")), second::logged);
        }
        assertEquals("", backups(), "what was saved is kept no longer");
        // the control word of the first thread, 027F before, at byte 2224 of the file
        assertEquals(0x3f, Files.readAllBytes(workspace.resolve("mine/images/a.core"))[2224]);
    }

    @Test
    void aWorkspaceThatCannotBeWrittenIsSaidToBe() throws Exception {
        Files.createDirectories(TARGET);
        // not even root makes a folder below a file
        Path file = Files.writeString(TARGET.resolve("no-folder"), "");
        try (LivingProduct product = LivingProduct.start(TARGET.resolve("unwritable-run"),
                file.resolve("workspace"), "")) {
            assertEquals(73, product.exitCode(), product::logged);
            assertTrue(product.log().contains(
                    "xstate: The workspace " + file.resolve("workspace")), product::logged);
            assertTrue(product.log().contains("XSTATE_WORKSPACE=FOLDER xstate workbench"), product::logged);
        }
    }

    @Test
    void aSecondDesktopHandsItsFilesToTheFirst() throws Exception {
        Path file = Path.of(System.getProperty("xstate.root"), "examples/scenarios/pkru-init.c");
        try (LivingProduct first = LivingProduct.start(TARGET.resolve("first-run"), workspace,
                "AwaitFileScript")) {
            first.await("the first takes files", () -> Files
                    .isDirectory(workspace.resolve(".metadata/.plugins/org.xstate.ui.workbench/inbox")));
            try (LivingProduct second = LivingProduct.start(TARGET.resolve("second-run"), workspace, "",
                    file.toString())) {
                assertEquals(0, second.exitCode(), second::logged);
            }
            first.exitCode();
            assertTrue(first.results().stream().anyMatch(line -> line.startsWith("PASSED\t")), first::logged);
        }
    }

    @Test
    void aWorkspaceThatIsInUseIsSaidToBe() throws Exception {
        try (LivingProduct first = LivingProduct.start(TARGET.resolve("first-run"), workspace,
                "TypeScript")) {
            first.await("the first runs", () -> !backups().isEmpty());
            try (LivingProduct second = LivingProduct.start(TARGET.resolve("second-run"), workspace, "")) {
                assertEquals(75, second.exitCode(), second::logged);
                assertTrue(second.log().contains("is in use by another desktop"), second::logged);
            }
        }
    }

    @Test
    void aWorkspaceWhoseStateIsDestroyedOpensWithTheFilesInIt() throws Exception {
        Path state = workspace.resolve(".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi");
        Files.createDirectories(state.getParent());
        Files.writeString(state, "<this is no");
        Path tree = workspace.resolve(".metadata/.plugins/org.eclipse.core.resources/.root");
        Files.createDirectories(tree);
        Files.write(tree.resolve("1.tree"), new byte[]{1, 2, 3});
        try (LivingProduct product = LivingProduct.start(TARGET.resolve("destroyed-run"), workspace,
                "OpenedScript")) {
            product.exitCode();
            assertTrue(product.results().stream().anyMatch(line -> line.startsWith("PASSED\t")),
                    product::logged);
        }
    }

    private String backups() throws IOException {
        Path folder = workspace.resolve(BACKUPS);
        if (!Files.isDirectory(folder)) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".backup")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
