package org.xstate.analysis.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.Migration;

class LayoutPictureTest {

    private static CpuLayout cpu(String name, LayoutQuestion question) {
        CpuProfile profile = CpuProfiles.find(name).orElseThrow();
        return LayoutReport
                .of(name, name, Optional.of(profile.name()), profile.table(), question, Samples.CATALOG)
                .cpus().getFirst();
    }

    private static Picture picture(String name) {
        return LayoutPicture.of(List.of(cpu(name, LayoutQuestion.EVERYTHING)), Samples.CATALOG,
                LayoutPicture.WIDTH);
    }

    private static Item item(Picture picture, String id) {
        return picture.items().stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    /** SPR: XTILEDATA's 8,192 bytes lie at 2,816 (recorded leaf D); the compacted area, with LBR, is the larger one. */
    @Test
    void placesInAStripAreToScale() {
        Picture picture = picture("spr");
        Item tile = item(picture, "strip/standard/18");
        assertEquals(2816.0 / 8192, (tile.x() - 16) / tile.width(), 1e-6);
        Item last = item(picture, "strip/compacted/18");
        assertEquals(1016, last.x() + last.width(), 0.01);
        assertEquals(last.width(), tile.width(), 1e-6);
    }

    /** Small components are close together: the line to the name of one must not go through another's name. */
    @ParameterizedTest
    @ValueSource(strings = {"spr", "zen3", "zen4"})
    void noLineGoesThroughAName(String cpu) {
        Picture picture = picture(cpu);
        List<Shape.Text> names = shapes(picture, Shape.Text.class).stream()
                .filter(text -> text.face() == Shape.Face.SMALL && text.anchor() == Shape.Anchor.START
                        && text.text().matches("\\w+"))
                .toList();
        assertTrue(names.size() > 5, names.toString());
        for (Shape.Line line : shapes(picture, Shape.Line.class)) {
            if (line.stroke() == Shape.Stroke.THIN && line.x1() == line.x2() && line.line() == Ink.LINE) {
                names.forEach(name -> assertFalse(line.x1() > name.x() + 3
                        && line.x1() < name.x() + name.text().length() * 6 - 3
                        && name.y() - 4 > Math.min(line.y1(), line.y2())
                        && name.y() - 4 < Math.max(line.y1(), line.y2()), name.text() + " and " + line));
            }
        }
    }

    @Test
    void aNarrowPictureHasAllInItsWidth() {
        Picture picture = LayoutPicture.of(List.of(cpu("spr", LayoutQuestion.EVERYTHING)), Samples.CATALOG,
                560);
        assertEquals(560, picture.width());
        assertTrue(picture.items().stream().allMatch(item -> item.x() + item.width() <= 544.01));
        assertTrue(item(picture, "map/compacted/18").y() > item(picture, "map/standard/18").y(),
                "one map of rows below the other");
    }

    private static <T extends Shape> List<T> shapes(Picture picture, Class<T> type) {
        return picture.shapes().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void bothFormatsAreOnOneScale() {
        Picture picture = picture("spr");
        assertEquals(item(picture, "strip/standard/2").width(), item(picture, "strip/compacted/2").width(),
                0.01);
        assertTrue(item(picture, "strip/standard/2").y() < item(picture, "strip/compacted/2").y());
    }

    @Test
    void aSupervisorComponentIsInTheCompactedAreaOnly() {
        Set<String> ids = new HashSet<>();
        picture("zen3").items().forEach(item -> ids.add(item.id()));
        assertTrue(ids.contains("strip/compacted/11") && ids.contains("map/compacted/12"), ids.toString());
        assertTrue(!ids.contains("strip/standard/11") && !ids.contains("map/standard/12"), ids.toString());
    }

    /** Zen 3 keeps PKRU at 2,432, where Intel's CPUs with AVX-512 had the end of Hi16_ZMM: 832 to 2,431 are empty. */
    @Test
    void aHoleSaysHowLongItIs() {
        Item hole = item(picture("zen3"), "map/standard/hole@832");
        assertTrue(hole.name().contains("hole, 1,600 bytes at 832"), hole.name());
        assertTrue(hole.tip().contains("bytes 832 to 2431"), hole.tip());
    }

    /** In the compacted format of SPR, UINTR ends at 2,816 less; XTILECFG is aligned to 64 (CPUID.(D,17).ECX[1]). */
    @Test
    void paddingOfTheCompactedFormatIsCalledSo() {
        List<String> said = picture("spr").items().stream().map(Item::name)
                .filter(name -> name.contains("aligned to 64")).toList();
        assertTrue(!said.isEmpty());
    }

    @Test
    void aHoleNamesWhatWouldLieThere() {
        CpuLayout clear = cpu("spr",
                new LayoutQuestion(Optional.of(new XFeatureMask(0x207)), Optional.empty(),
                        XsaveLayout.Format.STANDARD));
        Picture picture = LayoutPicture.of(List.of(clear), Samples.CATALOG, LayoutPicture.WIDTH);
        Item hole = item(picture, "map/standard/hole@832");
        assertTrue(hole.name().contains("place of opmask, ZMM_Hi256, Hi16_ZMM"), hole.name());
    }

    @Test
    void everyItemHasANameOfItsOwnPlaceAndLiesInThePicture() {
        for (String name : List.of("zen3", "spr", "haswell", "apx")) {
            Picture picture = picture(name);
            Set<String> ids = new HashSet<>();
            for (Item item : picture.items()) {
                assertTrue(ids.add(item.id()), item.id());
                assertTrue(item.x() >= 0 && item.x() + item.width() <= picture.width()
                        && item.y() >= 0 && item.y() + item.height() <= picture.height(), item.toString());
            }
        }
    }

    @Test
    void noTextReachesBeyondTheEdge() {
        for (String name : List.of("zen3", "spr", "haswell", "apx")) {
            Picture picture = picture(name);
            for (Shape shape : picture.shapes()) {
                if (shape instanceof Shape.Text text && text.anchor() == Shape.Anchor.START) {
                    assertTrue(text.x() + 5 * text.text().length() <= picture.width() + 40, text.toString());
                }
            }
        }
    }

    @Test
    void anItemTellsItsComponent() {
        assertEquals(OptionalInt.of(18), LayoutPicture.component("strip/standard/18"));
        assertEquals(OptionalInt.empty(), LayoutPicture.component("map/standard/hole@832"));
        assertEquals(4, LayoutPicture.about(picture("zen3"), 9).size());
    }

    @Test
    void twoCpusAreMarkedWhereTheyDiffer() {
        CpuLayout zen3 = cpu("zen3", LayoutQuestion.EVERYTHING);
        CpuLayout spr = cpu("spr", LayoutQuestion.EVERYTHING);
        Migration migration = Migration.check(zen3.cpu().orElseThrow(), spr.cpu().orElseThrow(), spr.xcr0(),
                spr.xss(), Samples.CATALOG);
        Picture picture = LayoutPicture.of(zen3, spr, migration, Samples.CATALOG,
                LayoutPicture.WIDTH);
        List<String> texts = picture.shapes().stream().filter(Shape.Text.class::isInstance)
                .map(shape -> ((Shape.Text) shape).text()).toList();
        assertTrue(texts.contains("PKRU ≠"), "2,432 on the one, 2,688 on the other: " + texts);
        assertTrue(texts.contains("AVX"), "576 on both: " + texts);
        assertEquals(16 + 2432 * 1000 / 11_008.0, item(picture, "a/standard/9").x(), 0.01);
        assertEquals(16 + 2688 * 1000 / 11_008.0, item(picture, "b/standard/9").x(), 0.01);
    }
}
