package org.xstate.analysis.layout;

import java.util.Optional;

import org.xstate.analysis.picture.Item;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.layout.cpu.ComponentInfo;

/** What is said of a piece of an area that somebody points at. */
final class PieceItems {

    private PieceItems() {
    }

    static Item item(AreaStrips.Area area, AreaMap.Piece piece, double x, double y, double width,
            double height) {
        String what = piece.component().isPresent()
                ? Integer.toString(piece.component().getAsInt())
                : piece.kind().name().toLowerCase(java.util.Locale.ROOT) + "@" + piece.offset();
        int last = piece.offset() + piece.size() - 1;
        String name = "%s: %s, %,d bytes at %,d".formatted(area.name(), piece.label(), piece.size(),
                piece.offset());
        String tip = "bytes %d to %d (%Xh to %Xh)%s".formatted(piece.offset(), last, piece.offset(), last,
                Optional.of(piece).filter(one -> one.component().isPresent())
                        .flatMap(one -> area.cpu().component(one.component().getAsInt()))
                        .map(PieceItems::details).orElse(""));
        return new Item(area.id() + "/" + what, name, tip, x, y, width, height);
    }

    private static String details(ComponentInfo info) {
        return "%n%s%s%s".formatted(
                (info.supervisor() ? "XSS[" : "XCR0[") + info.number() + "]",
                info.align64() ? ", aligned to 64 bytes when compacted" : "",
                info.xfd() ? ", can be disabled by IA32_XFD" : "");
    }
}
