package org.xstate.analysis.files;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.check.TraceFile;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageReader.Match;
import org.xstate.api.ImageSource;
import org.xstate.formats.cpuid.CpuidTexts;
import org.xstate.layout.cpuid.CpuidDocument;

/**
 * What a file holds.
 *
 * @param kind  of file
 * @param about one line more: the container, the format; empty where there is nothing to add
 */
public record JudgedFile(FileKind kind, String about) {

    /** Bytes of the beginning that tell text from something else. */
    private static final int LOOKED_AT = 8192;

    /** Larger texts are no traces. */
    private static final long MAX_TRACE = 64L << 20;

    public JudgedFile {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(about);
    }

    /**
     * Judges a file by its content; the name decides only what content cannot: text is model C where it is named {@code *.c}
     * or {@code *.h}.
     *
     * @param readers of images, those of plugins included
     */
    public static JudgedFile of(ImageSource source, Collection<ImageReader> readers) {
        Optional<Recognised> image = recognise(source, readers);
        if (image.isPresent() && image.get().match() == Match.CERTAIN) {
            return image.get().judged();
        }
        if (!isText(source.content())) {
            return image.map(Recognised::judged).orElse(new JudgedFile(FileKind.OTHER, ""));
        }
        String name = source.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".c") || name.endsWith(".h")) {
            return new JudgedFile(FileKind.MODEL, "");
        }
        return trace(source).or(() -> cpuid(source)).or(() -> image.map(Recognised::judged))
                .orElse(new JudgedFile(FileKind.TEXT, ""));
    }

    private record Recognised(ImageReader reader, Match match) {

        JudgedFile judged() {
            return new JudgedFile(FileKind.IMAGE, reader.kind());
        }
    }

    private static Optional<Recognised> recognise(ImageSource source, Collection<ImageReader> readers) {
        return readers.stream().map(reader -> new Recognised(reader, reader.match(source)))
                .filter(one -> one.match() != Match.NO)
                .min(Comparator.comparing(Recognised::match).reversed()
                        .thenComparing(one -> one.reader().kind()));
    }

    /** Text has no zero bytes, but for UTF-16, which begins with a byte order mark. */
    private static boolean isText(MemorySegment content) {
        long size = Math.min(LOOKED_AT, content.byteSize());
        if (size >= 2) {
            int mark = content.get(ValueLayout.JAVA_SHORT_UNALIGNED, 0) & 0xffff;
            if (mark == 0xfeff || mark == 0xfffe) {
                return true;
            }
        }
        for (long i = 0; i < size; i++) {
            if (content.get(ValueLayout.JAVA_BYTE, i) == 0) {
                return false;
            }
        }
        return size > 0;
    }

    private static Optional<JudgedFile> trace(ImageSource source) {
        MemorySegment content = source.content();
        if (content.byteSize() > MAX_TRACE || content.get(ValueLayout.JAVA_BYTE, 0) != '{') {
            return Optional.empty();
        }
        try {
            TraceFile trace = TraceFile
                    .parse(new String(content.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8));
            return Optional.of(new JudgedFile(FileKind.TRACE, trace.scenario() + " of " + trace.model()));
        } catch (IllegalArgumentException e) {
            // some other JSON; what it may hold is asked next
            return Optional.empty();
        }
    }

    private static Optional<JudgedFile> cpuid(ImageSource source) {
        CpuidDocument document = CpuidTexts.read(source.name(), source.content());
        return document.dumps().isEmpty()
                ? Optional.empty()
                : Optional.of(new JudgedFile(FileKind.CPUID, document.format()));
    }
}
