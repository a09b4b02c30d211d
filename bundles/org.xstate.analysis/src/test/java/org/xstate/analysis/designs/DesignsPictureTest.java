package org.xstate.analysis.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.designs.DesignRow.Shown;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.picture.Shape;
import org.xstate.api.ModelText;
import org.xstate.model.diagnostic.SourceFiles;

class DesignsPictureTest {

    private static final SourceFiles NOTHING = _ -> Optional.empty();

    private static final DesignRow LOST = new DesignRow("one", "L1", "ret", Kept.LOST, Kept.OK, Shown.NONE,
            Optional.empty(), Optional.of(new Operations(1, 0, 2, 0, 0)));
    private static final DesignRow RIGHT = new DesignRow("two", "L1", "ret", Kept.OK, Kept.OK, Shown.OK,
            Optional.empty(), Optional.of(new Operations(0, 0, 0, 0, 1)));
    private static final DesignRow NOT_SERVED = DesignRow.notServed("two", "T", "ret", "for the caller only");
    private static final DesignRow FREE = new DesignRow("one", "T", "ret", Kept.OK, Kept.OK, Shown.NONE,
            Optional.empty(), Optional.of(new Operations(0, 0, 0, 0, 0)));

    private static final DesignMatrix MATRIX = new DesignMatrix(Subject.standard(), Optional.empty(),
            List.of(design("one"), design("two")), List.of(LOST, FREE, RIGHT, NOT_SERVED), List.of(), true);

    private static Design design(String id) {
        return new Design(id, "", new ModelText(id + ".c", ""), java.util.Map.of(), NOTHING);
    }

    private static Item item(Picture picture, String id) {
        return picture.items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> texts(Picture picture, Item item) {
        return picture.shapes().stream().filter(Shape.Text.class::isInstance).map(Shape.Text.class::cast)
                .filter(text -> item.contains(text.x(), text.y())).map(Shape.Text::text).toList();
    }

    @Test
    void everyRowIsAnItemOfTheMatrixAndOfTheCosts() {
        Picture picture = DesignsPicture.of(MATRIX);
        for (DesignRow row : MATRIX.rows()) {
            assertEquals(texts(picture, item(picture, "verdict " + DesignsPicture.id(row))),
                    List.of(CellMark.of(List.of(row))));
            assertEquals(1, picture.items().stream()
                    .filter(item -> item.id().equals("cost " + DesignsPicture.id(row))).count());
        }
        assertEquals(8, picture.items().size());
    }

    @Test
    void eachOperationHasAFieldWithItsLetter() {
        Picture picture = DesignsPicture.costs(MATRIX, "ret");
        assertEquals(List.of("S", "R", "R"), texts(picture, item(picture, "cost one L1 ret")));
        assertEquals(List.of("w"), texts(picture, item(picture, "cost two L1 ret")));
        assertEquals(List.of("0"), texts(picture, item(picture, "cost one T ret")));
        assertEquals(List.of("–"), texts(picture, item(picture, "cost two T ret")));
    }

    @Test
    void whatIsWrongIsHatchedAndWhatIsNotServedSaysWhy() {
        Picture picture = DesignsPicture.of(MATRIX);
        Item lost = item(picture, "verdict one L1 ret");
        assertTrue(picture.shapes().stream().filter(Shape.Box.class::isInstance).map(Shape.Box.class::cast)
                .anyMatch(box -> box.x() == lost.x() && box.y() == lost.y()
                        && box.fill() == Shape.Fill.HATCHED));
        assertEquals("for the caller only", item(picture, "verdict two T ret").tip());
        assertEquals("1 full save, 2 full restores", lost.tip());
    }

    @Test
    void nothingLiesOutsideOfThePicture() {
        Picture picture = DesignsPicture.of(MATRIX);
        assertTrue(picture.items().stream().allMatch(item -> item.x() >= 0
                && item.x() + item.width() <= picture.width()
                && item.y() + item.height() <= picture.height()));
        assertTrue(PictureSvg.document(picture).contains("one in L1 with ret: f"));
    }

    @Test
    void theTellingRowOfACellIsTheFirstThatIsWrong() {
        assertEquals(Optional.of(LOST), MATRIX.telling("one", "L1"));
        assertEquals(Optional.of(NOT_SERVED), MATRIX.telling("two", "T"));
        assertEquals(Optional.empty(), MATRIX.telling("two", "L0"));
    }
}
