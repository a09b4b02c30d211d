package org.xstate.model.ast;

import java.util.List;

/** One file. */
public record SourceUnit(String file, List<Declaration> declarations) {
    public SourceUnit {
        declarations = List.copyOf(declarations);
    }
}
