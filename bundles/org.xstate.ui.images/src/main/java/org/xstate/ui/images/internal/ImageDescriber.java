package org.xstate.ui.images.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageReader.Match;
import org.xstate.api.ImageSource;
import org.xstate.formats.image.ImageReaders;

/** Tells files with images by their content, as the commands do. */
public final class ImageDescriber implements IContentDescriber, IExecutableExtension {

    /** What is looked at: more than any frame or dump has; a core is known by its first bytes. */
    private static final int LOOK = 1 << 20;
    private static final int ELF_LOOK = 64;
    private static final int ELF_MAGIC = 0x7f454c46;

    private static final List<ImageReader> READERS = ImageReaders.builtIn();

    private List<String> kinds = List.of();

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        kinds = data instanceof Map<?, ?> map
                ? List.of(map.get("kind").toString().split(","))
                : List.of(String.valueOf(data).split(","));
    }

    @Override
    public int describe(InputStream contents, IContentDescription description) throws IOException {
        byte[] first = contents.readNBytes(ELF_LOOK);
        boolean elf = first.length > 4 && ByteBuffer.wrap(first).getInt() == ELF_MAGIC;
        byte[] rest = elf ? new byte[0] : contents.readNBytes(LOOK - first.length);
        byte[] bytes = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, bytes, first.length, rest.length);
        ImageSource source = new ImageSource("", MemorySegment.ofArray(bytes).asReadOnly());
        record Candidate(ImageReader reader, Match match) {
        }
        Optional<Candidate> best = READERS.stream().map(reader -> new Candidate(reader, reader.match(source)))
                .filter(candidate -> candidate.match != Match.NO)
                .max(Comparator.comparing(Candidate::match));
        if (best.filter(candidate -> kinds.contains(candidate.reader.kind())).isEmpty()) {
            return INVALID;
        }
        return best.get().match == Match.POSSIBLE ? INDETERMINATE : VALID;
    }

    @Override
    public QualifiedName[] getSupportedOptions() {
        return new QualifiedName[0];
    }
}
