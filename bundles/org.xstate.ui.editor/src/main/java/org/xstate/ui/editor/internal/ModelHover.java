package org.xstate.ui.editor.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.editors.text.EditorsUI;
import org.xstate.analysis.debug.ValueAt;
import org.xstate.model.index.Explanation;
import org.xstate.model.index.Symbol;
import org.xstate.ui.session.Sessions;

/** What is wrong at a place, what a check did not come to, and what the name there is: its declaration, comment and history. */
final class ModelHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {

    private final ModelCEditor editor;

    ModelHover(ModelCEditor editor) {
        this.editor = editor;
    }

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return explanation(offset).<IRegion>map(one -> new Region(one.begin(), one.end() - one.begin()))
                .orElseGet(() -> new Region(offset, 0));
    }

    private Optional<Explanation> explanation(int offset) {
        return editor.snapshot().flatMap(known -> Explanation.at(known.index(), known.file().name(), offset));
    }

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        List<String> parts = new ArrayList<>();
        if (viewer instanceof ISourceViewer source && source.getAnnotationModel() != null) {
            annotated(source.getAnnotationModel(), region)
                    .forEach(text -> parts.add(HoverText.paragraph(text)));
        }
        value(viewer, region.getOffset()).map(HoverText::paragraph).ifPresent(parts::add);
        explanation(region.getOffset()).map(HoverText::of).ifPresent(parts::add);
        return parts.isEmpty() ? null : String.join("<hr>", parts);
    }

    /**
     * The value in the execution that is shown, if it is one of this text as it stands here. Not asked for by key: that is
     * answered on the thread of the user interface, and an expression is compiled for it.
     */
    private Optional<String> value(ITextViewer viewer, int offset) {
        if (Display.getCurrent() != null) {
            return Optional.empty();
        }
        String text = viewer.getDocument().get();
        return Sessions.active().flatMap(session -> editor.snapshot().flatMap(known -> {
            String file = known.file().name();
            boolean same = session.scenario().files().text(file).filter(text::equals).isPresent();
            Optional<String> function = known.index().symbols(file).stream()
                    .filter(one -> one.begin() <= offset && offset <= one.end() && !one.kind().isPart())
                    .map(Symbol::name).findFirst();
            return ValueAt.expression(text, offset).filter(_ -> same)
                    .flatMap(expression -> session.read(simulation -> ValueAt.of(session.scenario(),
                            simulation, expression, function))
                            .map(value -> NLS.bind(Messages.hover_value, expression, value)));
        }));
    }

    private static List<String> annotated(IAnnotationModel model, IRegion region) {
        List<String> texts = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation one = all.next();
            Position place = model.getPosition(one);
            boolean speaks = one instanceof ProblemAnnotation || one.getType().startsWith(CoverageMarks.TYPE);
            if (speaks && place != null && place.getOffset() <= region.getOffset() + region.getLength()
                    && region.getOffset() <= place.getOffset() + place.getLength()) {
                texts.add(one.getText());
            }
        }
        return texts;
    }

    /** The platform asks the other method; its interface still has this one. */
    @Override
    @SuppressWarnings("deprecation")
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return (String) getHoverInfo2(viewer, region);
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return shell -> new DefaultInformationControl(shell, EditorsUI.getTooltipAffordanceString(),
                new HoverPresenter());
    }
}
