package org.xstate.analysis.json;

import java.util.List;
import java.util.Locale;

import org.xstate.analysis.files.FilePart;
import org.xstate.analysis.files.JudgedFile;

/** {@code xstate/file/1}. */
public final class FileJson {

    private FileJson() {
    }

    public static String document(String source, JudgedFile judged, List<FilePart> parts) {
        return Json.object(json -> json.put("schema", "xstate/file/1").put("source", source)
                .put("kind", judged.kind().name().toLowerCase(Locale.ROOT)).put("about", judged.about())
                .put("command", judged.kind().command())
                .putObjects("parts", parts,
                        (item, part) -> item.put("name", part.name()).put("line", part.line())));
    }
}
