package org.xstate.analysis.files;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.ImageReader;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.formats.image.ImageReaders;
import org.xstate.model.Outline;
import org.xstate.sim.scenario.ScenarioLoader;

/**
 * A part of a file that can be looked at alone: a scenario, an image.
 *
 * @param name as commands take it ({@code --scenario}), or the image's label ({@code thread 329})
 * @param line of the file where it begins, from 1; 0 where the file has no lines
 */
public record FilePart(String name, int line) {

    public FilePart {
        Objects.requireNonNull(name);
    }

    /** The scenarios of a model, the images of a container, in the order of the file; none for other files. */
    public static List<FilePart> of(JudgedFile judged, ImageSource source,
            Collection<ImageReader> readers) {
        return switch (judged.kind()) {
            case MODEL -> scenarios(source);
            case IMAGE -> images(source, judged.about(), readers);
            case TRACE, CPUID, TEXT, OTHER -> List.of();
        };
    }

    /** What the file includes may declare scenarios too, which are not its own. */
    private static List<FilePart> scenarios(ImageSource source) {
        Outline outline = ScenarioLoader.outline(source.name());
        return outline.scenarios().stream().filter(one -> one.span().file().equals(source.name()))
                .map(one -> new FilePart(one.name(), one.span().line())).toList();
    }

    private static List<FilePart> images(ImageSource source, String kind, Collection<ImageReader> readers) {
        return switch (ImageReaders.read(source, readers, Optional.of(kind))) {
            case ReadResult.Unusable _ -> List.of();
            case ReadResult.Container container ->
                container.records().stream().map(image -> new FilePart(image.label(), 0)).toList();
        };
    }
}
