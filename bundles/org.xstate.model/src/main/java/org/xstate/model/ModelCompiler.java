package org.xstate.model;

import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.SourceUnit;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.check.Checker;
import org.xstate.model.internal.parse.Loader;
import org.xstate.model.ir.Program;

/** The front end of model C: from source files to a checked program. It never throws on account of what a file says. */
public final class ModelCompiler {

    private ModelCompiler() {
    }

    /**
     * Compiles a file together with what it includes.
     *
     * @param files where the text comes from
     * @param main  the file's name
     */
    public static Compilation compile(SourceFiles files, String main, CompileOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        List<SourceUnit> units = new Loader(files, diagnostics).load(main);
        // names that a file with syntax errors declares would be missing everywhere else
        Optional<Program> program = diagnostics.hasErrors()
                ? Optional.empty()
                : Optional.of(Checker.check(units, options, diagnostics));
        return new Compilation(diagnostics.inOrder(), units, program.filter(_ -> !diagnostics.hasErrors()));
    }
}
