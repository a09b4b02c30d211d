package org.xstate.ui.editor.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;
import org.xstate.model.index.SourceText;
import org.xstate.model.index.SourceToken;
import org.xstate.model.index.Words;

/** Colours what can be told without knowing what a name means. */
final class CodeScanner implements ITokenScanner {

    private static final IToken PLAIN = new Token(null);

    private final Map<Role, Token> styles = new EnumMap<>(Role.class);
    private List<SourceToken> tokens = List.of();
    private int base;
    private int next;
    private SourceToken current = new SourceToken(SourceToken.Kind.UNKNOWN, 0, "");

    CodeScanner(Styles styles) {
        restyle(styles);
    }

    void restyle(Styles from) {
        for (Role role : Role.values()) {
            styles.computeIfAbsent(role, _ -> new Token(null)).setData(from.attribute(role));
        }
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        try {
            tokens = SourceText.of("", document.get(offset, length)).tokens();
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(e);
        }
        base = offset;
        next = 0;
    }

    @Override
    public IToken nextToken() {
        if (next == tokens.size()) {
            return Token.EOF;
        }
        current = tokens.get(next++);
        return role().<IToken>map(styles::get).orElse(PLAIN);
    }

    private Optional<Role> role() {
        return switch (current.kind()) {
            case KEYWORD -> Optional.of(Role.KEYWORD);
            case NUMBER -> Optional.of(Role.NUMBER);
            case STRING -> Optional.of(Role.STRING);
            case COMMENT -> Optional.of(Role.COMMENT);
            case DIRECTIVE -> Optional.of(Role.DIRECTIVE);
            case PUNCTUATION -> Optional.empty();
            case UNKNOWN -> unfinished();
            case IDENTIFIER -> name();
        };
    }

    /** A partition that ends before its token does. */
    private Optional<Role> unfinished() {
        return current.text().startsWith("\"")
                ? Optional.of(Role.STRING)
                : current.text().startsWith("/*") ? Optional.of(Role.COMMENT) : Optional.empty();
    }

    private Optional<Role> name() {
        if (Words.TYPES.contains(current.text())) {
            return Optional.of(Role.TYPE);
        }
        boolean call = next < tokens.size() && tokens.get(next).is("(");
        return call && Words.DECLARATIONS.contains(current.text())
                ? Optional.of(Role.DECLARATION)
                : Optional.empty();
    }

    @Override
    public int getTokenOffset() {
        return base + current.offset();
    }

    @Override
    public int getTokenLength() {
        return current.text().length();
    }
}
