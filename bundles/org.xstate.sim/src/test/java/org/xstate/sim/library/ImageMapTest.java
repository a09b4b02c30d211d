package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.xstate.sim.library.ImageMap.Cell;
import org.xstate.sim.library.ImageMap.Covered;
import org.xstate.sim.library.ImageMap.Piece;
import org.xstate.sim.library.ImageMap.Place;

/** Expected numbers follow from SDM volume 1, section 13.4.3, and the profiles' CPUID, by hand. */
class ImageMapTest {

    private static ImageMap map(String profile, Map<String, String> knobs, String... features) {
        return LibraryTest.library(profile, knobs, features).map();
    }

    @Test
    void twoComponentsOfEightBytesGiveTwoCells() {
        ImageMap map = map("sapphirerapids", Map.of(), "PKRU", "PASID");
        assertEquals(List.of(new Cell(576, 584), new Cell(584, 592)), map.cells());
        assertEquals(List.of(new Piece(0, 0), new Piece(1, 0)), map.pieces());
        assertEquals(List.of(new Place(0, 576, List.of(new Covered(0, 1))),
                new Place(1, 576, List.of(new Covered(0, 2))), new Place(1, 584, List.of(new Covered(1, 2)))),
                map.places());
    }

    @Test
    void layoutsAreNumberedByTheComponentsOfXcompBv() {
        ImageMap map = map("sapphirerapids", Map.of(), "PKRU", "PASID");
        Part pasid = map.parts().get(1);
        assertEquals(OptionalInt.empty(), map.place(0, pasid));
        assertEquals(OptionalInt.empty(), map.place(1, pasid));
        assertEquals(OptionalInt.of(1), map.place(2, pasid));
        assertEquals(OptionalInt.of(2), map.place(3, pasid));
        assertEquals(OptionalInt.empty(), map.place(map.standardLayout(), pasid));
        assertEquals(2688, map.layouts().getLast().placement(9).orElseThrow().offset());
    }

    @Test
    void alignmentMovesAComponentOnlyWhereSomethingIsBeforeIt() {
        ImageMap map = map("sapphirerapids", Map.of(), "PKRU", "XTILE_CFG", "XTILE_DATA");
        assertEquals(List.of(576, 640), offsets(map, 17));
        assertEquals(List.of(576, 640, 704), offsets(map, 18));
        assertEquals(List.of(new Cell(576, 584), new Cell(584, 640), new Cell(640, 704), new Cell(704, 8768),
                new Cell(8768, 8832), new Cell(8832, 8896)), map.cells());
    }

    private static List<Integer> offsets(ImageMap map, int component) {
        return map.places().stream()
                .filter(place -> map.parts().get(place.part()).component() == component).map(Place::offset)
                .toList();
    }

    @Test
    void standardImagesAddThePlacesThatCpuidTells() {
        assertEquals(List.of(576, 832, 2432),
                offsets(map("zen3", Map.of("standard_images", "1"), "YMM", "PKRU"), 9));
        assertEquals(List.of(2432),
                offsets(map("zen3", Map.of("xsave_instruction", "INSN_XSAVE"), "YMM", "PKRU"), 9));
    }

    @Test
    void theKernelsOwnLayoutsAreAllWithAndWithoutWhatXfdDisables() {
        ImageMap map = map("sapphirerapids", Map.of("partial_images", "0"), "PKRU", "XTILE_CFG",
                "XTILE_DATA");
        assertEquals(List.of(576), offsets(map, 9));
        assertEquals(List.of(640), offsets(map, 17));
        assertEquals(List.of(704), offsets(map, 18));
        assertEquals(3, map.cells().size());
    }

    @Test
    void theLegacyRegionHasOnePlaceForEachPart() {
        ImageMap map = map("zen3", Map.of(), "FP", "SSE");
        assertEquals(List.of("x87", "xmm", "mxcsr"), map.parts().stream().map(Part::name).toList());
        assertEquals(List.of(new Cell(0, 24), new Cell(24, 32), new Cell(32, 160), new Cell(160, 416)),
                map.cells());
        assertEquals(List.of(new Covered(0, 1), new Covered(2, 2)), map.places().get(0).run());
        assertEquals(new Place(2, 24, List.of(new Covered(1, 4))), map.places().get(2));
    }

    @Test
    void partsThatProvidersDeclareLieSideBySide() {
        ImageMap map = map("sapphirerapids", Map.of(), "CET_USER");
        assertEquals(List.of("u_cet", "pl3_ssp"), map.parts().stream().map(Part::name).toList());
        assertEquals(List.of(new Cell(576, 584), new Cell(584, 592)), map.cells());
    }

    @Test
    void everyPlaceIsCoveredByItsCellsWithoutGap() {
        ImageMap map = map("sapphirerapids", Map.of("standard_images", "1"), "FP", "SSE", "YMM", "PKRU",
                "PASID",
                "CET_USER", "XTILE_CFG", "XTILE_DATA");
        for (Place place : map.places()) {
            Part part = map.parts().get(place.part());
            int bytes = part.ranges().stream().mapToInt(range -> range.end() - range.begin()).sum();
            assertEquals(bytes, place.run().stream().map(covered -> map.cells().get(covered.cell()))
                    .mapToInt(cell -> cell.end() - cell.begin()).sum(), part.name());
            for (Covered covered : place.run()) {
                assertEquals(
                        new Piece(part.number(), map.cells().get(covered.cell()).begin() - place.offset()),
                        map.pieces().get(covered.piece() - 1));
            }
        }
        assertTrue(map.cells().size() < 255);
    }
}
