package org.xstate.model.index;

import java.util.Optional;

import org.xstate.model.index.SourceToken.Kind;

/**
 * Where a caret stands.
 *
 * @param start   where the word begins that is being typed
 * @param typed   what there is of it before the caret
 * @param context what can stand there
 * @param called  whether an opening parenthesis follows
 * @param quoted  whether it is inside of quotes
 */
record Place(String file, int start, String typed, Context context, boolean called, boolean quoted) {

    /** What can stand at a place. */
    sealed interface Context {
        /** In a comment, a string or a directive: nothing that is known. */
        record Nowhere() implements Context {
        }

        /** Behind a dot or an arrow. */
        record Member(TypeRef type) implements Context {
        }

        /** Behind {@code struct} or {@code enum}. */
        record Tag(String word) implements Context {
        }

        /** Behind {@code goto}. */
        record Label(String function) implements Context {
        }

        /** The second argument of {@code on}. */
        record Hook() implements Context {
        }

        /** The first argument of {@code require}. */
        record Property() implements Context {
        }

        /** At the beginning of a setting in a scenario. */
        record Setting() implements Context {
        }

        /** @param position of the argument, from 0 @param first the first argument */
        record Argument(String setting, int position, String first) implements Context {
        }

        /** Where declarations begin. */
        record Outermost() implements Context {
        }

        /** Where statements and expressions stand. */
        record Body() implements Context {
        }
    }

    static Place of(SourceIndex index, String file, int offset) {
        return index.text(file).map(source -> new Finder(index, source, offset).place())
                .orElseGet(() -> new Place(file, offset, "", new Context.Nowhere(), false, false));
    }

    /** Looks at the tokens before the caret. */
    private static final class Finder {

        private final SourceIndex index;
        private final SourceText source;
        private final int offset;
        private int before;

        Finder(SourceIndex index, SourceText source, int offset) {
            this.index = index;
            this.source = source;
            this.offset = offset;
        }

        Place place() {
            int at = source.tokenAt(Math.max(0, offset - 1));
            Optional<SourceToken> touched = at < source.tokens().size()
                    && source.tokens().get(at).offset() < offset
                            ? Optional.of(source.tokens().get(at))
                            : Optional.empty();
            before = previous(at);
            if (touched.isPresent() && touched.get().kind() == Kind.COMMENT && !behindComment(touched.get())
                    || touched.filter(one -> one.kind() == Kind.DIRECTIVE).isPresent()) {
                return new Place(source.file(), offset, "", new Context.Nowhere(), false, false);
            }
            if (touched.isPresent()
                    && (touched.get().kind() == Kind.STRING || touched.get().kind() == Kind.UNKNOWN)
                    && touched.get().text().startsWith("\"")) {
                return string(touched.get());
            }
            boolean word = touched.isPresent()
                    && (touched.get().isName() || touched.get().kind() == Kind.KEYWORD);
            int start = word ? touched.get().offset() : offset;
            if (!word && touched.isPresent()) {
                before = touched.get().kind() == Kind.COMMENT ? before : at;
            }
            String typed = source.text().substring(start, offset);
            return new Place(source.file(), start, typed, context(start),
                    called(word ? touched.get().end() : offset),
                    false);
        }

        private boolean behindComment(SourceToken comment) {
            return comment.text().startsWith("/*") && comment.end() == offset;
        }

        private boolean called(int end) {
            return end < source.text().length() && source.text().charAt(end) == '(';
        }

        private Place string(SourceToken string) {
            int start = string.offset() + 1;
            String typed = source.text().substring(Math.min(start, offset), offset);
            Context context = argument();
            boolean known = context instanceof Context.Argument;
            return new Place(source.file(), start, typed, known ? context : new Context.Nowhere(), true,
                    true);
        }

        /** The position of the token before one, comments left out; -1 if there is none. */
        private int previous(int token) {
            int i = Math.min(token, source.tokens().size()) - 1;
            while (i >= 0 && source.tokens().get(i).kind() == Kind.COMMENT) {
                i--;
            }
            return i;
        }

        private String text(int token) {
            return token >= 0 && token < source.tokens().size() ? source.tokens().get(token).text() : "";
        }

        private Context context(int start) {
            switch (text(before)) {
                case ".", "->" -> {
                    return index.recorder(source.file()).accesses.stream()
                            .filter(one -> one.end() == source.tokens().get(before).end()).findFirst()
                            .<Context>map(one -> new Context.Member(one.type()))
                            .orElseGet(Context.Nowhere::new);
                }
                case "struct", "enum" -> {
                    return new Context.Tag(text(before));
                }
                case "goto" -> {
                    return new Context.Label(function(start));
                }
                default -> {
                    Context argument = argument();
                    return argument instanceof Context.Nowhere ? surroundings(start) : argument;
                }
            }
        }

        private String function(int start) {
            return index.recorder(source.file()).symbols.stream()
                    .filter(one -> !one.kind().isLocal() && one.begin() < start && start <= one.end())
                    .reduce((_, last) -> last)
                    .map(one -> one.kind() == SymbolKind.HOOK_PART ? one.container() : one.name())
                    .orElse("");
        }

        /** Between the parentheses of a setting, of on() or of require(). */
        private Context argument() {
            int depth = 0;
            int position = 0;
            for (int i = before; i >= 0; i = previous(i)) {
                String text = text(i);
                if (text.equals(";") || text.equals("{") || text.equals("}")) {
                    return new Context.Nowhere();
                }
                depth += text.equals(")") ? 1 : 0;
                position += text.equals(",") && depth == 0 ? 1 : 0;
                if (text.equals("(")) {
                    if (depth == 0) {
                        return argument(i, position);
                    }
                    depth--;
                }
            }
            return new Context.Nowhere();
        }

        private Context argument(int open, int position) {
            String word = text(previous(open));
            if (word.equals("on") && position == 1) {
                return new Context.Hook();
            }
            if (word.equals("require") && position == 0) {
                return new Context.Property();
            }
            return Words.SETTINGS.contains(word) && inScenario(open)
                    ? new Context.Argument(word, position, text(open + 1))
                    : new Context.Nowhere();
        }

        private boolean inScenario(int token) {
            int depth = 0;
            for (int i = token; i >= 0; i = previous(i)) {
                String text = text(i);
                if (text.equals("{") && depth-- == 0) {
                    int close = previous(i);
                    return text(close).equals(")")
                            && text(previous(previous(previous(close)))).equals("scenario");
                }
                depth += text.equals("}") ? 1 : 0;
            }
            return false;
        }

        private Context surroundings(int start) {
            if (inScenario(before)) {
                return new Context.Setting();
            }
            boolean inside = index.recorder(source.file()).regions.stream()
                    .anyMatch(region -> region.begin() > 0 && region.begin() < start && start < region.end());
            boolean open = before >= 0 && !text(before).equals(";") && !text(before).equals("}")
                    && index.recorder(source.file()).regions.stream()
                            .anyMatch(region -> region.begin() > 0 && region.begin() < start
                                    && start <= region.end());
            boolean value = text(before).equals("=") || text(before).equals("(") || text(before).equals(",");
            return inside || open || value ? new Context.Body() : new Context.Outermost();
        }
    }
}
