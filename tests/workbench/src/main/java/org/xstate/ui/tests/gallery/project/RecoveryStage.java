package org.xstate.ui.tests.gallery.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.Bundle;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** What a start offers after a crash: a file as it was, and one that was changed meanwhile. */
final class RecoveryStage implements Stage {

    private static final String RECOVERY = "org.xstate.ui.workbench.internal.recovery.Recovery";

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public void set() throws Exception {
        Bundle workbench = Platform.getBundle("org.xstate.ui.workbench");
        Path folder = Files
                .createDirectories(Platform.getStateLocation(workbench).append("recovery").toPath());
        SeedProject project = new SeedProject("recovered", "seed");
        backup(folder, project.path("seed/begin-finish.c"),
                digest(Files.readAllBytes(project.path("seed/begin-finish.c"))), "2026-03-02T09:41:07Z");
        backup(folder, project.path("seed/flaws.c"), digest(new byte[0]), "2026-03-02T09:40:52Z");
        Ui.on(() -> {
            // the dialog is not waited for; nothing is typed here that would have to be kept
            ((AutoCloseable) workbench.loadClass(RECOVERY).getMethod("start", IWorkbenchWindow.class)
                    .invoke(null, Ui.page().getWorkbenchWindow())).close();
            return null;
        });
    }

    /** @param digest of the file when the backup was made */
    private static void backup(Path folder, Path file, String digest, String when) throws Exception {
        byte[] typed = (Files.readString(file) + "/* typed and not saved */\n")
                .getBytes(StandardCharsets.UTF_8);
        String head = "xstate-backup 1\neditor %s\nfile %s\nform TEXT\ndigest %s\nwhen %s\nsize %d\ncheck %s\n\n"
                .formatted("org.xstate.ui.editor.modelC", file.toUri(), digest, when, typed.length,
                        digest(typed));
        Files.write(folder.resolve(file.getFileName() + ".backup"),
                (head + new String(typed, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
