package org.xstate.model.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.index.Occurrence.Use;

/** Collects declarations and uses of one file, and knows which local names are visible where the reading is. */
final class Recorder {

    /** An operator that picks a member, and the type of what stands before it. */
    record Access(int end, TypeRef type) {
    }

    /** A part of the text in which names are visible. */
    record Region(int begin, int end, List<Symbol> locals) {
    }

    final SourceText source;
    final Names names;
    final Comments comments;
    final List<Symbol> symbols = new ArrayList<>();
    final List<Occurrence> occurrences = new ArrayList<>();
    final List<Access> accesses = new ArrayList<>();
    final List<Region> regions = new ArrayList<>();

    private final Deque<Map<String, Symbol>> scopes = new ArrayDeque<>();
    private final Deque<Integer> opened = new ArrayDeque<>();
    private String scenario = "";
    private String function = "";

    Recorder(SourceText source, Names names) {
        this.source = source;
        this.names = names;
        this.comments = new Comments(source);
    }

    String scenario() {
        return scenario;
    }

    void scenario(String name) {
        scenario = name;
    }

    String function() {
        return function;
    }

    void function(String name) {
        function = name;
    }

    void open(int offset) {
        scopes.push(new HashMap<>());
        opened.push(offset);
    }

    void close(int offset) {
        regions.add(new Region(opened.pop(), offset, List.copyOf(scopes.pop().values())));
    }

    /** What a declaration needs besides its name. */
    record Form(SymbolKind kind, TypeRef type, int begin, int end, String container, boolean defining) {
    }

    /** A declaration at the outermost level, or a part of one. @param key without the name */
    Symbol declare(SourceToken name, String key, Form form) {
        return declare(name, key, form, documentation(name, form));
    }

    Symbol declare(SourceToken name, String key, Form form, String documentation) {
        Symbol symbol = new Symbol(form.kind(), name.text(), key + name.text(), form.type(),
                signature(form.begin(), form.end()), documentation, source.file(), name.offset(),
                form.begin(),
                form.end(), form.container(), form.defining());
        symbols.add(symbol);
        occurrences.add(new Occurrence(symbol.key(), form.kind(), name.text(), source.file(), name.offset(),
                Use.DECLARATION));
        return symbol;
    }

    private String documentation(SourceToken name, Form form) {
        String behind = form.kind().isPart() ? comments.behind(name.end()) : "";
        if (!behind.isEmpty()) {
            return behind;
        }
        int from = form.kind().isPart() ? name.offset() : form.begin();
        String before = comments.before(from);
        if (!before.isEmpty() || symbols.isEmpty() || form.kind().isPart()) {
            return before;
        }
        Symbol last = symbols.getLast();
        boolean together = last.kind() == form.kind() && !last.defining() | last.kind() == SymbolKind.HOOK
                && source.line(Math.max(0, last.end() - 1)) + 1 == source.line(form.begin());
        return together ? last.documentation() : comments.behind(form.end());
    }

    /** A local variable, a parameter or a label, visible in the innermost scope. */
    void local(SourceToken name, SymbolKind kind, TypeRef type, int begin, int end) {
        Symbol symbol = new Symbol(kind, name.text(),
                "local:" + source.file() + "@" + name.offset() + "." + name.text(),
                type, signature(begin, end), "", source.file(), name.offset(), begin, end, function, true);
        scopes.peek().put(name.text(), symbol);
        symbols.add(symbol);
        occurrences.add(new Occurrence(symbol.key(), kind, name.text(), source.file(), name.offset(),
                Use.DECLARATION));
    }

    Optional<Symbol> visible(String name) {
        for (Map<String, Symbol> scope : scopes) {
            if (scope.containsKey(name)) {
                return Optional.of(scope.get(name));
            }
        }
        return Optional.empty();
    }

    /** The use of something; of nothing that is declared if it is empty. */
    void use(SourceToken name, Optional<Symbol> meant, Use use) {
        occurrences.add(new Occurrence(meant.map(Symbol::key).orElse(""),
                meant.map(Symbol::kind).orElse(SymbolKind.LOCAL), name.text(), source.file(), name.offset(),
                use));
    }

    /** What was used last was written to. */
    void wrote(int occurrence) {
        Occurrence old = occurrences.get(occurrence);
        if (old.use() == Use.READ) {
            occurrences.set(occurrence,
                    new Occurrence(old.key(), old.kind(), old.name(), old.file(), old.offset(), Use.WRITE));
        }
    }

    /** The text between two places on one line, comments left out. */
    String signature(int begin, int end) {
        StringBuilder text = new StringBuilder();
        int last = begin;
        for (int i = source.tokenAt(begin); i < source.tokens().size(); i++) {
            SourceToken token = source.tokens().get(i);
            if (token.offset() >= end || token.is("{")) {
                break;
            }
            if (token.kind() != SourceToken.Kind.COMMENT) {
                text.append(token.offset() > last && !text.isEmpty() ? " " : "").append(token.text());
                last = token.end();
            } else {
                last = begin;
            }
        }
        return text.toString();
    }
}
