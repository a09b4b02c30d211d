package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.xstate.analysis.source.Fix;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;

/** The remedies of the editor for what the view of problems lists. */
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        return message.contains("did you mean") || message.contains("features(...)")
                || message.contains("fallthrough");
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        Optional<ModelSources> sources = Languages.sources();
        if (sources.isEmpty() || !(marker.getResource() instanceof IFile file)) {
            return new IMarkerResolution[0];
        }
        List<Problem> problems = Problems.of(sources.get(), OpenTexts.now(), EditorFile.nameOf(file),
                () -> false);
        String message = marker.getAttribute(IMarker.MESSAGE, "");
        return problems.stream()
                .filter(one -> ProblemAnnotation.sentence(one.diagnostic()).replace('\n', ' ').equals(message)
                        && one.diagnostic().span().line() == marker.getAttribute(IMarker.LINE_NUMBER, 0))
                .flatMap(one -> one.fixes().stream()).map(fix -> new Remedy(fix, message))
                .toArray(IMarkerResolution[]::new);
    }

    private record Remedy(Fix fix, String message) implements IMarkerResolution2 {

        @Override
        public String getLabel() {
            return fix.label();
        }

        @Override
        public void run(IMarker marker) {
            FileEdits.apply(Map.of(fix.file(), fix.edits()));
        }

        @Override
        public String getDescription() {
            return message;
        }

        @Override
        public Image getImage() {
            return Pictures.image("property");
        }
    }
}
