package org.xstate.isa.host.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The messages between the self-test and its child, over the child's standard input and output. */
final class Wire {

    /** First word of every message; anything else on the stream is not ours. */
    static final int MAGIC = 0x58534331;
    /** Larger blocks are not believed. */
    private static final int LARGEST = 1 << 20;

    /** What kind of message follows the magic word. */
    enum Tag {
        HELLO, READY, REFUSED, CASE, RESULT
    }

    /**
     * What the child is to prepare.
     *
     * @param areaSize   bytes of the largest area
     * @param callerRfbm components that the stub saves and restores around a case
     * @param xgetbv1    whether XGETBV(1) may be executed
     * @param request    a component to ask the kernel's permission for (ARCH_REQ_XCOMP_PERM), or -1
     */
    record Hello(int areaSize, long callerRfbm, boolean xgetbv1, int request) {
    }

    /** The child can execute cases. @param permission result of the request: 0 granted or not asked, else a negated errno */
    record Ready(long permission) {
    }

    /** The bytes are no message, or not the one expected. */
    static final class NoMessage extends IOException {
        NoMessage(String message) {
            super(message);
        }
    }

    private Wire() {
    }

    static void tag(DataOutputStream out, Tag tag) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(tag.ordinal());
    }

    /** @throws IOException also if the next bytes are no message */
    static Tag tag(DataInputStream in) throws IOException {
        int magic = in.readInt();
        int tag = in.readUnsignedByte();
        if (magic != MAGIC || tag >= Tag.values().length) {
            throw new NoMessage("no message but %08x %02x".formatted(magic, tag));
        }
        return Tag.values()[tag];
    }

    static void write(DataOutputStream out, Hello hello) throws IOException {
        tag(out, Tag.HELLO);
        out.writeInt(hello.areaSize());
        out.writeLong(hello.callerRfbm());
        out.writeBoolean(hello.xgetbv1());
        out.writeInt(hello.request());
        out.flush();
    }

    static Hello readHello(DataInputStream in) throws IOException {
        return new Hello(size(in.readInt()), in.readLong(), in.readBoolean(), in.readInt());
    }

    static void write(DataOutputStream out, CaseRequest request) throws IOException {
        tag(out, Tag.CASE);
        out.writeInt(request.id());
        out.writeByte(request.instruction().ordinal());
        out.writeByte(request.operand().ordinal());
        out.writeByte(request.misalign());
        out.writeByte(request.preparation().ordinal());
        out.writeLong(request.rfbm());
        out.writeInt(request.ecx());
        out.writeLong(request.startRfbm());
        block(out, request.start());
        block(out, request.memory());
        out.writeLong(request.dumpRfbm());
        out.writeInt(request.dumpSize());
        out.flush();
    }

    static CaseRequest readRequest(DataInputStream in) throws IOException {
        return new CaseRequest(in.readInt(), pick(HostInstruction.values(), in),
                pick(CaseRequest.Operand.values(), in),
                in.readUnsignedByte() & 63, pick(Preparation.values(), in), in.readLong(), in.readInt(),
                in.readLong(), block(in), block(in), in.readLong(), size(in.readInt()));
    }

    static void write(DataOutputStream out, CaseResult result) throws IOException {
        tag(out, Tag.RESULT);
        out.writeInt(result.id());
        CaseResult.Fault fault = result.fault().orElse(new CaseResult.Fault(0, 0, 0, 0));
        out.writeInt(fault.signal());
        out.writeInt(fault.code());
        out.writeLong(fault.trap());
        out.writeLong(fault.error());
        out.writeLong(result.xinuseBefore());
        out.writeLong(result.xinuseAfter());
        out.writeLong(result.edxEax());
        block(out, result.memory());
        block(out, result.dump());
        out.flush();
    }

    static CaseResult readResult(DataInputStream in) throws IOException {
        int id = in.readInt();
        CaseResult.Fault fault = new CaseResult.Fault(in.readInt(), in.readInt(), in.readLong(),
                in.readLong());
        return new CaseResult(id, fault.signal() == 0 ? Optional.empty() : Optional.of(fault), in.readLong(),
                in.readLong(), in.readLong(), block(in), block(in));
    }

    private static <T> T pick(T[] values, DataInputStream in) throws IOException {
        int index = in.readUnsignedByte();
        if (index >= values.length) {
            throw new NoMessage("no value with number " + index);
        }
        return values[index];
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] block(DataInputStream in) throws IOException {
        byte[] bytes = new byte[size(in.readInt())];
        in.readFully(bytes);
        return bytes;
    }

    private static int size(int size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw new NoMessage("a block of " + size + " bytes");
        }
        return size;
    }
}
