package org.xstate.ui.debug.internal.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.xstate.model.ModelCompiler;
import org.xstate.model.Outline;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.ui.debug.internal.Messages;

/** Which scenarios a file declares, without compiling it. */
final class Scenarios {

    private Scenarios() {
    }

    /**
     * Their names in the order of the text; that of the file if it declares none.
     *
     * @param file absolute, with {@code /} between folders
     */
    static List<String> of(String file) throws CoreException {
        try {
            java.nio.file.Files.size(Path.of(file));
        } catch (IOException e) {
            throw Loading.failure(NLS.bind(Messages.no_file, file), Optional.of(e));
        }
        SourceFiles disk = name -> java.nio.file.Files.isRegularFile(Path.of(name))
                ? text(name)
                : Optional.empty();
        Outline outline = ModelCompiler.outline(disk, file);
        List<String> names = outline.scenarios().stream().map(Program.Scenario::name).toList();
        String last = file.substring(file.lastIndexOf('/') + 1);
        return names.isEmpty()
                ? List.of(last.lastIndexOf('.') > 0 ? last.substring(0, last.lastIndexOf('.')) : last)
                : names;
    }

    private static Optional<String> text(String name) {
        try {
            return Optional.of(java.nio.file.Files.readString(Path.of(name)));
        } catch (IOException e) {
            // an included file that is missing is told when the scenario is loaded
            return Optional.empty();
        }
    }
}
