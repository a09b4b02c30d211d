package org.xstate.analysis.convert;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

/**
 * Rewrites one image. Every component in use is carried over by its bytes; one that has no place in the result stops the
 * conversion unless it is dropped. A component in its initial configuration loses nothing.
 *
 * <p>The result is what a save would have written: reserved bytes 0, initial components with their initial bytes and a
 * clear XSTATE_BV bit, software bytes 0 unless the mask is asked for.
 */
public final class Conversion {

    private static final int MXCSR_INIT = 0x1f80;
    private static final long MXCSR_BYTES = 8;

    private final ResolvedImage resolved;
    private final XsaveImage source;
    private final boolean knowsMxcsr;
    private final ConversionRequest request;
    private final FeatureCatalog catalog;
    private final List<Finding> findings = new ArrayList<>();
    /** Contents by component, of those that are in use in the result. */
    private final Map<Integer, byte[]> contents = new TreeMap<>();
    private int mxcsr;
    private int mxcsrMask;

    /** @param source the image of {@code resolved} */
    private Conversion(ResolvedImage resolved, XsaveImage source, ConversionRequest request,
            FeatureCatalog catalog) {
        this.resolved = resolved;
        this.source = source;
        this.knowsMxcsr = resolved.record().format() != ImageRecord.AreaFormat.FSAVE;
        this.request = request;
        this.catalog = catalog;
    }

    /** Rewrites an image whose layout has been settled. */
    public static ConversionResult convert(ResolvedImage resolved, ConversionRequest request,
            FeatureCatalog catalog) {
        if (resolved.image().isEmpty()) {
            return new ConversionResult.Refused(resolved.findings());
        }
        return new Conversion(resolved, resolved.image().get(), request, catalog).run();
    }

    private ConversionResult run() {
        collect();
        XFeatureMask marked = request.marked();
        XFeatureMask wanted = new XFeatureMask(
                contents.keySet().stream().mapToLong(n -> 1L << n).reduce(0, (a, b) -> a | b)).or(marked);
        Optional<XsaveLayout> layout = new TargetLayout(request, source.layout(), catalog, findings)
                .choose(onTarget(wanted, marked));
        layout.ifPresent(l -> {
            fit(l);
            withoutPlace(l, marked);
        });
        if (layout.isEmpty() || refused()) {
            return new ConversionResult.Refused(findings);
        }
        XsaveImage result = write(layout.get());
        if (refused()) {
            return new ConversionResult.Refused(findings);
        }
        return new ConversionResult.Converted(result, change(result), findings);
    }

    /** Compared as containers, because FSAVE knows nothing of SSE and a 32-bit task of XMM8 to XMM15. */
    private ImageDiff change(XsaveImage result) {
        ImageRecord before = resolved.record();
        ImageRecord after = new ImageRecord(before.lwp(), before.label(), result.area(),
                ImageRecord.AreaFormat.XSAVE, XFeatureMask.NONE, List.of(), before.mode64(), List.of(),
                List.of());
        return ImageDiff.between(resolved,
                new ResolvedImage(after, Optional.of(result), ResolvedImage.Origin.CPU, List.of()), catalog)
                .orElseThrow();
    }

    private boolean refused() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** What the source holds: components that are in use and not initial, and MXCSR by the rules of its format. */
    private void collect() {
        boolean standard = !source.layout().isCompacted();
        boolean stored = knowsMxcsr && (standard || source.inUse(1)) && !request.drop().has(1);
        mxcsr = stored ? source.mxcsr() : MXCSR_INIT;
        mxcsrMask = stored && source.mxcsrMask() != 0
                ? source.mxcsrMask()
                : request.cpu().map(cpu -> cpu.fpu().mxcsrMask()).orElse(0);
        for (int number : source.xstateBv().components()) {
            Optional<MemorySegment> bytes = source.component(number);
            if (request.drop().has(number)) {
                dropped(number, "as asked");
            } else if (bytes.isPresent()) {
                contents.put(number, bytes.get().toArray(ValueLayout.JAVA_BYTE));
            } else {
                lost("convert-source-incomplete", number,
                        "%s is in use, but the source has no bytes for it".formatted(catalog.label(number)));
            }
        }
    }

    /** What the target cannot have is reported as lost rather than laid out. */
    private XFeatureMask onTarget(XFeatureMask wanted, XFeatureMask marked) {
        return request.cpu().map(cpu -> wanted.and(cpu.all()).or(XFeatureMask.LEGACY).or(marked))
                .orElse(wanted);
    }

    /** Gives each content the size that it has in the result. */
    private void fit(XsaveLayout layout) {
        for (int number : List.copyOf(contents.keySet())) {
            byte[] bytes = contents.get(number);
            int size = TargetLayout.size(layout, number);
            boolean initial = isInitial(number, bytes);
            if (size == 0 && initial) {
                contents.remove(number);
            } else if (size == 0) {
                lost("convert-component-lost", number,
                        "%s is in use and has no place in the result".formatted(catalog.label(number)));
                contents.remove(number);
            } else if (size != bytes.length) {
                byte[] fitted = catalog.hardwareInit(number, size);
                System.arraycopy(bytes, 0, fitted, 0, Math.min(size, bytes.length));
                byte[] rest = Arrays.copyOfRange(bytes, Math.min(size, bytes.length), bytes.length);
                if (!isZero(rest)) {
                    lost("convert-component-cut", number,
                            "%s has %d bytes in the source and %d in the result, and the last ones are not 0"
                                    .formatted(catalog.label(number), bytes.length, size));
                }
                contents.put(number, fitted);
            }
        }
    }

