package org.xstate.analysis.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.picture.Shape;
import org.xstate.api.Contributions;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.sim.trace.Snapshots;
import org.xstate.sim.trace.StepLines;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.TimelineMaker;

class MachinePictureTest {

    private static Scenario scenario(String file, String name) {
        return ScenarioLoader.load("../../examples/" + file,
                LoadOptions.of(Contributions.onClassPath(MachinePictureTest.class.getClassLoader()))
                        .only(List.of(name)))
                .getFirst().scenario().orElseThrow();
    }

    private static final Scenario SEED = scenario("seed/begin-finish.c", "as_posted");

    private static Simulation seed() {
        Simulation simulation = Simulation.of(SEED.machine());
        Schedule.parse("A*8").run(simulation);
        return simulation;
    }

    private static MachineReport report(Position place) {
        return MachineReport.of(SEED, Snapshots.of(SEED).orElseThrow(),
                MachineReport.Source.of(seed(), place));
    }

    private static Picture picture(int step) {
        return report(StepLines.end(seed().history(), step)).picture(MachineGrid.Options.STANDARD);
    }

    private static Item item(Picture picture, String id) {
        return picture.items().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** The box that is drawn exactly where a cell is. */
    private static Shape.Box box(Picture picture, String id) {
        Item item = item(picture, id);
        return picture.shapes().stream().filter(Shape.Box.class::isInstance).map(Shape.Box.class::cast)
                .filter(one -> one.x() == item.x() + 4 && one.y() == item.y() + 4
                        && one.height() == CellLook.HEIGHT)
                .findFirst().orElseThrow();
    }

    @Test
    void theCopyThatCountsIsSolidAndTheStaleOneHatched() {
        Picture first = picture(0);
        assertEquals(Shape.Fill.SOLID, box(first, "CPU:0:PASID").fill());
        assertEquals(Ink.REGISTERS_LINE, box(first, "CPU:0:PASID").ink());
        assertEquals(Shape.Fill.HATCHED, box(first, "TASK:0:PASID").fill());
        assertEquals(Shape.Stroke.THICK, box(first, "TASK:0:AVX").stroke());
        assertEquals(Ink.BACKGROUND, box(first, "TASK:0:AVX").ink());
    }

    @Test
    void everyCellSaysWhatItIsWithoutColour() {
        Picture lost = picture(7);
        assertEquals("registers of CPU0, PASID: wrong, V1", item(lost, "CPU:0:PASID").name());
        assertEquals("buffer of A, AVX: wrong, init", item(lost, "TASK:0:AVX").name());
        assertEquals("registers of CPU0, AVX: valid duplicate, V1", item(lost, "CPU:0:AVX").name());
        assertTrue(lost.shapes().stream().anyMatch(shape -> shape instanceof Shape.Text text
                && text.text().equals("wrong, not V2")));
    }

    @Test
    void theCaptionTellsTheViolationAtTheEndOnly() {
        assertEquals(Optional.empty(), report(StepLines.end(seed().history(), 7)).caption().wrong());
        assertTrue(
                report(seed().end()).caption().wrong().orElseThrow().startsWith("VIOLATED update_is_kept: "));
    }

    @Test
    void itemsLieInThePictureAndHaveNamesOfTheirOwn() {
        for (int step = 0; step <= 8; step++) {
            Picture picture = picture(step);
            assertEquals(picture.items().size(), picture.items().stream().map(Item::id).distinct().count());
            for (Item item : picture.items()) {
                assertTrue(item.x() >= 0 && item.x() + item.width() <= picture.width()
                        && item.y() + item.height() <= picture.height(), item.toString());
            }
        }
    }

    @Test
    void theDocumentsAreXml() throws Exception {
        Timeline timeline = new TimelineMaker(SEED).of(seed());
        for (Picture picture : List.of(picture(6),
                TimelinePicture.of(timeline, TimelineWindow.document(timeline)))) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(PictureSvg.document(picture))));
        }
    }

    @Test
    void theTextSaysTheSameAsThePicture() {
        String text = String.join("\n",
                MachineText.lines(report(StepLines.end(seed().history(), 7)), MachineGrid.Options.STANDARD));
        assertTrue(text.contains("V1 wrong, not V2"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    }

    @Test
    void theCommandLineRepeatsTheExecution() {
        assertTrue(
                RunLine.of(SEED, seed()).endsWith("begin-finish.c --scenario as_posted --schedule \"A*8\""),
                RunLine.of(SEED, seed()));
        assertTrue(RunLine.of(SEED, Simulation.of(SEED.machine())).endsWith("--scenario as_posted"));
    }

    @Test
    void aStepInTheTimelineSaysWhoDidWhat() {
        Timeline timeline = new TimelineMaker(SEED).of(seed());
        Picture picture = TimelinePicture.of(timeline, TimelineWindow.document(timeline));
        assertEquals("step 6: A on CPU0, kernel; save, memory write", item(picture, "step:6").name());
        assertEquals("beginning", item(picture, "step:0").name());
    }

    @Test
    void aLongTimelineIsDrawnWithAFewShapesForEachColumn() {
        Scenario scenario = scenario("kernel/ownership.c", "two_cpus");
        Simulation simulation = Simulation.of(scenario.machine());
        SplittableRandom random = new SplittableRandom(1);
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), 1_500);
        Timeline timeline = new TimelineMaker(scenario).of(simulation);
        TimelineWindow window = new TimelineWindow(0, 500.0 / 1_501, 604, Optional.empty(), Optional.empty(),
                EnumSet.allOf(Timeline.Tick.class), false);
        Picture picture = TimelinePicture.of(timeline, window);
        int columns = 500 / 3 + 1;
        assertTrue(picture.items().size() <= columns + 1, "items: " + picture.items().size());
        assertTrue(picture.shapes().size() < columns * 20, "shapes: " + picture.shapes().size());
    }

    @Test
    void aPlaceInTheWindowIsItsStepAndBack() {
        TimelineWindow window = new TimelineWindow(100, 8, 900, Optional.empty(), Optional.empty(),
                EnumSet.allOf(Timeline.Tick.class), false);
        for (int step = 100; step < 190; step++) {
            assertEquals(step, window.step(window.x(step) + 4));
        }
    }

    @Test
    void theOverviewTellsTheStepUnderAPlace() {
        Timeline timeline = new TimelineMaker(SEED).of(seed());
        assertEquals(0, TimelineOverview.step(timeline, 900, 0));
        assertEquals(4, TimelineOverview.step(timeline, 900, 450));
        assertEquals(8, TimelineOverview.step(timeline, 900, 2_000));
    }
}
