package org.xstate.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.OpenKnobs;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;

/** Machines of model C texts that need no library. */
public final class Machines {

    private Machines() {
    }

    /** Of one of the anchor models, with knobs. */
    static Machine anchor(String name, Map<String, String> knobs) {
        Path folder = Path.of(System.getProperty("xstate.root")).resolve("examples/anchors");
        return machine(file -> read(folder.resolve(file)), name + ".c", knobs);
    }

    static Machine of(String text) {
        return machine(SourceFiles.of(Map.of("model.c", text)), "model.c", Map.of());
    }

    /** Of a text with some knobs set and some left open. */
    public static Machine of(String text, Map<String, String> knobs, Set<String> open) {
        return machine(SourceFiles.of(Map.of("model.c", text)), "model.c", knobs, open);
    }

    private static Machine machine(SourceFiles files, String name, Map<String, String> knobs) {
        return machine(files, name, knobs, Set.of());
    }

    private static Machine machine(SourceFiles files, String name, Map<String, String> knobs,
            Set<String> open) {
        Compilation compiled = ModelCompiler.compile(files, name,
                new CompileOptions(Optional.empty(), Optional.empty(), knobs, List.of())
                        .withOpen(OpenKnobs.all(open)));
        Linked linked = Linker.link(
                compiled.program().orElseThrow(() -> new AssertionError(compiled.diagnostics())),
                LinkOptions.cpus(compiled.program().get().cpus()));
        return linked.machine().orElseThrow(() -> new AssertionError(linked.diagnostics()));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
