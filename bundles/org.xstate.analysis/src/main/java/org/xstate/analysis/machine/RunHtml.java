package org.xstate.analysis.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.PictureSvg;
import org.xstate.analysis.svg.SvgText;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.Snapshots;
import org.xstate.sim.trace.StepLines;
import org.xstate.sim.trace.Timeline;
import org.xstate.sim.trace.TimelineMaker;

/**
 * An execution as one HTML file that needs no other and holds no script: the timeline, then every line with the machine
 * after it. The pictures are those of the desktop; each is a document of its own, so that their styles do not meet.
 */
public final class RunHtml {

    /** Lines that get a picture; behind them there is text only, or the file would not open. */
    private static final int MOST_PICTURES = 200;

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 14px/1.45 "DejaVu Sans", Verdana, sans-serif; max-width: 90rem; margin: 1.5rem auto;
                   padding: 0 1rem; background: #ffffff; color: #1f2328; }
            code { font: 13px "DejaVu Sans Mono", Menlo, Consolas, monospace; }
            img { max-width: 100%; height: auto; display: block; margin: .4rem 0 1.6rem; }
            .quiet { color: #59636e; }
            section { break-inside: avoid; border-top: 1px solid #d0d7de; padding-top: .6rem; }
            @media (prefers-color-scheme: dark) {
              body { background: #1e1f22; color: #e6edf3; }
              .quiet { color: #9198a1; } section { border-color: #3d4249; }
            }
            """;

    private final Scenario scenario;
    private final Simulation simulation;
    private final List<Moment> history;
    private final StringBuilder html = new StringBuilder();

    private RunHtml(Scenario scenario, Simulation simulation) {
        this.scenario = scenario;
        this.simulation = simulation;
        this.history = simulation.history();
    }

    /** @param title what was executed @param subtitle on which machine */
    public static String document(Scenario scenario, Simulation simulation, String title, String subtitle) {
        RunHtml page = new RunHtml(scenario, simulation);
        page.body();
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>
                %2$s</style></head><body>
                <h1>%1$s</h1>
                <p class="quiet">%3$s</p>
                %4$s</body></html>
                """
                .formatted(SvgText.escape(title), STYLE, SvgText.escape(subtitle), page.html);
    }

    private void body() {
        Timeline timeline = new TimelineMaker(scenario).of(simulation);
        image(TimelinePicture.of(timeline, TimelineWindow.document(timeline)));
        List<Position> places = new ArrayList<>(List.of(new Position(0, 0)));
        StepLines lines = new StepLines(scenario);
        for (int step = 1; step < history.size() && places.size() < MOST_PICTURES; step++) {
            lines.of(history, step).forEach(line -> places.add(line.end()));
        }
        Snapshots.of(scenario).ifPresentOrElse(
                snapshots -> places.forEach(place -> machine(snapshots, place)),
                this::text);
        int shown = places.getLast().step();
        if (shown < history.size() - 1) {
            html.append("<p class=\"quiet\">Steps %,d to %,d are left out.</p>\n".formatted(shown + 1,
                    history.size() - 1));
        }
    }

    private void machine(Snapshots snapshots, Position place) {
        html.append("<section>\n");
        image(MachineReport.of(scenario, snapshots, MachineReport.Source.of(simulation, place))
                .picture(MachineGrid.Options.STANDARD));
        html.append("</section>\n");
    }

    /** A model in rule form has no machine. */
    private void text() {
        StepLines lines = new StepLines(scenario);
        html.append("<ol>\n");
        for (int step = 1; step < history.size(); step++) {
            String said = lines.of(history, step).stream()
                    .map(line -> line.text().statement() + line.text().changes().stream().map(Change::text)
                            .map(change -> "; " + change).collect(Collectors.joining()))
                    .collect(Collectors.joining(" "));
            html.append("<li><code>").append(SvgText.escape(said)).append("</code></li>\n");
        }
        html.append("</ol>\n");
    }

    private void image(Picture picture) {
        String data = Base64.getEncoder()
                .encodeToString(PictureSvg.document(picture).getBytes(StandardCharsets.UTF_8));
        html.append("<img width=\"%d\" alt=\"%s\" src=\"data:image/svg+xml;base64,%s\">\n"
                .formatted(Math.round(picture.width()), SvgText.escape(picture.title()), data));
    }
}
