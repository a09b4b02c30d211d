package org.xstate.model.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a file declares as a tree: what belongs to a scenario below it, members below their struct. */
public final class SourceOutline {

    /** @param children in the order of the text */
    public record Node(Symbol symbol, List<Node> children) {
        public Node {
            Objects.requireNonNull(symbol);
            children = List.copyOf(children);
        }
    }

    private final List<Symbol> symbols;
    private int next;

    private SourceOutline(List<Symbol> symbols) {
        this.symbols = symbols;
    }

    /** Of a file of the index, in the order of the text; includes are left out. */
    public static List<Node> of(SourceIndex index, String file) {
        return new SourceOutline(
                index.symbols(file).stream().filter(one -> one.kind() != SymbolKind.FILE).toList()).level("");
    }

    /** Up to what belongs to somebody else. @param scenario whose declarations are collected, or empty for all */
    private List<Node> level(String scenario) {
        List<Node> nodes = new ArrayList<>();
        while (next < symbols.size()) {
            Symbol symbol = symbols.get(next);
            if (!scenario.isEmpty() && (symbol.kind() == SymbolKind.SCENARIO || !belongs(symbol, scenario))) {
                return nodes;
            }
            next++;
            nodes.add(new Node(symbol,
                    symbol.kind() == SymbolKind.SCENARIO ? level(symbol.name()) : parts(symbol)));
        }
        return nodes;
    }

    private static boolean belongs(Symbol symbol, String scenario) {
        return switch (symbol.kind()) {
            case TASK, KERNEL_THREAD, INTERRUPT, SETUP, RULE, PROPERTY -> symbol.container().equals(scenario);
            default -> false;
        };
    }

    private List<Node> parts(Symbol whole) {
        List<Node> parts = new ArrayList<>();
        while (next < symbols.size() && symbols.get(next).kind().isPart()
                && symbols.get(next).begin() >= whole.begin()
                && (symbols.get(next).container().equals(whole.type().base())
                        || symbols.get(next).container().equals(whole.name()))) {
            parts.add(new Node(symbols.get(next++), List.of()));
        }
        return parts;
    }
}
