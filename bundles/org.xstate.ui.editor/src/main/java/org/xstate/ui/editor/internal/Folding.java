package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.SourceToken;
import org.xstate.model.index.Symbol;

/** Lets declarations and comments of several lines be folded. */
final class Folding {

    private Map<Annotation, Position> shown = new HashMap<>();

    void show(ProjectionAnnotationModel model, Snapshot snapshot) {
        Set<Position> wanted = new HashSet<>(places(snapshot));
        List<Annotation> gone = new ArrayList<>();
        Map<Annotation, Position> kept = new HashMap<>();
        shown.keySet().forEach(one -> {
            Position place = model.getPosition(one);
            if (place != null && wanted.remove(new Position(place.offset, place.length))) {
                kept.put(one, place);
            } else {
                gone.add(one);
            }
        });
        Map<Annotation, Position> added = new HashMap<>();
        wanted.forEach(place -> added.put(new ProjectionAnnotation(), place));
        model.modifyAnnotations(gone.toArray(Annotation[]::new), added, new Annotation[0]);
        kept.putAll(added);
        shown = kept;
    }

    private static List<Position> places(Snapshot snapshot) {
        SourceText source = snapshot.source();
        List<Position> places = new ArrayList<>();
        for (Symbol symbol : snapshot.index().symbols(snapshot.file().name())) {
            if (!symbol.kind().isPart()) {
                add(places, source, symbol.begin(), symbol.end());
            }
        }
        for (SourceToken token : source.tokens()) {
            if (token.kind() == SourceToken.Kind.COMMENT && source.column(token.offset()) == 1) {
                add(places, source, token.offset(), token.end());
            }
        }
        return places;
    }

    /** Whole lines. */
    private static void add(List<Position> places, SourceText source, int begin, int end) {
        int first = source.line(begin);
        int last = source.line(Math.max(begin, end - 1));
        if (last > first) {
            int from = source.lineStart(first);
            places.add(new Position(from, source.lineStart(last + 1) - from));
        }
    }
}
