package org.xstate.ui.editor.internal;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.xstate.model.index.SourceText;
import org.xstate.ui.SourceCoverage;

/** Paints lines that a check did not come to. */
final class CoverageMarks {

    static final String TYPE = "org.xstate.ui.editor.coverage";
    static final String UNREACHED = TYPE + ".unreached";
    static final String UNTAKEN = TYPE + ".untaken";

    private Annotation[] shown = new Annotation[0];

    void show(IAnnotationModel model, EditorFile file, String text) {
        SourceText source = SourceText.of(file.name(), text);
        Map<Annotation, Position> marks = new HashMap<>();
        SourceCoverage.shown().stream().filter(mark -> isAbout(mark.file(), file.name()))
                .filter(mark -> mark.line() <= source.lines())
                .forEach(mark -> marks.put(
                        new Annotation(mark.kind() == SourceCoverage.Kind.UNREACHED ? UNREACHED : UNTAKEN,
                                false,
                                mark.sentence()),
                        place(source, mark.line())));
        ((IAnnotationModelExtension) model).replaceAnnotations(shown, marks);
        shown = marks.keySet().toArray(Annotation[]::new);
    }

    /** Checks may name a file by its path from some folder. */
    private static boolean isAbout(String marked, String name) {
        return name.equals(marked) || name.endsWith("/" + marked) && marked.contains("/");
    }

    /** The line without the white space at its ends. */
    private static Position place(SourceText source, int line) {
        String text = source.lineText(line);
        int indent = text.length() - text.stripLeading().length();
        return new Position(source.lineStart(line) + indent, Math.max(1, text.strip().length()));
    }
}
