package org.xstate.model.internal.check;

import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** Sizes of types in bytes on x86-64; what has a size that depends on how a compiler packs bits has none here. */
final class Sizes {

    private final Scope scope;
    private final Diagnostics diagnostics;

    Sizes(Scope scope, Diagnostics diagnostics) {
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    Optional<Long> of(Type type, Span span) {
        long size = size(type);
        if (size <= 0) {
            diagnostics
                    .add(Diagnostic.error("no-size", span, "'" + type.text() + "' has no size in model C"));
            return Optional.empty();
        }
        return Optional.of(size);
    }

    private long size(Type type) {
        return switch (type) {
            case Type.Bool _ -> 1;
            case Type.Int integer -> integer.isBounded() ? 0 : integer.bits() / 8;
            case Type.Enumeration _ -> 4;
            case Type.Pointer _ -> 8;
            case Type.Array array -> array.length() * size(array.element());
            case Type.Struct struct -> struct(scope.structs.get(struct.name()));
            case Type.Void _,Type.Token _,Type.Cpu _ -> 0;
        };
    }

    private long struct(Program.Struct struct) {
        long end = 0;
        long align = 1;
        if (struct == null) {
            return 0;
        }
        for (Program.Member member : struct.members()) {
            long size = size(member.type());
            if (size <= 0) {
                return 0;
            }
            long own = alignment(member.type());
            align = Math.max(align, own);
            end = (end + own - 1) / own * own + size;
        }
        return (end + align - 1) / align * align;
    }

    private long alignment(Type type) {
        return switch (type) {
            case Type.Array array -> alignment(array.element());
            case Type.Struct struct -> scope.structs.get(struct.name()).members().stream()
                    .mapToLong(member -> alignment(member.type())).max().orElse(1);
            default -> Math.max(1, size(type));
        };
    }
}
