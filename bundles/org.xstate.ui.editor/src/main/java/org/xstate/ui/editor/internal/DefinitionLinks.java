package org.xstate.ui.editor.internal;

import java.util.Optional;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.Symbol;
import org.xstate.model.index.SymbolKind;

/** Makes names links to what declares them, and includes links to files, while Ctrl is held. */
final class DefinitionLinks extends AbstractHyperlinkDetector {

    private final ModelCEditor editor;

    DefinitionLinks(ModelCEditor editor) {
        this.editor = editor;
    }

    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        Optional<IRegion> place = editor.snapshot().flatMap(known -> place(known, region.getOffset()));
        return place.<IHyperlink[]>map(one -> new IHyperlink[]{new Link(one)}).orElse(null);
    }

    private static Optional<IRegion> place(Snapshot known, int offset) {
        String file = known.file().name();
        Optional<IRegion> name = known.index().at(file, offset).filter(Occurrence::isResolved)
                .map(one -> new Region(one.offset(), one.length()));
        return name.or(() -> known.index().includes(file).stream()
                .filter(one -> one.begin() <= offset && offset <= one.end() && one.kind() == SymbolKind.FILE)
                .findFirst()
                .map((Symbol one) -> new Region(one.offset(), one.name().length())));
    }

    private final class Link implements IHyperlink {

        private final IRegion place;

        Link(IRegion place) {
            this.place = place;
        }

        @Override
        public IRegion getHyperlinkRegion() {
            return place;
        }

        @Override
        public String getTypeLabel() {
            return null;
        }

        @Override
        public String getHyperlinkText() {
            return Messages.link_definition;
        }

        @Override
        public void open() {
            editor.openDefinition(place.getOffset());
        }
    }
}
