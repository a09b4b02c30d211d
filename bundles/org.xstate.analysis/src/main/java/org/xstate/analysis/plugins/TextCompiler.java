package org.xstate.analysis.plugins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.sim.library.Library;
import org.xstate.sim.library.Processor;
import org.xstate.sim.library.SaveInstruction;

/** Compiles the library with the texts of some components, for a processor made to have them. */
final class TextCompiler {

    /** A processor with XSAVES and most of the components that there are. */
    private static final String BASE = "sapphirerapids";
    private static final String MAIN = "any-scenario.c";
    private static final String SCENARIO = "task(A)\n{\n\tenter_kernel();\n\texit_to_user_mode();\n}\n";
    private static final int ALIGNMENT = 64;

    private TextCompiler() {
    }

    /**
     * What is wrong with the text, the first error alone: those after it often follow from it.
     *
     * @param needed   components that the processor has enabled, with what they require
     * @param handlers beside those of the catalog's xfeatures
     */
    static List<Finding> problems(XFeatureMask needed, FeatureCatalog catalog,
            List<TrapHandlerSource> handlers) {
        XFeatureMask enabled = closure(needed.or(XFeatureMask.LEGACY), catalog);
        XsaveCpu cpu = processor(catalog);
        Processor processor = new Processor("a processor with " + names(needed, catalog), cpu, catalog,
                needed.isEmpty() ? XFeatureMask.LEGACY : needed, enabled,
                SaveInstruction.of(cpu.features(), CompileOptions.DEFAULT_KERNEL), false, false);
        List<TrapHandlerSource> all = Stream.concat(handlers.stream(), catalog.trapHandlers().stream())
                .toList();
        Library library = Library.of(processor, all);
        return first(ModelCompiler
                .compile(library.files().or(SourceFiles.of(Map.of(MAIN, SCENARIO))), MAIN,
                        CompileOptions.DEFAULT.with(library.names()))
                .diagnostics().stream().filter(Diagnostic::isError).toList());
    }

    /** The first of some errors, and how many there are. */
    static List<Finding> first(List<Diagnostic> errors) {
        return errors.stream().limit(1).map(error -> finding(error, errors.size() - 1)).toList();
    }

    private static Finding finding(Diagnostic error, int more) {
        List<String> advice = new ArrayList<>(error.notes());
        error.suggestion().ifPresent(advice::add);
        return Finding.error("model-" + error.code(),
                error.message()
                        + (more == 0 ? "" : more == 1 ? "; 1 more error" : "; " + more + " more errors"))
                .at(error.span().place())
                .remedy(advice.isEmpty()
                        ? "correct the model C; docs/model-c.md has the language"
                        : String.join("; ", advice));
    }

    private static String names(XFeatureMask mask, FeatureCatalog catalog) {
        return String.join(", ", mask.numbers().mapToObj(catalog::name).toList());
    }

    /** With what the components require. */
    private static XFeatureMask closure(XFeatureMask mask, FeatureCatalog catalog) {
        XFeatureMask result = mask;
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            if (mask.has(feature.number())) {
                result = result.or(feature.requires()).or(feature.together());
            }
        }
        return result.equals(mask) ? result : closure(result, catalog);
    }

    /** The base with every component that it lacks, each behind the last. */
    private static XsaveCpu processor(FeatureCatalog catalog) {
        XsaveCpu base = CpuProfiles.find(BASE).orElseThrow().read(catalog).cpu().orElseThrow();
        Map<Integer, ComponentInfo> components = new HashMap<>(base.components());
        long end = components.values().stream().mapToLong(ComponentInfo::end).max().orElseThrow();
        XFeatureMask xcr0 = base.xcr0();
        XFeatureMask xss = base.xss();
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            if (components.containsKey(feature.number())) {
                continue;
            }
            int offset = feature.isUser()
                    ? Math.toIntExact((end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)
                    : 0;
            ComponentInfo info = new ComponentInfo(feature.number(), feature.size(), offset,
                    !feature.isUser(),
                    feature.align64(), feature.xfd());
            components.put(feature.number(), info);
            end = Math.max(end, info.end());
            xcr0 = feature.isUser() ? xcr0.with(feature.number()) : xcr0;
            xss = feature.isUser() ? xss : xss.with(feature.number());
        }
        return new XsaveCpu(base.identity(), base.features(), xcr0, xss, components, base.maxStandardSize(),
                base.enabledSize(), base.compactedSize(), base.fpu());
    }
}
