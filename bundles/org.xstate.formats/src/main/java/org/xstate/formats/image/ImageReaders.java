package org.xstate.formats.image;

import java.lang.foreign.ValueLayout;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageReader.Match;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;

/** Chooses the reader for an input. */
public final class ImageReaders {

    private static final int SHOWN_BYTES = 16;

    private ImageReaders() {
    }

    /** The readers that come with this bundle and on its class path, by kind. */
    public static List<ImageReader> builtIn() {
        return ServiceLoader.load(ImageReader.class, ImageReaders.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).sorted(Comparator.comparing(ImageReader::kind)).toList();
    }

    /**
     * Reads {@code source} with the reader that recognises it best; between equals the first by kind, with a finding.
     *
     * @param readers    those to choose from
     * @param forcedKind the kind that the user asks for; the content is then not asked
     */
    public static ReadResult read(ImageSource source, Collection<ImageReader> readers,
            Optional<String> forcedKind) {
        if (forcedKind.isPresent()) {
            return readers.stream().filter(reader -> reader.kind().equals(forcedKind.get())).findFirst()
                    .map(reader -> reader.read(source))
                    .orElseGet(() -> ReadResult.Unusable.because(unknownKind(forcedKind.get(), readers)));
        }
        record Candidate(ImageReader reader, Match match) {
        }
        List<Candidate> candidates = readers.stream()
                .map(reader -> new Candidate(reader, reader.match(source)))
                .filter(candidate -> candidate.match != Match.NO)
                .sorted(Comparator.comparing(Candidate::match).reversed()
                        .thenComparing(candidate -> candidate.reader.kind()))
                .toList();
        if (candidates.isEmpty()) {
            return ReadResult.Unusable.because(unrecognised(source, readers));
        }
        Candidate best = candidates.getFirst();
        List<String> equals = candidates.stream().skip(1).filter(other -> other.match == best.match)
                .map(other -> other.reader.kind()).toList();
        ReadResult result = best.reader.read(source);
        return equals.isEmpty() ? result : ambiguous(result, best.reader.kind(), equals);
    }

    private static ReadResult ambiguous(ReadResult result, String kind, List<String> others) {
        return switch (result) {
            case ReadResult.Unusable unusable -> unusable;
            case ReadResult.Container container ->
                new ReadResult.Container(container.kind(), container.about(),
                        container.records(),
                        Stream.concat(container.findings().stream(), Stream.of(Finding
                                .note("image-kind-ambiguous",
                                        "the content was taken as %s; it could as well be %s".formatted(kind,
                                                String.join(" or ", others)))
                                .remedy("name the container with --kind"))).toList());
        };
    }

    private static Finding unknownKind(String kind, Collection<ImageReader> readers) {
        return Finding.error("image-kind-unknown", "there is no reader for the container " + kind)
                .remedy("known kinds: " + kinds(readers));
    }

    private static Finding unrecognised(ImageSource source, Collection<ImageReader> readers) {
        String seen = source.size() == 0
                ? "it is empty"
                : "%d bytes, the first are %s".formatted(source.size(), firstBytes(source));
        Finding finding = Finding.error("image-unrecognised", "none of the known containers: " + seen);
        return source.size() == 0
                ? finding
                : finding.remedy("if it is one all the same, name it with --kind: " + kinds(readers));
    }

    private static String firstBytes(ImageSource source) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN_BYTES, source.size()); i++) {
            hex.append("%02x ".formatted(source.content().get(ValueLayout.JAVA_BYTE, i)));
        }
        return hex.toString().strip();
    }

    private static String kinds(Collection<ImageReader> readers) {
        return readers.stream().map(ImageReader::kind).sorted().collect(Collectors.joining(", "));
    }
}
