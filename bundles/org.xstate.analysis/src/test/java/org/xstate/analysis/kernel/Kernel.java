package org.xstate.analysis.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.xstate.analysis.Samples;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckResult;
import org.xstate.check.ModelCheck;
import org.xstate.check.Verdict;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.sim.library.Library;

/** A scenario on the library's text, in which something may be changed. */
record Kernel(String scenario, String version, Map<String, String> knobs, List<Change> changes) {

    private static final Pattern CHECK = Pattern.compile("knob_flag\\((check_\\w+),");
    private static final String FILE = "scenario.c";

    /** @param from stands once in the file */
    record Change(String file, String from, String to) {
        String in(String text) {
            assertEquals(text.indexOf(from), text.lastIndexOf(from), () -> "twice in " + file + ": " + from);
            assertTrue(text.contains(from), () -> "not in " + file + ": " + from);
            return text.replace(from, to);
        }
    }

    static Kernel of(String scenario) {
        return new Kernel(scenario, "6.16", Map.of(), List.of());
    }

    Kernel on(String release) {
        return new Kernel(scenario, release, knobs, changes);
    }

    Kernel with(String knob, String value) {
        return new Kernel(scenario, version, Map.of(knob, value), changes);
    }

    /** The claims that can be switched off are, but for one. */
    Kernel checkedOnlyFor(String property) {
        Map<String, String> off = new LinkedHashMap<>(knobs);
        for (String name : Library.fileNames()) {
            CHECK.matcher(library().files().text(name).orElseThrow()).results().map(found -> found.group(1))
                    .filter(check -> !check.equals("check_" + property)
                            && !check.equals("check_kernel_state"))
                    .forEach(check -> off.put(check, "false"));
        }
        return new Kernel(scenario, version, off, changes);
    }

    Kernel but(Change change) {
        return new Kernel(scenario, version, knobs, List.of(change));
    }

    /** Name of the claim that is violated; empty if all hold. */
    Optional<String> violated() {
        Machine machine = machine();
        CheckResult result = ModelCheck.check(machine, CheckOptions.defaults());
        assertTrue(result.verdict() != Verdict.UNDECIDED, "undecided");
        return result.path().map(path -> machine.claims().get(path.claim().orElseThrow()).name());
    }

    private Library library() {
        return switch (Library.of("sapphire-rapids", List.of("AVX"), kernel(), knobs, Samples.CATALOG,
                List.of())) {
            case Library.Result.Ready(Library ready) -> ready;
            case Library.Result.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private KernelVersion kernel() {
        return KernelVersion.parse(version).orElseThrow();
    }

    private Machine machine() {
        Library library = library();
        SourceFiles files = name -> name.equals(FILE)
                ? Optional.of(scenario)
                : library.files().text(name).map(text -> changed(name, text));
        Compilation compilation = ModelCompiler.compile(files, FILE,
                new CompileOptions(Optional.empty(), Optional.of(kernel()), knobs, library.names()));
        assertEquals(List.of(), compilation.diagnostics().stream().filter(Diagnostic::isError).toList());
        Program program = compilation.program().orElseThrow();
        return Linker.link(program, LinkOptions.cpus(program.cpus())).machine().orElseThrow();
    }

    private String changed(String name, String text) {
        String result = text;
        for (Change change : changes) {
            result = change.file().equals(name) ? change.in(result) : result;
        }
        return result;
    }
}
