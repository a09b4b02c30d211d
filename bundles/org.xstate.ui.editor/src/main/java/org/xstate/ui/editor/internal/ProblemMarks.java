package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.xstate.analysis.source.Problem;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.index.SourceText;

/** Annotations of one kind in an editor, of which those that are there already stay as they are. */
final class ProblemMarks {

    private List<Annotation> shown = List.of();

    void show(IAnnotationModel model, Snapshot snapshot, List<Problem> problems) {
        SourceText source = snapshot.source();
        Map<Annotation, Position> added = new HashMap<>();
        List<Annotation> kept = new ArrayList<>();
        for (Problem problem : problems) {
            Position place = place(source, problem.diagnostic().span());
            shown.stream()
                    .filter(one -> one instanceof ProblemAnnotation known && known.problem().equals(problem)
                            && place.equals(model.getPosition(one)))
                    .findFirst()
                    .ifPresentOrElse(kept::add, () -> added.put(new ProblemAnnotation(problem), place));
        }
        Annotation[] removed = shown.stream().filter(one -> !kept.contains(one)).toArray(Annotation[]::new);
        ((IAnnotationModelExtension) model).replaceAnnotations(removed, added);
        kept.addAll(added.keySet());
        shown = kept;
    }

    static Position place(SourceText source, Span span) {
        int offset = source.offset(span.line(), span.column());
        int line = source.offset(span.line(), Integer.MAX_VALUE / 2);
        int length = Math.max(1, Math.min(span.length(), line - offset));
        return new Position(Math.min(offset, Math.max(0, source.text().length() - 1)),
                Math.min(length, Math.max(0, source.text().length() - offset)));
    }
}
