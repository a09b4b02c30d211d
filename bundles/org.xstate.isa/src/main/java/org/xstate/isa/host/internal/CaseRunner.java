package org.xstate.isa.host.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Executes cases on the processor, in the process it is called in. */
final class CaseRunner {

    static final long NON_CANONICAL = 1L << 63;
    private static final int LEGACY_AND_HEADER = 576;
    private static final int HEADER = 512;
    private static final int HEADER_SIZE = 64;
    private static final byte UNTOUCHED = (byte) 0xee;

    private final NativeCalls calls;
    private final SignalGuard.Installed stubs;
    private final Wire.Hello hello;
    private final MemorySegment block;
    private final MemorySegment start;
    private final MemorySegment operand;
    private final MemorySegment dump;

    /** The memory lives as long as {@code arena}, which must outlast every case. */
    CaseRunner(NativeCalls calls, Wire.Hello hello, Arena arena) {
        this.calls = calls;
        this.hello = hello;
        this.stubs = SignalGuard.install(calls);
        this.block = arena.allocate(CaseBlock.SIZE, 64);
        this.start = arena.allocate(hello.areaSize(), 4096);
        this.operand = arena.allocate(hello.areaSize() + 64L, 4096);
        this.dump = arena.allocate(hello.areaSize(), 4096);
        MemorySegment caller = arena.allocate(hello.areaSize(), 4096);
        set(CaseBlock.CALLER_AREA, caller.address());
        set(CaseBlock.CALLER_RFBM, hello.callerRfbm());
        set(CaseBlock.START_AREA, start.address());
        set(CaseBlock.DUMP_AREA, dump.address());
        set(CaseBlock.XINUSE, stubs.address(hello.xgetbv1() ? CaseStubs.XINUSE : CaseStubs.NOTHING));
    }

    private void set(int offset, long value) {
        block.set(ValueLayout.JAVA_LONG, offset, value);
    }

    private void set32(int offset, int value) {
        block.set(ValueLayout.JAVA_INT, offset, value);
    }

    CaseResult run(CaseRequest request) {
        copy(request.start(), start, 0);
        boolean overwritten = request.operand() == CaseRequest.Operand.START_OVERWRITTEN;
        MemorySegment target = overwritten ? start : operand;
        if (!overwritten) {
            operand.fill((byte) 0);
            copy(request.memory(), operand, request.misalign());
        }
        dump.fill(UNTOUCHED).asSlice(HEADER, HEADER_SIZE).fill((byte) 0);
        set(CaseBlock.OPERAND, request.operand() == CaseRequest.Operand.NON_CANONICAL
                ? NON_CANONICAL
                : target.address() + request.misalign());
        set(CaseBlock.START_RFBM, request.startRfbm());
        set(CaseBlock.RFBM, request.rfbm());
        set(CaseBlock.DUMP_RFBM, request.dumpRfbm());
        set32(CaseBlock.TEST_ECX, request.ecx());
        set32(CaseBlock.FILL_EXTENDED, Math.max(0, request.start().length - LEGACY_AND_HEADER));
        set(CaseBlock.FILL, stubs.address(overwritten ? CaseStubs.FILL : CaseStubs.NOTHING));
        set(CaseBlock.PREPARATION, stubs.address(CaseStubs.preparation(request.preparation())));
        long test = stubs.address(CaseStubs.test(request.instruction()));
        set(CaseBlock.TEST, test);
        set(CaseBlock.GUARDED, test);
        set(CaseBlock.RESUME, stubs.address(CaseStubs.resume(request.instruction())));
        set(CaseBlock.SIGNAL, 0);
        calls.call(MemorySegment.ofAddress(stubs.address(CaseStubs.RUN)), block.address(), 0, 0);
        return result(request, target);
    }

    private CaseResult result(CaseRequest request, MemorySegment target) {
        int signal = block.get(ValueLayout.JAVA_INT, CaseBlock.SIGNAL);
        Optional<CaseResult.Fault> fault = signal == 0
                ? Optional.empty()
                : Optional.of(new CaseResult.Fault(signal,
                        block.get(ValueLayout.JAVA_INT, CaseBlock.SIGNAL_CODE), get(CaseBlock.TRAP),
                        get(CaseBlock.ERROR_CODE)));
        int size = request.memory().length;
        return new CaseResult(request.id(), fault, get(CaseBlock.XINUSE_BEFORE), get(CaseBlock.XINUSE_AFTER),
                get(CaseBlock.EDX_EAX), bytes(target, request.misalign(), size),
                bytes(dump, 0, request.dumpSize()));
    }

    private long get(int offset) {
        return block.get(ValueLayout.JAVA_LONG, offset);
    }

    private static void copy(byte[] from, MemorySegment to, int offset) {
        MemorySegment.copy(MemorySegment.ofArray(from), 0, to, offset, from.length);
    }

    private static byte[] bytes(MemorySegment from, int offset, int size) {
        return from.asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
    }
}
