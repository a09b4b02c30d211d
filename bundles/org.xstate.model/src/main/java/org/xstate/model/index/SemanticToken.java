package org.xstate.model.index;

import java.util.List;
import java.util.Optional;

/**
 * A name with what it means, for colours.
 *
 * @param offset  in the file's text
 * @param kind    what it is declared as
 * @param library whether the library declares it
 * @param use     what is done with it there
 */
public record SemanticToken(int offset, int length, SymbolKind kind, boolean library, Occurrence.Use use) {

    /** Of the names of a file whose meaning is known, in the order of the text. */
    public static List<SemanticToken> of(SourceIndex index, String file) {
        return index.occurrences(file).stream().filter(Occurrence::isResolved)
                .map(one -> new SemanticToken(one.offset(), one.length(), one.kind(),
                        home(index, one).filter(index::isLibrary).isPresent(), one.use()))
                .toList();
    }

    private static Optional<String> home(SourceIndex index, Occurrence one) {
        return one.key().startsWith("local:")
                ? Optional.empty()
                : index.names().key(one.key()).map(Symbol::file);
    }
}
