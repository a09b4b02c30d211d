package org.xstate.ui.svg.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * Images in files, found again by what they were drawn from and how large. Several desktops may use the same folder; where
 * it cannot be written, nothing is kept. A file that is damaged is as none.
 */
final class KeptImages {

    private static final String FILE = "file:";
    private static final int FORMAT = 0x58535647;
    private static final int INTS = 9;
    /** Dots each way; what is larger is no icon. */
    private static final int LARGEST = 128;

    private final Path folder;

    KeptImages(Path folder) {
        this.folder = folder;
    }

    /** In the configuration of the desktop that runs; empty if it has none on disk. */
    static Optional<KeptImages> ofConfiguration() {
        return Optional.ofNullable(System.getProperty("osgi.configuration.area")).flatMap(KeptImages::in);
    }

    /** @param area as Equinox names it: a URL in which nothing is encoded */
    static Optional<KeptImages> in(String area) {
        if (!area.startsWith(FILE)) {
            return Optional.empty();
        }
        try {
            Path folder = Path.of(new URI("file", null, area.substring(FILE.length()), null));
            return Optional.of(new KeptImages(folder.resolve("org.xstate.ui.svg")));
        } catch (URISyntaxException e) {
            // a relative one, which nobody sets
            return Optional.empty();
        }
    }

    /** Two sums and the length, which no two icons have in common by chance. */
    private Path file(byte[] source, String size) {
        CRC32 sum = new CRC32();
        sum.update(source);
        CRC32C other = new CRC32C();
        other.update(source);
        return folder
                .resolve("%08x%08x-%d-%s".formatted(sum.getValue(), other.getValue(), source.length, size));
    }

    /** @param size as it was kept under */
    Optional<ImageData> find(byte[] source, String size) {
        try {
            return read(ByteBuffer.wrap(Files.readAllBytes(file(source, size))));
        } catch (IOException e) {
            // not kept yet
            return Optional.empty();
        }
    }

    private static Optional<ImageData> read(ByteBuffer in) {
        try {
            if (in.getInt() != FORMAT) {
                return Optional.empty();
            }
            int width = in.getInt();
            int height = in.getInt();
            int depth = in.getInt();
            int pad = in.getInt();
            PaletteData palette = new PaletteData(in.getInt(), in.getInt(), in.getInt());
            byte[] data = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
            in.get(data);
            ImageData image = new ImageData(width, height, depth, palette, pad, data);
            if (in.hasRemaining()) {
                byte[] alpha = new byte[Math.multiplyExact(width, height)];
                in.get(alpha);
                image.alphaData = alpha;
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(image);
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            // cut short, or written by something else
            return Optional.empty();
        }
    }

    void keep(byte[] source, String size, ImageData image) {
        if (!image.palette.isDirect || Math.max(image.width, image.height) > LARGEST) {
            return;
        }
        Path file = file(source, size);
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "new", null);
            Files.write(written, bytes(image));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // drawn again at the next start, as in a folder that cannot be written
        }
    }

    private static byte[] bytes(ImageData image) {
        int alpha = image.alphaData == null ? 0 : image.alphaData.length;
        ByteBuffer out = ByteBuffer.allocate(INTS * Integer.BYTES + image.data.length + alpha);
        out.putInt(FORMAT).putInt(image.width).putInt(image.height).putInt(image.depth)
                .putInt(image.scanlinePad).putInt(image.palette.redMask).putInt(image.palette.greenMask)
                .putInt(image.palette.blueMask).putInt(image.data.length).put(image.data);
        if (alpha > 0) {
            out.put(image.alphaData);
        }
        return out.array();
    }
}
