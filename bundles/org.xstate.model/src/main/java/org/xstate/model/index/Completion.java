package org.xstate.model.index;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.model.index.Place.Context;

/** What could be written at a place of a file: names that are declared and visible, words of the language, in a useful order. */
public final class Completion {

    private static final int MOST = 400;
    private static final List<String> STATEMENT_WORDS = List.of("if", "else", "while", "do", "for", "switch",
            "case",
            "default", "return", "goto", "break", "continue", "fallthrough", "atomic", "sizeof", "const");
    private static final List<String> OUTER_WORDS = List.of("static", "inline", "const", "extern", "ghost",
            "typedef",
            "struct", "enum", "void", "int", "unsigned", "char", "long");
    private static final Map<SymbolKind, Integer> WEIGHTS = Map.of(SymbolKind.FUNCTION, 30, SymbolKind.KNOB,
            10,
            SymbolKind.VARIABLE, 20, SymbolKind.PER_CPU, 20, SymbolKind.POOL, 20, SymbolKind.HOOK, 0,
            SymbolKind.ENUM_CONSTANT, 15, SymbolKind.KNOB_VALUE, 0);

    private final SourceIndex index;
    private final Place place;
    private final Vocabulary vocabulary;
    private final Map<String, Proposal> found = new LinkedHashMap<>();

    /** Names that the language does not declare: they come from what is installed. */
    public record Vocabulary(List<String> profiles, List<String> releases, List<String> policies) {
        public static final Vocabulary NONE = new Vocabulary(List.of(), List.of(), List.of());

        public Vocabulary {
            profiles = List.copyOf(profiles);
            releases = List.copyOf(releases);
            policies = List.copyOf(policies);
        }
    }

    private Completion(SourceIndex index, Place place, Vocabulary vocabulary) {
        this.index = index;
        this.place = place;
        this.vocabulary = vocabulary;
    }

    /**
     * @param file   of the index
     * @param offset of the caret
     * @return the best ones first
     */
    public static List<Proposal> at(SourceIndex index, String file, int offset, Vocabulary vocabulary) {
        Completion completion = new Completion(index, Place.of(index, file, offset), vocabulary);
        completion.collect();
        return completion.found.values().stream()
                .sorted(Comparator.comparing(Proposal::rank).reversed().thenComparing(Proposal::label))
                .limit(MOST)
                .toList();
    }

    /** Where the word begins that a proposal takes the place of. */
    public static int start(SourceIndex index, String file, int offset) {
        return Place.of(index, file, offset).start();
    }

    private void collect() {
        switch (place.context()) {
            case Context.Nowhere _ -> {
                return;
            }
            case Context.Member(TypeRef type) -> index.names().members(type).forEach(one -> symbol(one, 0));
            case Context.Tag(String word) ->
                named(symbols(word.equals("struct") ? SymbolKind.STRUCT : SymbolKind.ENUM));
            case Context.Label(String function) -> named(index.recorder(place.file()).symbols.stream()
                    .filter(one -> one.kind() == SymbolKind.LABEL && one.container().equals(function)));
            case Context.Hook _ -> named(symbols(SymbolKind.HOOK));
            case Context.Property _ -> {
                named(symbols(SymbolKind.PROPERTY));
                expression();
            }
            case Context.Setting _ -> words(Intrinsic.Group.SETTING, 100);
            case Context.Argument argument -> argument(argument);
            case Context.Outermost _ -> outermost();
            case Context.Body _ -> {
                STATEMENT_WORDS.forEach(word -> plain(word, "word", "", -30));
                types();
                expression();
            }
        }
    }

    private Stream<Symbol> symbols(SymbolKind kind) {
        return index.symbols().filter(one -> one.kind() == kind);
    }

    private void named(Stream<Symbol> symbols) {
        symbols.forEach(one -> add(one.name(), label(one), home(one), one.documentation(), one.kind().id(),
                one.name().length(), 20));
    }

    private void outermost() {
        words(Intrinsic.Group.DECLARATION, 40);
        OUTER_WORDS.forEach(word -> plain(word, "word", "", 0));
        types();
    }

    private void types() {
        Words.TYPES.forEach(word -> plain(word, "type", "", -20));
        symbols(SymbolKind.TYPE).forEach(one -> plain(one.name(), "type", home(one), -20));
    }

    private void expression() {
        index.locals(place.file(), place.start()).forEach(one -> symbol(one, 80));
        index.symbols().filter(one -> one.key().startsWith("name:"))
                .forEach(one -> symbol(one, nearness(one)));
        words(Intrinsic.Group.CALL, 10);
        words(Intrinsic.Group.VALUE, 5);
    }

