package org.xstate.isa.host.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class WireTest {

    private static final CaseRequest REQUEST = new CaseRequest(77, HostInstruction.XSAVEC64,
            CaseRequest.Operand.START_OVERWRITTEN, 63, Preparation.VZEROUPPER, 0x8000_0000_0000_00e7L, -2,
            0xe7, new byte[]{1, 2, 3}, new byte[]{4, 5}, 0x600e7, 11008);
    private static final CaseResult RESULT = new CaseResult(77,
            Optional.of(new CaseResult.Fault(11, 128, 13, 0)), 1, 2, -3, new byte[]{9}, new byte[]{8, 7});

    private interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Write write) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Test
    void requestArrivesAsItWasSent() throws IOException {
        DataInputStream in = in(bytes(out -> Wire.write(out, REQUEST)));
        assertEquals(Wire.Tag.CASE, Wire.tag(in));
        CaseRequest read = Wire.readRequest(in);
        assertEquals("77 XSAVEC64 START_OVERWRITTEN 63 VZEROUPPER 80000000000000e7 -2 e7 600e7 11008",
                "%d %s %s %d %s %x %d %x %x %d".formatted(read.id(), read.instruction(), read.operand(),
                        read.misalign(), read.preparation(), read.rfbm(), read.ecx(), read.startRfbm(),
                        read.dumpRfbm(), read.dumpSize()));
        assertArrayEquals(REQUEST.start(), read.start());
        assertArrayEquals(REQUEST.memory(), read.memory());
        assertEquals(0, in.available());
    }

    @Test
    void resultArrivesAsItWasSent() throws IOException {
        DataInputStream in = in(bytes(out -> Wire.write(out, RESULT)));
        assertEquals(Wire.Tag.RESULT, Wire.tag(in));
        CaseResult read = Wire.readResult(in);
        assertEquals(RESULT.fault(), read.fault());
        assertEquals("77 1 2 -3", "%d %d %d %d".formatted(read.id(), read.xinuseBefore(), read.xinuseAfter(),
                read.edxEax()));
        assertArrayEquals(RESULT.memory(), read.memory());
        assertArrayEquals(RESULT.dump(), read.dump());
    }

    @Test
    void everyTruncationOfARequestEndsInEofAndNothingElse() throws IOException {
        byte[] whole = bytes(out -> Wire.write(out, REQUEST));
        for (int length = 0; length < whole.length; length++) {
            DataInputStream in = in(Arrays.copyOf(whole, length));
            assertThrows(EOFException.class, () -> {
                Wire.tag(in);
                Wire.readRequest(in);
            });
        }
    }

    @Test
    void textThatIsNoMessageIsNamedInTheError() {
        IOException error = assertThrows(IOException.class, () -> Wire.tag(in("OpenJDK 64-Bit".getBytes())));
        assertTrue(error.getMessage().contains("4f70656e"), error.getMessage());
    }

    @Test
    void damagedMessagesGiveAnIoExceptionOrAMessageButNothingElse() throws IOException {
        byte[] whole = bytes(out -> Wire.write(out, RESULT));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                DataInputStream in = in(damaged);
                Wire.tag(in);
                Wire.readResult(in);
            } catch (IOException refused) {
                assertTrue(refused instanceof EOFException || !refused.getMessage().isEmpty());
            }
        }
    }

    @Test
    void blockThatClaimsGigabytesIsRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] claims = bytes(out -> {
            out.write(new byte[4 + 4 + 4 + 5 * 8]);
            out.writeInt(Integer.MAX_VALUE);
        });
        IOException error = assertThrows(IOException.class, () -> Wire.readResult(in(claims)));
        assertTrue(error.getMessage().contains("2147483647"), error.getMessage());
    }

    @Test
    void misalignmentBeyond63BytesIsNoCase() {
        assertThrows(IllegalArgumentException.class, () -> new CaseRequest(0, HostInstruction.XSAVE,
                CaseRequest.Operand.SEPARATE, 64, Preparation.NONE, 0, 0, 0, new byte[0], new byte[0], 0, 0));
    }
}
