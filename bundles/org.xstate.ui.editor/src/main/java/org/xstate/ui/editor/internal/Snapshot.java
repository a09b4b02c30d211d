package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.analysis.source.Problem;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;

/**
 * What is known about a text of an editor.
 *
 * @param file     as the index names it
 * @param text     the text that it is about
 * @param index    of the file
 * @param problems of the text; empty while they are not known yet
 */
record Snapshot(EditorFile file, String text, SourceIndex index, Optional<List<Problem>> problems) {

    SourceText source() {
        return index.text(file.name()).orElseGet(() -> SourceText.of(file.name(), text));
    }
}
