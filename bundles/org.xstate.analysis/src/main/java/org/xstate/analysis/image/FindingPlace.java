package org.xstate.analysis.image;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xstate.api.Finding;

/** Which bytes of an image a finding is about, as far as its words tell. */
public final class FindingPlace {

    private static final Pattern BYTES = Pattern.compile("\\bbytes? (\\d+)(?: to (\\d+))?");
    private static final Pattern COMPONENT = Pattern.compile("\\(component (\\d+)\\)");
    /** What readers of containers say counts from the container's first byte. */
    private static final List<String> OF_CONTAINER = List.of("core-", "elf-", "recording-");

    private FindingPlace() {
    }

    /** @param place of the image in its container, if that is known */
    public static Optional<Span> of(Finding finding, ImageMap map, OptionalLong place) {
        return offset(finding, map, place).or(() -> component(finding, map));
    }

    private static Optional<Span> offset(Finding finding, ImageMap map, OptionalLong place) {
        boolean ofContainer = OF_CONTAINER.stream().anyMatch(finding.id()::startsWith);
        Matcher matcher = BYTES.matcher(finding.where());
        if (!matcher.find() || ofContainer && place.isEmpty()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1)) - (ofContainer ? place.getAsLong() : 0);
        if (from < 0 || from >= map.size()) {
            return Optional.empty();
        }
        int at = (int) from;
        if (matcher.group(2) != null) {
            long to = Math.min(Long.parseLong(matcher.group(2)), map.size() - 1L);
            return Optional.of(new Span(at, (int) Math.max(1, to - from + 1)));
        }
        return Optional.of(map.at(at).flatMap(ImageMap.Place::field)
                .flatMap(field -> field.spans().stream().filter(span -> span.contains(at)).findFirst())
                .filter(span -> span.offset() == at).orElse(new Span(at, 1)));
    }

    private static Optional<Span> component(Finding finding, ImageMap map) {
        for (String text : List.of(finding.where(), finding.message())) {
            Matcher matcher = COMPONENT.matcher(text);
            if (matcher.find()) {
                return map.component(Integer.parseInt(matcher.group(1))).flatMap(ImageMap.Part::span);
            }
            Optional<Span> named = map.parts().stream().filter(part -> part.component().isPresent())
                    .filter(part -> List.of(text.split("[ ,;:]+")).contains(part.name())).findFirst()
                    .flatMap(ImageMap.Part::span);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }
}
