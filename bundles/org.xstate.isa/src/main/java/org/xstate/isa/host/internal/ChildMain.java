package org.xstate.isa.host.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;

/**
 * The child process of the self-test: executes one case after another and answers each before it reads the next, so
 * that the parent knows which one ended it. It uses classes of this package and the JDK only. It ends when its standard
 * input does.
 */
public final class ChildMain {

    private static final int ARCH_REQ_XCOMP_PERM = 0x1023;
    private static final int BUFFER = 1 << 16;

    private ChildMain() {
    }

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, BUFFER));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, BUFFER));
        expect(in, Wire.Tag.HELLO);
        Wire.Hello hello = Wire.readHello(in);
        try (NativeCalls calls = NativeCalls.open(); Arena arena = Arena.ofConfined()) {
            long permission = hello.request() < 0
                    ? 0
                    : calls.syscall(NativeCalls.SYS_ARCH_PRCTL, ARCH_REQ_XCOMP_PERM, hello.request());
            CaseRunner runner = new CaseRunner(calls, hello, arena);
            Wire.tag(out, Wire.Tag.READY);
            out.writeLong(permission);
            out.flush();
            serve(runner, in, out);
        } catch (NativeRefusal refusal) {
            Wire.tag(out, Wire.Tag.REFUSED);
            out.writeUTF(refusal.getMessage());
            out.writeUTF(refusal.remedy());
            out.flush();
        }
    }

    private static void serve(CaseRunner runner, DataInputStream in, DataOutputStream out)
            throws IOException {
        while (true) {
            try {
                expect(in, Wire.Tag.CASE);
            } catch (EOFException end) {
                return;
            }
            Wire.write(out, runner.run(Wire.readRequest(in)));
        }
    }

    private static void expect(DataInputStream in, Wire.Tag wanted) throws IOException {
        Wire.Tag tag = Wire.tag(in);
        if (tag != wanted) {
            throw new Wire.NoMessage("expected " + wanted + ", got " + tag);
        }
    }
}
