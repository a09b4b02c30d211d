package org.xstate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.check.Checker;
import org.xstate.model.internal.parse.Loader;
import org.xstate.model.internal.parse.Outliner;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

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
        List<SourceUnit> units = new Loader(files, diagnostics).load(options.library(), main);
        List<String> roots = new ArrayList<>(options.library());
        roots.add(main);
        // names that a file with syntax errors declares would be missing everywhere else
        Optional<Program> program = diagnostics.hasErrors()
                ? Optional.empty()
                : Optional.of(Checker.check(units, roots, options, diagnostics));
        return new Compilation(diagnostics.inOrder(), units, program.filter(_ -> !diagnostics.hasErrors()));
    }

    /**
     * Compiles an expression as it would be understood at the end of a file.
     *
     * @param options    as the file itself is compiled
     * @param expression without semicolon
     * @param locals     names that it may use, and their types
     */
    public static WatchedExpression watch(SourceFiles files, String main, CompileOptions options,
            String expression, List<Graph.LocalVariable> locals) {
        Diagnostics diagnostics = new Diagnostics();
        Loader loader = new Loader(files, diagnostics);
        List<SourceUnit> units = loader.load(options.library(), main);
        Optional<Expression> parsed = loader.expression(expression, diagnostics);
        List<String> roots = new ArrayList<>(options.library());
        roots.add(main);
        return parsed.isEmpty() || diagnostics.hasErrors()
                ? new WatchedExpression(errors(diagnostics), Optional.empty(), Type.VOID)
                : Checker.watch(units, roots, options, parsed.get(), locals, diagnostics);
    }

    private static List<Diagnostic> errors(Diagnostics diagnostics) {
        return diagnostics.inOrder().stream().filter(Diagnostic::isError).toList();
    }

    /** Reads what a file and what it includes say about scenarios and tasks, and checks nothing. */
    public static Outline outline(SourceFiles files, String main) {
        return new Outliner(files).of(main);
    }
}