    /** What the file itself has counts most, then what it includes, what the kernel has, what the processor does. */
    private int nearness(Symbol symbol) {
        int weight = WEIGHTS.getOrDefault(symbol.kind(), 10);
        String file = symbol.file();
        if (file.equals(place.file())) {
            return weight + 60;
        }
        return weight + (!index.isLibrary(file)
                ? 45
                : file.startsWith("kernel/")
                        ? 25
                        : file.startsWith("hardware/") ? -25 : 10);
    }

    private void argument(Context.Argument argument) {
        switch (argument.setting()) {
            case "features" -> features();
            case "policy" -> {
                if (argument.position() == 0) {
                    features();
                } else {
                    vocabulary.policies().forEach(one -> plain(one, "value", "", 0));
                }
            }
            case "continuations" ->
                named(symbols(SymbolKind.ENUM_CONSTANT).filter(one -> one.name().startsWith("CONT_")));
            case "like" -> named(index.symbols(place.file()).stream().filter(
                    one -> one.kind() == SymbolKind.SCENARIO && one.end() < place.start()));
            case "set" -> {
                if (argument.position() == 0) {
                    named(symbols(SymbolKind.KNOB));
                } else {
                    values(argument.first());
                }
            }
            case "cpu_profile" -> quoted(vocabulary.profiles().stream());
            case "kernel" -> quoted(vocabulary.releases().stream());
            case "expect_violation" -> quoted(symbols(SymbolKind.PROPERTY).map(Symbol::name));
            default -> {
                // a number, which nobody can guess
            }
        }
    }

    private void features() {
        String prefix = "XFEATURE_";
        index.symbols().filter(one -> one.name().startsWith(prefix))
                .forEach(
                        one -> plain(one.name().substring(prefix.length()), "value", one.documentation(), 0));
    }

    private void values(String knob) {
        Optional<Symbol> declared = index.names().name(knob);
        if (declared.filter(one -> one.type().base().equals("bool")).isPresent()) {
            plain("true", "value", knob, 1);
            plain("false", "value", knob, 1);
        }
        named(symbols(SymbolKind.KNOB_VALUE).filter(one -> one.container().equals(knob)));
    }

    private void quoted(Stream<String> texts) {
        texts.forEach(one -> {
            String text = place.quoted() ? one : '"' + one + '"';
            add(one, one, "", "", "value", text.length(), 0, text);
        });
    }

    private void words(Intrinsic.Group group, int weight) {
        Intrinsic.all().stream().filter(one -> one.group() == group).forEach(one -> {
            boolean call = one.signature().contains("(");
            boolean empty = one.signature().endsWith("()");
            String end = group == Intrinsic.Group.SETTING ? ");" : ")";
            boolean string = one.signature().contains("(\"");
            String text = !call || place.called()
                    ? one.name()
                    : one.name() + (string ? "(\"\"" : "(") + end;
            int caret = !call || place.called()
                    ? text.length()
                    : empty ? text.length() : one.name().length() + (string ? 2 : 1);
            add(one.name(), one.signature(), "", one.sentence(), "word", caret, weight, text);
        });
    }

    private void symbol(Symbol one, int weight) {
        boolean call = (one.kind() == SymbolKind.FUNCTION || one.kind() == SymbolKind.HOOK)
                && !place.called();
        boolean without = one.signature().endsWith("(void)");
        String text = call ? one.name() + "()" : one.name();
        add(one.name(), label(one), home(one), one.documentation(), one.kind().id(),
                call && !without ? text.length() - 1 : text.length(), weight, text);
    }

    private static String label(Symbol one) {
        return switch (one.kind()) {
            case FUNCTION, HOOK, MEMBER, VARIABLE, PER_CPU, PARAMETER, LOCAL -> one.signature();
            case ENUM_CONSTANT, KNOB_VALUE -> one.name() + ": " + one.container();
            default -> one.name();
        };
    }

    private String home(Symbol one) {
        return one.kind().isLocal()
                ? one.kind().word()
                : one.file().substring(index.isLibrary(one.file())
                        ? 0
                        : one.file().lastIndexOf('/') + 1);
    }

    private void plain(String word, String kind, String detail, int weight) {
        add(word, word, detail, "", kind, word.length(), weight);
    }

    private void add(String name, String label, String detail, String documentation, String kind, int caret,
            int weight) {
        add(name, label, detail, documentation, kind, caret, weight, name);
    }

    private void add(String name, String label, String detail, String documentation, String kind, int caret,
            int weight, String text) {
        int fit = Proposal.fit(place.typed(), name);
        // inner declarations come first, and hide outer ones
        if (fit > 0) {
            found.putIfAbsent(name,
                    new Proposal(text, label, detail, documentation, kind, caret, 2 * fit + weight));
        }
    }

}
