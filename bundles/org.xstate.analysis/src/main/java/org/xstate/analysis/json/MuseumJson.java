package org.xstate.analysis.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.museum.Museum;
import org.xstate.analysis.museum.MuseumEntry;

/** {@code xstate/museum/1}. */
public final class MuseumJson {

    private MuseumJson() {
    }

    /**
     * @param folder  where the entries lie
     * @param entries those that were asked for
     * @param reports what came of running a form, by entry and scenario; empty where it was not run
     */
    public static String document(String folder, List<MuseumEntry> entries, List<Museum.Rejected> rejected,
            Map<MuseumEntry, Map<String, CheckReport>> reports) {
        return Json.object(json -> json.put("schema", "xstate/museum/1").put("folder", folder)
                .putObjects("entries", entries,
                        (item, entry) -> entry(item, entry, reports.getOrDefault(entry, Map.of())))
                .putObjects("rejected", rejected, (item, one) -> item.put("file", one.file())
                        .put("line", one.line()).put("message", one.message())));
    }

    private static void entry(Json json, MuseumEntry entry, Map<String, CheckReport> reports) {
        json.put("id", entry.id()).put("title", entry.title()).putStrings("story", entry.story())
                .putObjects("fixes", entry.fixes(),
                        (item, fix) -> item.put("commit", fix.commit()).put("subject", fix.subject())
                                .put("release", fix.release()))
                .putObjects("since", entry.since(),
                        (item, origin) -> item.put("commit", origin.commit()).put("release",
                                origin.release()))
                .putStrings("cves", entry.cves()).put("file", entry.file())
                .putObjects("forms", entry.forms(),
                        (item, form) -> form(item, form, Optional.ofNullable(reports.get(form.scenario()))));
    }

    private static void form(Json json, MuseumEntry.Form form, Optional<CheckReport> report) {
        json.put("scenario", form.scenario()).put("kind", form.kind().word()).put("kernel", form.kernel())
                .putObject("changed", item -> form.changed().forEach(item::put))
                .put("expected", form.expected())
                .put("verdict", report.map(one -> one.verdict().name().toLowerCase(Locale.ROOT)))
                .put("property", report.flatMap(CheckReport::property));
        if (report.isPresent()) {
            json.put("states", report.get().states());
        } else {
            json.putNull("states");
        }
        TraceJson.put(json, report.flatMap(CheckReport::trace));
    }
}
