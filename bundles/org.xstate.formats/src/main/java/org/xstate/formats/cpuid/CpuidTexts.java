package org.xstate.formats.cpuid;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.xstate.api.Finding;
import org.xstate.formats.internal.cpuid.CpuidDetection;
import org.xstate.formats.internal.cpuid.CpuidFormats;
import org.xstate.formats.internal.cpuid.DecodedText;
import org.xstate.layout.cpuid.CpuidDocument;

/**
 * Reads CPUID output as text. The format is found out from the content: a log, a mail that quotes the output, or a file
 * with other things around it will do.
 *
 * <p>Nothing is filled in: a line that looks like CPUID output and is not readable becomes a finding with its line
 * number, and so does every sub-leaf number that had to be deduced.
 */
public final class CpuidTexts {

    /** Bytes of a text that are read; what lies beyond is left out with a finding. */
    public static final int MAX_BYTES = 16 << 20;

    private CpuidTexts() {
    }

    /** The formats that are recognised, as {@link CpuidDocument#format()} names them. */
    public static List<String> formats() {
        return CpuidFormats.names();
    }

    /**
     * Reads bytes: UTF-8, UTF-16 (by byte order mark, or by its zero bytes), else Latin-1.
     *
     * @param name    how messages call the text, usually the file's name
     * @param content any size; at most {@link #MAX_BYTES} of it are read
     */
    public static CpuidDocument read(String name, MemorySegment content) {
        long size = content.byteSize();
        byte[] bytes = content.asSlice(0, Math.min(size, MAX_BYTES)).toArray(ValueLayout.JAVA_BYTE);
        return read(name, DecodedText.of(bytes), size);
    }

    /** Reads bytes, see {@link #read(String, MemorySegment)}. */
    public static CpuidDocument read(String name, byte[] content) {
        return read(name, MemorySegment.ofArray(content));
    }

    /** Reads characters; at most {@link #MAX_BYTES} of them. */
    public static CpuidDocument read(String name, CharSequence content) {
        int length = Math.min(content.length(), MAX_BYTES);
        return read(name, DecodedText.of(content.subSequence(0, length).toString()), content.length());
    }

    private static CpuidDocument read(String name, DecodedText decoded, long size) {
        List<Finding> findings = new ArrayList<>(decoded.findings());
        if (size > MAX_BYTES) {
            findings.add(Finding.warning("cpuid-text-too-large",
                    "%s has %d bytes, of which the first %d were read".formatted(name, size, MAX_BYTES))
                    .remedy("cut the CPUID output out of the file"));
        }
        CpuidDocument document = CpuidDetection.read(name, decoded.text());
        findings.addAll(document.findings());
        return new CpuidDocument(document.format(), document.dumps(), findings);
    }
}
