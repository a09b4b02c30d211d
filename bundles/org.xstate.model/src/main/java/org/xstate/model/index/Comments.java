package org.xstate.model.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.index.SourceToken.Kind;

/** Finds the comment that is about a declaration. */
final class Comments {

    private final SourceText source;
    private final List<SourceToken> comments = new ArrayList<>();

    Comments(SourceText source) {
        this.source = source;
        source.tokens().stream().filter(token -> token.kind() == Kind.COMMENT).forEach(comments::add);
    }

    /** The one that ends on the line before, with nothing else on its last line; lines of {@code //} together. */
    String before(int offset) {
        int line = source.line(offset);
        List<String> texts = new ArrayList<>();
        Optional<SourceToken> found = endingOn(line - 1);
        while (found.isPresent()) {
            texts.addFirst(bare(found.get().text()));
            boolean more = found.get().text().startsWith("//");
            found = more
                    ? endingOn(source.line(found.get().offset()) - 1)
                            .filter(one -> one.text().startsWith("//"))
                    : Optional.empty();
        }
        return String.join("\n", texts);
    }

    /** The one behind a place on its line. */
    String behind(int offset) {
        int line = source.line(offset);
        int low = firstBehind(offset);
        return low < comments.size() && source.line(comments.get(low).offset()) == line
                ? bare(comments.get(low).text())
                : "";
    }

    private int firstBehind(int offset) {
        int low = 0;
        int high = comments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comments.get(middle).offset() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<SourceToken> endingOn(int line) {
        if (line < 1) {
            return Optional.empty();
        }
        int behind = firstBehind(source.lineStart(line + 1));
        if (behind == 0) {
            return Optional.empty();
        }
        SourceToken last = comments.get(behind - 1);
        boolean alone = source.text().substring(source.lineStart(source.line(last.offset())), last.offset())
                .isBlank();
        return alone && source.line(last.end()) == line ? Optional.of(last) : Optional.empty();
    }

    /** What a comment says: without its marks, paragraphs kept, lines of a paragraph as they are. */
    static String bare(String comment) {
        String inner = comment.startsWith("//")
                ? comment.substring(2)
                : comment.substring(2,
                        comment.length() - (comment.endsWith("*/") && comment.length() > 3 ? 2 : 0));
        List<String> lines = new ArrayList<>();
        for (String line : inner.split("\n", -1)) {
            String text = line.strip();
            lines.add(
                    text.startsWith("* ") ? text.substring(2).stripTrailing() : text.equals("*") ? "" : text);
        }
        return String.join("\n", lines).strip();
    }
}
