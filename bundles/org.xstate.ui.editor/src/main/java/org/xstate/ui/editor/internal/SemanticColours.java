package org.xstate.ui.editor.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.custom.StyleRange;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.SemanticToken;

/**
 * Colours names by what they mean. Between a change and the next look at the text the colours move with it. Large texts are
 * coloured piece by piece, so that nobody has to wait.
 */
final class SemanticColours implements ITextPresentationListener, IDocumentListener {

    /** Characters that are coloured at a time: some hundred lines. */
    private static final int PIECE = 8_000;

    private final SourceViewer viewer;
    private final Styles styles;
    private final Map<Role, TextAttribute> attributes = new EnumMap<>(Role.class);
    private int[] offsets = new int[0];
    private int[] lengths = new int[0];
    private Role[] roles = new Role[0];
    private int round;

    SemanticColours(SourceViewer viewer, Styles styles) {
        this.viewer = viewer;
        this.styles = styles;
        viewer.addTextPresentationListener(this);
        restyle();
    }

    void restyle() {
        for (Role role : Role.values()) {
            attributes.put(role, styles.attribute(role));
        }
    }

    /** Another text is going to be shown: what is known is not about it. */
    void forget() {
        offsets = new int[0];
        lengths = new int[0];
        roles = new Role[0];
        round++;
    }

    void show(Snapshot snapshot) {
        List<SemanticToken> tokens = SemanticToken.of(snapshot.index(), snapshot.file().name()).stream()
                .filter(token -> role(token).isPresent()).toList();
        int[] starts = tokens.stream().mapToInt(SemanticToken::offset).toArray();
        int[] sizes = tokens.stream().mapToInt(SemanticToken::length).toArray();
        Role[] kinds = tokens.stream().map(token -> role(token).orElseThrow()).toArray(Role[]::new);
        int same = 0;
        while (same < Math.min(starts.length, offsets.length) && starts[same] == offsets[same]
                && sizes[same] == lengths[same] && kinds[same] == roles[same]) {
            same++;
        }
        boolean changed = same < starts.length || same < offsets.length;
        int from = same < starts.length ? starts[same] : same < offsets.length ? offsets[same] : 0;
        offsets = starts;
        lengths = sizes;
        roles = kinds;
        if (changed) {
            round++;
            repaint(from, round);
        }
    }

    private void repaint(int from, int wanted) {
        if (round != wanted || viewer.getTextWidget() == null || viewer.getDocument() == null
                || from >= viewer.getDocument().getLength()) {
            return;
        }
        int length = Math.min(PIECE, viewer.getDocument().getLength() - from);
        viewer.invalidateTextPresentation(from, length);
        viewer.getTextWidget().getDisplay().asyncExec(() -> repaint(from + length, wanted));
    }

    private static Optional<Role> role(SemanticToken token) {
        return switch (token.kind()) {
            case FUNCTION -> Optional.of(token.library() && token.use() != Occurrence.Use.DECLARATION
                    ? Role.LIBRARY
                    : Role.FUNCTION);
            case HOOK, HOOK_PART -> Optional.of(Role.HOOK);
            case STRUCT, ENUM, TYPE -> Optional.of(Role.TYPE);
            case MEMBER -> Optional.of(Role.MEMBER);
            case ENUM_CONSTANT, CONSTANT, TOKEN -> Optional.of(Role.CONSTANT);
            case VARIABLE, PER_CPU, POOL -> Optional.of(Role.GLOBAL);
            case KNOB, KNOB_VALUE -> Optional.of(Role.KNOB);
            case SCENARIO, TASK, KERNEL_THREAD, INTERRUPT, SETUP, RULE -> Optional.of(Role.FUNCTION);
            case PROPERTY -> Optional.of(Role.PROPERTY);
            case PARAMETER, LOCAL, LABEL, FILE -> Optional.empty();
        };
    }

    @Override
    public void applyTextPresentation(TextPresentation presentation) {
        IRegion extent = presentation.getExtent();
        if (presentation.getDefaultStyleRange() == null) {
            // without it the widget keeps behind plain text what is no longer painted there
            presentation.setDefaultStyleRange(
                    new StyleRange(extent.getOffset(), extent.getLength(), null, null));
        }
        int end = extent.getOffset() + extent.getLength();
        for (int i = first(extent.getOffset()); i < offsets.length && offsets[i] < end; i++) {
            TextAttribute style = attributes.get(roles[i]);
            presentation.mergeStyleRange(new StyleRange(offsets[i], lengths[i], style.getForeground(), null,
                    style.getStyle()));
        }
    }

    private int first(int offset) {
        int found = Arrays.binarySearch(offsets, offset);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // colours move after the text has
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        int end = event.getOffset() + event.getLength();
        int delta = (event.getText() == null ? 0 : event.getText().length()) - event.getLength();
        int kept = 0;
        for (int i = 0; i < offsets.length; i++) {
            boolean behind = offsets[i] >= end;
            if (behind || offsets[i] + lengths[i] <= event.getOffset()) {
                offsets[kept] = offsets[i] + (behind ? delta : 0);
                lengths[kept] = lengths[i];
                roles[kept++] = roles[i];
            }
        }
        offsets = Arrays.copyOf(offsets, kept);
        lengths = Arrays.copyOf(lengths, kept);
        roles = Arrays.copyOf(roles, kept);
    }
}
