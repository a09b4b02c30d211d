package org.xstate.sim.library;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/**
 * How the memory of an image is cut into cells, so that every value, wherever a layout of the scenario puts it, covers
 * whole cells.
 *
 * <p>A <i>place</i> is a part at an offset; layouts that agree on a part's offset share its place. A <i>piece</i> is what
 * a cell holds of a value: the part, and from which of its bytes on. Pieces are numbered from 1; 0 stands for bytes that
 * are the same whoever they belong to.
 *
 * @param processor whose layouts these are
 * @param parts     in order
 * @param layouts   by number: compacted ones by the bits of {@link Processor#extended()} that XCOMP_BV has, densely
 *                  numbered; the standard one last
 * @param cells     by ascending address
 * @param places    by part, then offset
 * @param pieces    by part, then offset; piece 1 is the first
 */
public record ImageMap(Processor processor, List<Part> parts, List<XsaveLayout> layouts, List<Cell> cells,
        List<Place> places, List<Piece> pieces) {

    /** @param begin first byte, from the start of the image @param end first byte after it */
    public record Cell(int begin, int end) {
    }

    /**
     * @param part   number
     * @param offset of the part's first byte, from the start of the image
     * @param run    what it covers, ascending
     */
    public record Place(int part, int offset, List<Covered> run) {
        public Place {
            run = List.copyOf(run);
        }
    }

    /** @param cell position of the cell @param piece number of the piece that lies there */
    public record Covered(int cell, int piece) {
    }

    /** @param part number @param offset from the part's first byte */
    public record Piece(int part, int offset) {
    }

    public ImageMap {
        parts = List.copyOf(parts);
        layouts = List.copyOf(layouts);
        cells = List.copyOf(cells);
        places = List.copyOf(places);
        pieces = List.copyOf(pieces);
    }

    public static ImageMap of(Processor processor) {
        return new Cutter(processor).cut();
    }

    /** Number of the standard layout. */
    public int standardLayout() {
        return layouts.size() - 1;
    }

    /** The place of a part in a layout; empty if it has none there, or no image of that layout exists. */
    public java.util.OptionalInt place(int layout, Part part) {
        if (!part.isLegacy() && !exists(processor, layouts.get(layout))) {
            return java.util.OptionalInt.empty();
        }
        int offset = offset(layouts.get(layout), part);
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).part() == part.number() && places.get(i).offset() == offset) {
                return java.util.OptionalInt.of(i);
            }
        }
        return java.util.OptionalInt.empty();
    }

    private static boolean exists(Processor processor, XsaveLayout layout) {
        return layout.isCompacted()
                ? processor.isReachable(layout.mask().andNot(XFeatureMask.LEGACY))
                : processor.standardImages();
    }

    /** Of the part's first byte, or -1. */
    private static int offset(XsaveLayout layout, Part part) {
        return layout.placement(part.component()).map(Placement::offset).map(start -> start + part.offset())
                .orElse(-1);
    }

    private static final class Cutter {
        private final Processor processor;
        private final List<Part> parts;
        private final List<XsaveLayout> layouts = new ArrayList<>();

        private Cutter(Processor processor) {
            this.processor = processor;
            this.parts = processor.parts();
        }

        private ImageMap cut() {
            int[] extended = processor.extended().numbers().toArray();
            for (int dense = 0; dense < 1 << extended.length; dense++) {
                long mask = XFeatureMask.LEGACY.bits();
                for (int i = 0; i < extended.length; i++) {
                    mask |= (dense >>> i & 1L) << extended[i];
                }
                layouts.add(XsaveLayout.compacted(processor.cpu(), new XFeatureMask(mask)));
            }
            layouts.add(XsaveLayout.standard(processor.cpu(), processor.xcr0()));

            List<TreeSet<Integer>> offsets = parts.stream().map(this::offsets).toList();
            List<Cell> cells = cells(offsets);
            List<Piece> pieces = new ArrayList<>();
            List<Place> places = new ArrayList<>();
            for (Part part : parts) {
                List<Integer> starts = pieceOffsets(part, offsets.get(part.number()), cells);
                int first = pieces.size() + 1;
                starts.forEach(start -> pieces.add(new Piece(part.number(), start)));
                for (int offset : offsets.get(part.number())) {
                    places.add(new Place(part.number(), offset,
                            covered(part, offset, cells).stream().map(cell -> new Covered(cell,
                                    first + starts.indexOf(cells.get(cell).begin() - offset))).toList()));
                }
            }
            return new ImageMap(processor, parts, layouts, cells, places, pieces);
        }

        private TreeSet<Integer> offsets(Part part) {
            TreeSet<Integer> offsets = new TreeSet<>();
            for (XsaveLayout layout : layouts) {
                int offset = offset(layout, part);
                if (offset >= 0 && (part.isLegacy() || exists(processor, layout))) {
                    offsets.add(offset);
                }
            }
            return offsets;
        }

        private List<Cell> cells(List<TreeSet<Integer>> offsets) {
            TreeSet<Integer> cuts = new TreeSet<>();
            for (Part part : parts) {
                for (int offset : offsets.get(part.number())) {
                    for (Part.Range range : part.ranges()) {
                        cuts.add(offset - part.offset() + range.begin());
                        cuts.add(offset - part.offset() + range.end());
                    }
                }
            }
            List<Cell> cells = new ArrayList<>();
            Integer begin = cuts.pollFirst();
            for (int end : cuts) {
                Cell cell = new Cell(begin, end);
                if (parts.stream().anyMatch(part -> offsets.get(part.number()).stream()
                        .anyMatch(offset -> covers(part, offset, cell)))) {
                    cells.add(cell);
                }
                begin = end;
            }
            return cells;
        }

        private static boolean covers(Part part, int offset, Cell cell) {
            int start = offset - part.offset();
            return part.ranges().stream().anyMatch(
                    range -> start + range.begin() <= cell.begin() && cell.end() <= start + range.end());
        }

        private static List<Integer> covered(Part part, int offset, List<Cell> cells) {
            List<Integer> covered = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                if (covers(part, offset, cells.get(i))) {
                    covered.add(i);
                }
            }
            return covered;
        }

        private static List<Integer> pieceOffsets(Part part, TreeSet<Integer> offsets, List<Cell> cells) {
            TreeSet<Integer> starts = new TreeSet<>();
            for (int offset : offsets) {
                covered(part, offset, cells).forEach(cell -> starts.add(cells.get(cell).begin() - offset));
            }
            return List.copyOf(starts);
        }
    }
}
