package org.xstate.layout.image;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.FpuTraits;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpu.XsaveFeatures;

/**
 * A stand-in for a CPU that nobody named, or that does not tell everything: sizes and alignment as the xfeatures' descriptors give them. Good for the
 * compacted format only, because standard offsets are no property of a feature.
 */
public final class DescribedSizes {

    private DescribedSizes() {
    }

    /** @param given the CPU whose numbers go before those of the descriptors, where it has any */
    public static XsaveCpu cpu(FeatureCatalog catalog, Optional<XsaveCpu> given) {
        Map<Integer, ComponentInfo> components = new TreeMap<>();
        XFeatureMask user = XFeatureMask.NONE;
        XFeatureMask supervisor = XFeatureMask.NONE;
        for (XFeatureDescriptor feature : catalog.descriptors()) {
            components.put(feature.number(), new ComponentInfo(feature.number(), feature.size(), 0,
                    !feature.isUser(), feature.align64(), feature.xfd()));
            user = feature.isUser() ? user.or(feature.mask()) : user;
            supervisor = feature.isUser() ? supervisor : supervisor.or(feature.mask());
        }
        given.ifPresent(cpu -> components.putAll(cpu.components()));
        components.put(0, ComponentInfo.X87);
        components.put(1, ComponentInfo.SSE);
        return new XsaveCpu(CpuIdentity.UNKNOWN, new XsaveFeatures(true, true, true, true, true, true), user,
                supervisor, components, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
                FpuTraits.INTEL);
    }
}
