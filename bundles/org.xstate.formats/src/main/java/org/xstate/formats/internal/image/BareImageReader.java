package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;

/**
 * Bare XSAVE areas: one that fills the file, or several of equal size back to back, if every one of them is
 * recognisable. 512 bytes are an FXSAVE area, 108 an FSAVE area.
 */
public final class BareImageReader implements ImageReader {

    /** More than any image has: components end below 64 KiB in every layout so far. */
    private static final int MAX_IMAGE = 64 << 10;
    private static final int MAX_SLOTS = 65_536;
    private static final int ALIGNMENT = 64;

    @Override
    public String kind() {
        return "image";
    }

    @Override
    public Match match(ImageSource source) {
        MemorySegment content = source.content();
        if (!AreaLook.resemblesImage(content)) {
            return Match.NO;
        }
        return content.byteSize() <= MAX_IMAGE || slotSize(content) < content.byteSize()
                ? Match.POSSIBLE
                : Match.NO;
    }

    @Override
    public ReadResult read(ImageSource source) {
        MemorySegment content = source.content();
        long size = content.byteSize();
        if (size == Fsave.SIZE) {
            return container(List.of(record("image", content, AreaFormat.FSAVE, false)));
        }
        if (size < AreaLook.LEGACY) {
            return TooShort.because(source, kind(), AreaLook.LEGACY);
        }
        if (size < AreaLook.WITH_HEADER) {
            return container(
                    List.of(record("image", content.asSlice(0, AreaLook.LEGACY), AreaFormat.FXSAVE, true)));
        }
        long slot = slotSize(content);
        if (slot == size) {
            return container(List.of(record("image", content, AreaFormat.XSAVE, true)));
        }
        List<ImageRecord> records = new ArrayList<>();
        for (long at = 0; at < size; at += slot) {
            records.add(record("image " + records.size(), content.asSlice(at, slot), AreaFormat.XSAVE, true));
        }
        return container(records);
    }

    private static ImageRecord record(String label, MemorySegment area, AreaFormat format, boolean mode64) {
        return new ImageRecord(OptionalLong.empty(), label, area, format, XFeatureMask.NONE, List.of(),
                mode64,
                List.of(), List.of());
    }

    private ReadResult container(List<ImageRecord> records) {
        ImageRecord first = records.getFirst();
        String size = "%d bytes of %s".formatted(first.area().byteSize(), first.format());
        return new ReadResult.Container(kind(),
                records.size() == 1
                        ? "bare image, " + size
                        : "%d bare images, each %s".formatted(records.size(), size),
                records, List.of());
    }

    /** The smallest size at which the file falls into areas that all look like images; the file's size if there is none. */
    private static long slotSize(MemorySegment content) {
        long size = content.byteSize();
        for (long slot = AreaLook.WITH_HEADER; slot <= Math.min(size / 2, MAX_IMAGE); slot += ALIGNMENT) {
            if (size % slot == 0 && size / slot <= MAX_SLOTS && allAreImages(content, slot)) {
                return slot;
            }
        }
        return size;
    }

    private static boolean allAreImages(MemorySegment content, long slot) {
        for (long at = 0; at < content.byteSize(); at += slot) {
            MemorySegment area = content.asSlice(at, slot);
            if (!AreaLook.headerIsSound(area) || !AreaLook.legacyIsSound(area) || !AreaLook.isMarked(area)) {
                return false;
            }
        }
        return true;
    }
}
