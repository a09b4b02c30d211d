package org.xstate.isa.host.internal;

import static org.xstate.isa.host.internal.MachineCode.Reg.RAX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RBX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RCX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RDI;
import static org.xstate.isa.host.internal.MachineCode.Reg.RDX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RSI;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.xstate.layout.cpuid.CpuidRegisters;

/** CPUID and XGETBV as functions. */
final class CpuidStubs implements AutoCloseable {

    private static final String CPUID = "cpuid";
    private static final String XGETBV = "xgetbv";

    private final NativeCalls calls;
    private final CodePage page;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment output = arena.allocate(16, 8);
    private final MemorySegment cpuid;
    private final MemorySegment xgetbv;

    CpuidStubs(NativeCalls calls) {
        this.calls = calls;
        MachineCode code = code();
        this.page = CodePage.of(calls, code.toByteArray());
        this.cpuid = page.at(code.offset(CPUID));
        this.xgetbv = page.at(code.offset(XGETBV));
    }

    /**
     * {@code void cpuid(leaf, subleaf, out[4])} and {@code uint64 xgetbv(index)}. The System V ABI wants RBX preserved,
     * which CPUID overwrites.
     */
    static MachineCode code() {
        return new MachineCode()
                .label(CPUID).push(RBX).push(RDX)
                .move32(RAX, RDI).move32(RCX, RSI).bytes(0x0f, 0xa2)
                .pop(RSI).store32(RSI, 0, RAX).store32(RSI, 4, RBX).store32(RSI, 8, RCX).store32(RSI, 12, RDX)
                .pop(RBX).ret()
                .align(16)
                .label(XGETBV).move32(RCX, RDI).bytes(0x0f, 0x01, 0xd0)
                .bytes(0x48, 0xc1, 0xe2, 0x20).bytes(0x48, 0x09, 0xd0).ret();
    }

    CpuidRegisters cpuid(int leaf, int subleaf) {
        calls.call(cpuid, leaf, subleaf, output.address());
        return new CpuidRegisters(output.get(ValueLayout.JAVA_INT, 0), output.get(ValueLayout.JAVA_INT, 4),
                output.get(ValueLayout.JAVA_INT, 8), output.get(ValueLayout.JAVA_INT, 12));
    }

    /** Only where CPUID.1:ECX[27] is set; index 1 only where CPUID.(D,1):EAX[2] is. */
    long xgetbv(int index) {
        return calls.call(xgetbv, index, 0, 0);
    }

    @Override
    public void close() {
        page.close();
        arena.close();
    }
}
