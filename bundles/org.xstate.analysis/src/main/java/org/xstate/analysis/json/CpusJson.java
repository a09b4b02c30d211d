package org.xstate.analysis.json;

import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.Migration;
import org.xstate.layout.cpu.XsaveCpu;

/** {@code xstate/cpus/1} and {@code xstate/cpus-diff/1}. */
public final class CpusJson {

    private CpusJson() {
    }

    /** The known profiles. */
    public static String profiles(List<CpuProfile> profiles, FeatureCatalog catalog) {
        return Json.object(json -> json.put("schema", "xstate/cpus/1").putObjects("cpus", profiles,
                (item, profile) -> profile(item, profile, catalog)));
    }

    private static void profile(Json json, CpuProfile profile, FeatureCatalog catalog) {
        XsaveCpu cpu = profile.read(catalog).cpu().orElseThrow();
        List<String> aliases = CpuProfiles.index().stream().filter(entry -> entry.id().equals(profile.id()))
                .flatMap(entry -> entry.aliases().stream()).toList();
        json.put("id", profile.id()).put("name", profile.name()).putStrings("aliases", aliases)
                .put("vendor", cpu.identity().vendor().orElse("")).put("family", cpu.identity().family())
                .put("model", cpu.identity().model()).put("xcr0", cpu.xcr0()).put("xss", cpu.xss())
                .put("max_standard_size", cpu.maxStandardSize())
                .putStrings("instructions", cpu.features().names())
                .put("source", profile.source());
        profile.note().ifPresentOrElse(note -> json.put("note", note), () -> json.putNull("note"));
    }

    /** A migration. @param from name of the source @param to name of the target */
    public static String migration(String from, String to, Migration migration) {
        return Json.object(json -> json.put("schema", "xstate/cpus-diff/1").put("a", from).put("b", to)
                .put("xcr0", migration.xcr0()).put("xss", migration.xss())
                .put("verdict", migration.verdict().word())
                .putObjects("components", migration.components(), (item, component) -> {
                    item.put("id", component.number()).put("name", component.name())
                            .put("kind", component.user() ? "user" : "supervisor")
                            .put("verdict", component.verdict().word());
                    place(item, "a", component.from(), component.user());
                    place(item, "b", component.to(), component.user());
                }).putFindings(migration.findings()));
    }

    private static void place(Json json, String key, Optional<ComponentInfo> info, boolean user) {
        if (info.isEmpty()) {
            json.putNull(key);
            return;
        }
        json.putObject(key, place -> {
            if (user) {
                place.put("offset", info.get().offset());
            } else {
                place.putNull("offset");
            }
            place.put("size", info.get().size()).put("align64", info.get().align64());
        });
    }
}
