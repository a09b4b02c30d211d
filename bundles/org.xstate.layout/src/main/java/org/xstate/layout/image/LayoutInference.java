package org.xstate.layout.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;

/**
 * Guesses the standard-format layout of an image whose container does not tell it, from the components it has and its
 * size, by asking which known CPUs would lay it out so.
 */
public final class LayoutInference {

    /**
     * What was found.
     *
     * @param layout     the one to use, empty if no known CPU fits
     * @param agreeing   ids of the profiles that give this layout
     * @param others     ids of the profiles that fit the size too but give another layout: with any here, the layout is a
     *                   guess
     * @param exactSize  whether the size is exactly that of the layout, rather than larger or cut short
     */
    public record Inferred(Optional<XsaveLayout> layout, List<String> agreeing, List<String> others,
            boolean exactSize) {
        public Inferred {
            agreeing = List.copyOf(agreeing);
            others = List.copyOf(others);
        }
    }

    private LayoutInference() {
    }

    /**
     * @param mask     the components that the image has room for (not only those in use)
     * @param areaSize bytes
     */
    public static Inferred infer(XFeatureMask mask, long areaSize, FeatureCatalog catalog) {
        XFeatureMask wanted = mask.components().or(XFeatureMask.LEGACY);
        Map<XsaveLayout, List<String>> exact = new LinkedHashMap<>();
        Map<XsaveLayout, List<String>> roomy = new LinkedHashMap<>();
        Map<XsaveLayout, List<String>> cut = new LinkedHashMap<>();
        for (CpuProfile profile : CpuProfiles.all()) {
            Optional<XsaveCpu> cpu = profile.read(catalog).cpu();
            if (cpu.isEmpty() || !cpu.get().xcr0().hasAll(wanted)
                    || !cpu.get().undescribed(wanted).isEmpty()) {
                continue;
            }
            XsaveLayout layout = XsaveLayout.standard(cpu.get(), wanted);
            Map<XsaveLayout, List<String>> kind = layout.size() == areaSize
                    ? exact
                    : layout.size() < areaSize ? roomy : cut;
            kind.computeIfAbsent(layout, l -> new ArrayList<>()).add(profile.id());
        }
        if (!exact.isEmpty()) {
            return best(exact, true);
        }
        return best(roomy.isEmpty() ? cut : roomy, false);
    }

    private static Inferred best(Map<XsaveLayout, List<String>> candidates, boolean exact) {
        if (candidates.isEmpty()) {
            return new Inferred(Optional.empty(), List.of(), List.of(), false);
        }
        Map.Entry<XsaveLayout, List<String>> first = candidates.entrySet().iterator().next();
        List<String> others = candidates.entrySet().stream().skip(1).flatMap(e -> e.getValue().stream())
                .toList();
        return new Inferred(Optional.of(first.getKey()), first.getValue(), others, exact);
    }
}
