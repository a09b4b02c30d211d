package org.xstate.model.index;

import java.util.Objects;
import java.util.Optional;

/**
 * What there is to say about a name.
 *
 * @param kind          in words: {@code function}, {@code per-CPU variable}, {@code of the language}
 * @param signature     the declaration on one line
 * @param documentation the comment about it; empty if there is none
 * @param place         file and line of the declaration; empty for what the language has
 * @param facts         what the comment says of the kernel's history
 * @param begin         where the name that was asked about begins
 * @param end           behind it
 */
public record Explanation(String kind, String signature, String documentation, Optional<String> place,
        KernelFacts facts, int begin, int end) {

    public Explanation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(signature);
        Objects.requireNonNull(documentation);
        Objects.requireNonNull(place);
        Objects.requireNonNull(facts);
    }

    /** About what stands at a place of a file; empty if nothing there has a meaning of its own. */
    public static Optional<Explanation> at(SourceIndex index, String file, int offset) {
        Optional<Occurrence> name = index.at(file, offset);
        if (name.isPresent()) {
            return name.get().isResolved()
                    ? index.declarations(name.get().key()).stream().findFirst()
                            .map(symbol -> of(index, symbol, name.get().offset(), name.get().end()))
                    : Optional.empty();
        }
        return index.text(file).flatMap(source -> word(source, offset));
    }

    private static Optional<Explanation> word(SourceText source, int offset) {
        int at = source.tokenAt(offset);
        if (at >= source.tokens().size() || source.tokens().get(at).offset() > offset) {
            return Optional.empty();
        }
        SourceToken token = source.tokens().get(at);
        boolean outermost = source.column(token.offset()) == 1;
        return Optional.<Intrinsic>empty()
                .or(() -> outermost
                        ? Intrinsic.find(Intrinsic.Group.DECLARATION, token.text())
                        : Optional.empty())
                .or(() -> Intrinsic.find(token.text()))
                .or(() -> Intrinsic.find(Intrinsic.Group.SETTING, token.text()))
                .or(() -> Intrinsic.find(Intrinsic.Group.DECLARATION, token.text()))
                .or(() -> Intrinsic.find(Intrinsic.Group.KEYWORD, token.text()))
                .map(one -> new Explanation("model C", one.signature(), one.sentence(), Optional.empty(),
                        KernelFacts.of(""), token.offset(), token.end()));
    }

    private static Explanation of(SourceIndex index, Symbol symbol, int begin, int end) {
        String place = index.text(symbol.file())
                .map(source -> symbol.file() + ":" + source.line(symbol.offset()))
                .orElse(symbol.file());
        return new Explanation(kind(symbol), signature(index, symbol), symbol.documentation(),
                Optional.of(place),
                KernelFacts.of(symbol.documentation()), begin, end);
    }

    private static String kind(Symbol symbol) {
        return switch (symbol.kind()) {
            case MEMBER, ENUM_CONSTANT, KNOB_VALUE -> symbol.kind().word() + " of " + symbol.container();
            case HOOK_PART -> "part of hook " + symbol.container();
            default -> symbol.container().isEmpty()
                    ? symbol.kind().word()
                    : symbol.kind().word() + " of " + symbol.container();
        };
    }

    /** A part with what it is a part of, since its own text does not say. */
    private static String signature(SourceIndex index, Symbol symbol) {
        return switch (symbol.kind()) {
            case ENUM_CONSTANT -> symbol.container() + " { ... " + symbol.signature() + " ... }";
            case KNOB_VALUE -> index.declarations("name:" + symbol.container()).stream().findFirst()
                    .map(Symbol::signature).orElse(symbol.signature());
            default -> symbol.signature();
        };
    }
}