    private void withoutPlace(XsaveLayout layout, XFeatureMask marked) {
        for (int number : marked.components()) {
            if (layout.placement(number).isEmpty()) {
                findings.add(Finding.error("convert-field-without-place",
                        "a field of %s is to be set, and the result has no place for the component".formatted(
                                catalog.label(number)))
                        .remedy("choose a CPU and masks that include it"));
            }
        }
    }

    /** x87 bytes 24 to 31 are MXCSR's. */
    private boolean isInitial(int number, byte[] bytes) {
        byte[] init = catalog.hardwareInit(number, bytes.length);
        if (number == 0) {
            System.arraycopy(bytes, XsaveImage.MXCSR, init, XsaveImage.MXCSR, (int) MXCSR_BYTES);
        }
        return Arrays.equals(bytes, init);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private void lost(String id, int number, String message) {
        findings.add(request.lossy()
                ? Finding.warning(id, message + ": its state is lost")
                : Finding.error(id, message)
                        .remedy("give it up with --drop %s, or whatever has no place with --lossy"
                                .formatted(catalog.name(number))));
    }

    private void dropped(int number, String why) {
        findings.add(Finding.note("convert-component-dropped",
                "%s was in use and is initial in the result, %s".formatted(catalog.label(number), why)));
    }

    private XsaveImage write(XsaveLayout layout) {
        MemorySegment area = MemorySegment.ofArray(new byte[layout.size()]);
        XFeatureMask bv = XFeatureMask.NONE;
        for (Placement placement : layout.placements()) {
            byte[] bytes = contents.get(placement.number());
            bv = bytes == null ? bv : bv.with(placement.number());
            byte[] written = bytes == null
                    ? catalog.hardwareInit(placement.number(), placement.size())
                    : bytes;
            MemorySegment.copy(written, 0, area, ValueLayout.JAVA_BYTE, placement.offset(), written.length);
        }
        area.set(LE32, XsaveImage.MXCSR, mxcsr);
        area.set(LE32, XsaveImage.MXCSR_MASK, mxcsrMask);
        set(area, layout);
        checkMxcsr(area);
        bv = bv.or(request.marked());
        boolean moved = layout.isCompacted() && area.get(LE32, XsaveImage.MXCSR) != MXCSR_INIT;
        if (moved && !bv.has(1)) {
            findings.add(Finding.note("convert-sse-marked",
                    "MXCSR is %x and the compacted format holds it with SSE only: XSTATE_BV[1] is set, as XSAVEC does"
                            .formatted(area.get(LE32, XsaveImage.MXCSR))));
            bv = bv.with(1);
        }
        area.set(LE64, XsaveImage.XSTATE_BV, bv.bits());
        area.set(LE64, XsaveImage.XCOMP_BV,
                layout.isCompacted() ? layout.mask().or(XFeatureMask.COMPACTION).bits() : 0);
        if (request.softwareMask()) {
            area.set(LE64, XsaveImage.SOFTWARE, users(layout).bits());
        }
        return XsaveImage.of(area, layout);
    }

    private XFeatureMask users(XsaveLayout layout) {
        XFeatureMask users = XFeatureMask.LEGACY;
        for (Placement placement : layout.placements()) {
            boolean supervisor = catalog.descriptor(placement.number()).filter(d -> !d.isUser()).isPresent();
            users = supervisor ? users : users.with(placement.number());
        }
        return users;
    }

    private void set(MemorySegment area, XsaveLayout layout) {
        for (FieldSetting setting : request.settings()) {
            for (FieldSetting.Piece piece : setting.pieces()) {
                Placement place = layout.placement(piece.component()).orElseThrow();
                if (piece.offset() + piece.bytes().length > place.size()) {
                    findings.add(Finding.error("convert-field-without-place",
                            "%s ends at byte %d of %s, which has %d bytes on the target".formatted(
                                    setting.name(),
                                    piece.offset() + piece.bytes().length, catalog.label(piece.component()),
                                    place.size())));
                    continue;
                }
                MemorySegment.copy(piece.bytes(), 0, area, ValueLayout.JAVA_BYTE,
                        (long) place.offset() + piece.offset(), piece.bytes().length);
            }
        }
    }

    private void checkMxcsr(MemorySegment area) {
        int value = area.get(LE32, XsaveImage.MXCSR);
        int reserved = request.cpu().map(cpu -> value & ~cpu.fpu().mxcsrMask()).orElse(0);
        if (reserved == 0) {
            return;
        }
        String message = "MXCSR is %x with bits %x that are reserved on the target: a restore raises #GP"
                .formatted(value, reserved);
        if (request.lossy()) {
            area.set(LE32, XsaveImage.MXCSR, value & ~reserved);
            findings.add(Finding.warning("convert-mxcsr-reserved", message + "; they are cleared"));
        } else {
            findings.add(Finding.error("convert-mxcsr-reserved", message)
                    .remedy("clear them with --set mxcsr=0x%x, or allow it with --lossy".formatted(
                            value & ~reserved)));
        }
    }
}
