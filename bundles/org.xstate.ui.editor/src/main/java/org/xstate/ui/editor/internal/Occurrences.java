package org.xstate.ui.editor.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.xstate.model.index.Occurrence;

/** Marks where else in the file the name at the caret stands. */
final class Occurrences {

    static final String READ = "org.xstate.ui.editor.occurrence";
    static final String WRITE = "org.xstate.ui.editor.occurrence.write";

    private Annotation[] shown = new Annotation[0];
    private String key = "";
    private Optional<Snapshot> about = Optional.empty();

    /** @param model gone while the editor closes */
    void show(IAnnotationModel model, Optional<Snapshot> snapshot, int caret) {
        Optional<Occurrence> name = snapshot.flatMap(known -> known.index().at(known.file().name(), caret))
                .filter(Occurrence::isResolved);
        String wanted = name.map(Occurrence::key).orElse("");
        // marks stay while the caret is between names, as long as the text is the same
        if (wanted.isEmpty() && about.equals(snapshot) || wanted.equals(key) && about.equals(snapshot)) {
            return;
        }
        Map<Annotation, Position> marks = new HashMap<>();
        snapshot.ifPresent(known -> places(known, wanted).forEach(one -> marks.put(
                new Annotation(one.use() == Occurrence.Use.WRITE ? WRITE : READ, false, one.name()),
                new Position(one.offset(), one.length()))));
        ((IAnnotationModelExtension) model).replaceAnnotations(shown, marks);
        shown = marks.keySet().toArray(Annotation[]::new);
        key = wanted;
        about = snapshot;
    }

    private static List<Occurrence> places(Snapshot known, String key) {
        return known.index().occurrences(known.file().name()).stream()
                .filter(one -> !key.isEmpty() && one.key().equals(key)).toList();
    }

    void clear(IAnnotationModel model) {
        ((IAnnotationModelExtension) model).replaceAnnotations(shown, Map.of());
        shown = new Annotation[0];
        key = "";
        about = Optional.empty();
    }
}
