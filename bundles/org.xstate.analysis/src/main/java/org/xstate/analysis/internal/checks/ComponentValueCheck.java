package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.XFeatureProvider;

/**
 * Asks each component in use how the processor takes its bytes: values that WRMSR would refuse make XRSTORS raise #GP, an
 * invalid tile configuration is replaced by the initial one. What the registers hold before is not known; they are taken
 * as initial.
 */
public final class ComponentValueCheck implements Check {

    @Override
    public List<Finding> check(CheckedImage image) {
        List<Finding> findings = new ArrayList<>();
        if (!image.hasHeader()) {
            return findings;
        }
        for (int number : image.xstateBv().components()) {
            Optional<XFeatureProvider> provider = image.catalog().provider(number);
            Optional<CheckedImage.Place> place = image.place(number)
                    .filter(p -> p.offset() + p.size() <= image.area().byteSize());
            if (number > 1 && provider.isPresent() && place.isPresent()) {
                check(image, provider.get(), place.get(), findings);
            }
        }
        return findings;
    }

    private static void check(CheckedImage image, XFeatureProvider provider, CheckedImage.Place place,
            List<Finding> findings) {
        int number = provider.descriptor().number();
        MemorySegment bytes = image.area().asSlice(place.offset(), place.size());
        MemorySegment register = MemorySegment.ofArray(image.catalog().hardwareInit(number, place.size()))
                .asReadOnly();
        String where = "%s at byte %d".formatted(image.catalog().name(number), place.offset());
        switch (provider.registerBehaviour().load(bytes, register)) {
            case Load.Accept accept -> {
            }
            case Load.Initialise initialise -> findings.add(Finding.error("component-initialised-on-load",
                    "a restore does not load these bytes but initialises the component: "
                            + initialise.reason())
                    .at(where).remedy("no processor saves such bytes: look for what wrote them"));
            case Load.Fault fault -> findings.add(Finding.error("component-value-refused",
                    "%s raises #GP: %s".formatted(
                            provider.descriptor().isUser() ? "XRSTOR" : "XRSTORS", fault.reason()))
                    .at(where).remedy("no processor saves such a value: look for what wrote it"));
        }
    }
}
