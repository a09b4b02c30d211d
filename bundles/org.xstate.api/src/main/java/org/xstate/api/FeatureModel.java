package org.xstate.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an xfeature brings in model C. The texts become part of the library that scenarios are compiled behind, in those
 * scenarios only whose processor has the component enabled; nothing in them has to ask whether it is there.
 *
 * <p>Each file's name begins with a folder that is the bundle's own, such as {@code pkru/registers.c}; it is what
 * diagnostics and traces show. {@code hardware/}, {@code kernel/} and {@code policy/} belong to the library.
 *
 * @param hardware what the processor does, read behind the library's hardware: the view of the component as a struct,
 *                 MSRs, instructions that only it has
 * @param kernel   what a kernel does with it, read behind the library's kernel: parts of its hooks, knobs, setups,
 *                 properties, system calls, and what programs execute
 * @since 1.1
 */
public record FeatureModel(List<ModelText> hardware, List<ModelText> kernel) {

    /** No text: the component moves with the others, and the restore policy says when. */
    public static final FeatureModel NONE = new FeatureModel(List.of(), List.of());

    public FeatureModel {
        hardware = List.copyOf(hardware);
        kernel = List.copyOf(kernel);
    }

    /** All texts, in the order in which they are read. */
    public List<ModelText> texts() {
        return Stream.concat(hardware.stream(), kernel.stream()).toList();
    }
}
