package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.xstate.analysis.features.Vectors;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.CpuidBit;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.ModelText;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;

/** Everything that is registered about one xfeature, as {@code xstate features NAME} prints it. */
public final class FeatureText {

    private FeatureText() {
    }

    /** @param handlers of all, in the order in which they are asked */
    public static List<String> lines(FeatureCatalog.Contribution contribution, FeatureCatalog catalog,
            List<ContributedHandler> handlers, Style style) {
        XFeatureProvider provider = contribution.provider();
        XFeatureDescriptor feature = provider.descriptor();
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(feature.name()) + "   component " + feature.number()
                + (feature.linuxName().isEmpty() || feature.linuxName().equals(feature.name())
                        ? ""
                        : ", XFEATURE_" + feature.linuxName() + " of Linux"));
        line(lines, "switched by", (feature.isUser() ? "XCR0[" : "IA32_XSS[") + feature.number() + "]");
        line(lines, "size",
                feature.size() + " bytes by the manual" + (feature.align64() ? ", 64-byte aligned" : "")
                        + (feature.xfd() ? ", can be disarmed by IA32_XFD" : "") + "; CPUID's wins");
        masks(lines, feature, catalog);
        line(lines, "announced by",
                feature.cpuid().stream().map(CpuidBit::toString).collect(Collectors.joining(", ")));
        feature.cr4Bit().ifPresent(bit -> line(lines, "enabled by", "CR4[" + bit + "]"));
        line(lines, "restored", provider.restorePolicy().label());
        line(lines, "fork, exec",
                word(provider.lifecycle().fork()) + ", " + word(provider.lifecycle().exec()));
        line(lines, "signal, ptrace",
                word(provider.lifecycle().signal()) + ", " + word(provider.lifecycle().ptrace()));
        line(lines, "fields",
                feature.fields().stream().map(FieldDescriptor::name).collect(Collectors.joining(", ")));
        line(lines, "model C", provider.model().texts().stream().map(ModelText::name)
                .collect(Collectors.joining(", ")));
        handlers.stream().filter(one -> one.handler().needs().has(feature.number()))
                .forEach(one -> line(lines, "trap " + Vectors.name(one.handler().vector()),
                        one.handler().condition() + ", " + one.handler().text().name() + " of "
                                + one.bundle()));
        line(lines, "plugin", contribution.bundle());
        line(lines, "class", contribution.type()
                + (contribution.position().isEmpty() ? "" : ", " + contribution.position()));
        return lines;
    }

    private static void masks(List<String> lines, XFeatureDescriptor feature, FeatureCatalog catalog) {
        line(lines, "requires", names(feature.requires(), catalog));
        line(lines, "together with", names(feature.together(), catalog));
        line(lines, "conflicts with", names(feature.conflicts(), catalog));
    }

    private static String names(XFeatureMask mask, FeatureCatalog catalog) {
        return mask.numbers().mapToObj(catalog::label).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(List<String> lines, String key, String value) {
        if (!value.isEmpty()) {
            lines.add("  %-15s %s".formatted(key, value));
        }
    }
}
