package org.xstate.analysis.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.xstate.api.FeatureCatalog;

/** A recording made by hand, in a directory. */
final class Recorded {

    static final String PROCESS_COLUMNS = "id,category,instruction,rfbm,state_slot,memory_slot,misalign,fault,"
            + "result_slot,xinuse,note\n";
    static final String MONITOR_COLUMNS = "id,category,instruction,xcr0,xss,rfbm,state_name,state_slot,"
            + "memory_slot,misalign,condition,fault,error_code,result_memory_slot,result_state_slot,"
            + "xinuse_after,returned,note,crosscheck,crosscheck_note\n";
    static final String MODIFIED_COLUMNS = "case,instruction,destination,x87_payload,sse_payload,avx_payload,"
            + "xstate_bv\n";
    /** XCR0 7, XSS 800 (CET_U), all instructions, AMD. */
    private static final String AMD_CPUID = """
            CPU:
               0x00000000 0x00: eax=0x0000000d ebx=0x68747541 ecx=0x444d4163 edx=0x69746e65
               0x00000001 0x00: eax=0x00a00f11 ebx=0x00000000 ecx=0x0c000000 edx=0x00000000
               0x0000000d 0x00: eax=0x00000007 ebx=0x00000340 ecx=0x00000340 edx=0x00000000
               0x0000000d 0x01: eax=0x0000000f ebx=0x00000350 ecx=0x00000800 edx=0x00000000
               0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
               0x0000000d 0x0b: eax=0x00000010 ebx=0x00000000 ecx=0x00000001 edx=0x00000000
               0x80000000 0x00: eax=0x80000008 ebx=0x00000000 ecx=0x00000000 edx=0x00000000
               0x80000001 0x00: eax=0x00000000 ebx=0x00000000 ecx=0x00000080 edx=0x00000000
               0x80000008 0x00: eax=0x00003030 ebx=0x00000004 ecx=0x00000000 edx=0x00000000
            """;

    private static final FeatureCatalog CATALOG = FeatureCatalog.load(Recorded.class.getClassLoader());

    final Path directory;

    Recorded(Path directory) {
        this.directory = directory;
        text("cpuid.txt", AMD_CPUID);
    }

    Recorded text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Recorded bytes(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recorded slots(String name, byte[]... slots) {
        int size = Arrays.stream(slots).mapToInt(s -> s.length).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] slot : slots) {
            all.put(slot);
        }
        return bytes(name, all.array());
    }

    ReplayReport replay() {
        return InstructionReplay.replay(directory, CATALOG);
    }

    /** A slot of one value, with a zero header. */
    static byte[] filled(int size, int value) {
        byte[] slot = new byte[size];
        Arrays.fill(slot, (byte) value);
        Arrays.fill(slot, 512, 576, (byte) 0);
        return slot;
    }

    /** A legal image with everything in init. */
    static byte[] initial(int size, long xcompBv) {
        byte[] image = new byte[size];
        image[24] = (byte) 0x80;
        image[25] = 0x1f;
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putLong(520, xcompBv);
        return image;
    }

    /** What XSAVE64 with RFBM 7 leaves of initial registers in memory. */
    static byte[] savedInit(byte[] before) {
        byte[] after = before.clone();
        Arrays.fill(after, 0, 416, (byte) 0);
        after[0] = 0x7f;
        after[1] = 3;
        after[24] = (byte) 0x80;
        after[25] = 0x1f;
        after[28] = -1;
        after[29] = -1;
        after[30] = 2;
        Arrays.fill(after, 576, 832, (byte) 0);
        return after;
    }
}
