package org.xstate.analysis.json;

import java.util.Optional;

import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.layout.Placement;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/** {@code xstate/layout/1}. */
public final class LayoutJson {

    private LayoutJson() {
    }

    public static String document(LayoutReport report, FeatureCatalog catalog) {
        return Json.object(json -> json.put("schema", "xstate/layout/1").put("source", report.source())
                .putObjects("cpus", report.cpus(), (item, cpu) -> cpu(item, cpu, catalog))
                .putFindings(report.findings()));
    }

    private static void cpu(Json json, CpuLayout entry, FeatureCatalog catalog) {
        json.put("label", entry.label());
        entry.identity().vendor().ifPresentOrElse(v -> json.put("vendor", v), () -> json.putNull("vendor"));
        json.put("family", entry.identity().family()).put("model", entry.identity().model()).put("name",
                entry.name());
        if (entry.cpu().isEmpty()) {
            json.putNull("xcr0").putNull("xss").putNull("format").putNull("size").putNull("cpuid")
                    .putNull("components");
        } else {
            XsaveCpu cpu = entry.cpu().get();
            json.put("xcr0", entry.xcr0()).put("xss", entry.xss())
                    .put("format", entry.layout().orElseThrow().format().word())
                    .put("size", entry.size())
                    .putObject("cpuid",
                            numbers -> numbers.put("max_standard_size", cpu.maxStandardSize())
                                    .put("enabled_size", cpu.enabledSize())
                                    .put("compacted_size", cpu.compactedSize()))
                    .putObjects("components",
                            entry.xcr0().or(entry.xss()).components().numbers().boxed().toList(),
                            (item, number) -> component(item, number, entry, catalog));
        }
        json.putFindings(entry.findings());
    }

    private static void component(Json json, int number, CpuLayout entry, FeatureCatalog catalog) {
        Optional<ComponentInfo> info = entry.cpu().orElseThrow().component(number);
        Optional<Placement> placement = entry.layout().orElseThrow().placement(number);
        boolean supervisor = info.map(ComponentInfo::supervisor)
                .orElseGet(() -> catalog.descriptor(number).map(d -> !d.isUser())
                        .orElse(entry.xss().has(number)));
        json.put("id", number).put("name", catalog.name(number)).put("kind",
                (supervisor ? XFeatureDescriptor.Kind.SUPERVISOR : XFeatureDescriptor.Kind.USER).word());
        placement.ifPresentOrElse(p -> json.put("offset", p.offset()), () -> json.putNull("offset"));
        info.ifPresentOrElse(
                i -> json.put("size", i.size()).put("align64", i.align64()).put("xfd", i.xfd()),
                () -> json.putNull("size").putNull("align64").putNull("xfd"));
    }
}
