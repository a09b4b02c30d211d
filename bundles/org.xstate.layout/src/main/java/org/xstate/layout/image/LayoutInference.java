package org.xstate.layout.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.ComponentInfo;
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
     * @param byContent  whether other layouts fit the size too, but leave bytes that are not 0 without a component
     */
    public record Inferred(Optional<XsaveLayout> layout, List<String> agreeing, List<String> others,
            boolean exactSize, boolean byContent) {
        public Inferred {
            agreeing = List.copyOf(agreeing);
            others = List.copyOf(others);
        }
    }

    /** A profile's CPU. Read once: a core may have thousands of threads. */
    private record Known(String id, XsaveCpu cpu) {
        private static final List<Known> CPUS = read();

        private static List<Known> read() {
            // the numbers do not depend on the features at hand; only the words of findings do
            FeatureCatalog nobody = FeatureCatalog.of(List.of());
            return CpuProfiles.all().stream()
                    .flatMap(p -> p.read(nobody).cpu().map(cpu -> new Known(p.id(), cpu)).stream()).toList();
        }
    }

    private LayoutInference() {
    }

    /** The components that at least one known CPU has in its standard format. */
    public static XFeatureMask known() {
        return Known.CPUS.stream().map(known -> known.cpu().xcr0()).reduce(XFeatureMask.NONE,
                XFeatureMask::or);
    }

    /**
     * The layout among the known CPUs that fits best: exactly, else with room to spare, else cut short.
     *
     * @param mask     the components that the image has room for (not only those in use)
     * @param areaSize bytes
     */
    public static Inferred infer(XFeatureMask mask, long areaSize) {
        return infer(mask, areaSize, layout -> true);
    }

    /**
     * The same for an image at hand. Where several layouts fit, those go that leave bytes of it without a component
     * although they are not 0: Linux and KVM fill holes and tail with zeros.
     *
     * @param area the image
     */
    public static Inferred infer(XFeatureMask mask, MemorySegment area) {
        return infer(mask, area.byteSize(), layout -> coversContent(layout, area));
    }

    private static boolean coversContent(XsaveLayout layout, MemorySegment area) {
        long end = area.byteSize();
        boolean holes = layout.holes().stream().allMatch(hole -> isZero(area, Math.min(end, hole.offset()),
                Math.min(end, hole.offset() + hole.size())));
        return holes && isZero(area, Math.min(end, layout.size()), Math.min(end, ComponentInfo.LARGEST_END));
    }

    private static boolean isZero(MemorySegment area, long from, long to) {
        for (long at = from; at < to; at++) {
            if (area.get(ValueLayout.JAVA_BYTE, at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Inferred infer(XFeatureMask mask, long areaSize, Predicate<XsaveLayout> covers) {
        XFeatureMask wanted = mask.components().or(XFeatureMask.LEGACY);
        Map<XsaveLayout, List<String>> exact = new LinkedHashMap<>();
        Map<XsaveLayout, List<String>> roomy = new LinkedHashMap<>();
        Map<XsaveLayout, List<String>> cut = new LinkedHashMap<>();
        for (Known known : Known.CPUS) {
            if (!known.cpu().xcr0().hasAll(wanted) || !known.cpu().undescribed(wanted).isEmpty()) {
                continue;
            }
            XsaveLayout layout = XsaveLayout.standard(known.cpu(), wanted);
            Map<XsaveLayout, List<String>> kind = layout.size() == areaSize
                    ? exact
                    : layout.size() < areaSize ? roomy : cut;
            kind.computeIfAbsent(layout, l -> new ArrayList<>()).add(known.id());
        }
        if (!exact.isEmpty()) {
            return best(exact, true, covers);
        }
        return best(roomy.isEmpty() ? cut : roomy, false, covers);
    }

    private static Inferred best(Map<XsaveLayout, List<String>> candidates, boolean exact,
            Predicate<XsaveLayout> covers) {
        if (candidates.isEmpty()) {
            return new Inferred(Optional.empty(), List.of(), List.of(), false, false);
        }
        List<XsaveLayout> covering = candidates.size() == 1
                ? List.of()
                : candidates.keySet().stream().filter(covers).toList();
        List<XsaveLayout> left = covering.isEmpty() ? List.copyOf(candidates.keySet()) : covering;
        List<String> others = left.stream().skip(1).flatMap(layout -> candidates.get(layout).stream())
                .toList();
        return new Inferred(Optional.of(left.getFirst()), candidates.get(left.getFirst()), others, exact,
                left.size() < candidates.size());
    }
}
