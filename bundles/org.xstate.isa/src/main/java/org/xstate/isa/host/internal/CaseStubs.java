package org.xstate.isa.host.internal;

import static org.xstate.isa.host.internal.MachineCode.Reg.RAX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RBX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RCX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RDI;
import static org.xstate.isa.host.internal.MachineCode.Reg.RDX;
import static org.xstate.isa.host.internal.MachineCode.Reg.RSI;

import org.xstate.isa.host.internal.MachineCode.Condition;
import org.xstate.isa.host.internal.MachineCode.Reg;

/**
 * The machine code of a case. One call saves the caller's registers with XSAVE64, loads the start state with XRSTOR64,
 * executes the instruction under test, dumps the registers with XSAVE64 and restores the caller's: the JVM never runs
 * with registers that a case has set.
 *
 * <p>Beside it lies the signal handler that turns a fault of exactly the instruction under test into a result. A fault
 * anywhere else goes to the handler that was there before.
 */
final class CaseStubs {

    static final String RUN = "run";
    static final String HANDLER = "handler";
    static final String RESTORER = "restorer";
    static final String FILL = "fill";
    static final String NOTHING = "nothing";
    static final String XINUSE = "xinuse";

    /** Signals that the four exceptions of interest arrive as: SIGILL, SIGBUS, SIGFPE, SIGSEGV. */
    static final int[] SIGNALS = {4, 7, 8, 11};
    private static final int SIGNAL_TABLE = 16;

    /** Offsets in siginfo_t and ucontext_t on x86-64 (arch/x86/include/uapi/asm/sigcontext.h: struct sigcontext_64). */
    private static final int SIGINFO_CODE = 8;
    private static final int CONTEXT_RBX = 40 + 11 * 8;
    private static final int CONTEXT_RIP = 40 + 16 * 8;
    private static final int CONTEXT_ERROR = 40 + 19 * 8;
    private static final int CONTEXT_TRAP = 40 + 20 * 8;

    private static final int[] XSAVE = {0x48, 0x0f, 0xae};
    private static final int[] XRSTOR = {0x48, 0x0f, 0xae};
    private static final int RT_SIGRETURN = 15;

    private CaseStubs() {
    }

    /** The label of an instruction's routine. */
    static String test(HostInstruction instruction) {
        return "test " + instruction;
    }

    /** The label of the return after an instruction. */
    static String resume(HostInstruction instruction) {
        return "resume " + instruction;
    }

    static String preparation(Preparation preparation) {
        return "prepare " + preparation;
    }

    /** All routines. @param previous the handlers to pass other faults to, in the order of {@link #SIGNALS} */
    static MachineCode code(long... previous) {
        MachineCode code = new MachineCode();
        run(code);
        routines(code);
        handler(code.align(16), previous);
        return code;
    }

    /** {@code void run(block)}. */
    private static void run(MachineCode code) {
        code.label(RUN).push(RBX).move64(RBX, RDI);
        onArea(code, CaseBlock.CALLER_RFBM, CaseBlock.CALLER_AREA).onMemory(XSAVE, 4, RSI);
        onArea(code, CaseBlock.START_RFBM, CaseBlock.START_AREA).onMemory(XRSTOR, 5, RSI);
        code.call(RBX, CaseBlock.FILL).call(RBX, CaseBlock.PREPARATION).call(RBX, CaseBlock.XINUSE)
                .store32(RBX, CaseBlock.XINUSE_BEFORE, RAX).store32(RBX, CaseBlock.XINUSE_BEFORE + 4, RDX);
        onArea(code, CaseBlock.RFBM, CaseBlock.OPERAND).load32(RCX, RBX, CaseBlock.TEST_ECX)
                .call(RBX, CaseBlock.TEST)
                .store32(RBX, CaseBlock.EDX_EAX, RAX).store32(RBX, CaseBlock.EDX_EAX + 4, RDX);
        code.call(RBX, CaseBlock.XINUSE)
                .store32(RBX, CaseBlock.XINUSE_AFTER, RAX).store32(RBX, CaseBlock.XINUSE_AFTER + 4, RDX);
        onArea(code, CaseBlock.DUMP_RFBM, CaseBlock.DUMP_AREA).onMemory(XSAVE, 4, RSI);
        onArea(code, CaseBlock.CALLER_RFBM, CaseBlock.CALLER_AREA).onMemory(XRSTOR, 5, RSI);
        code.pop(RBX).ret();
    }

    private static MachineCode onArea(MachineCode code, int rfbm, int area) {
        return code.load32(RAX, RBX, rfbm).load32(RDX, RBX, rfbm + 4).load64(RSI, RBX, area);
    }

    private static void routines(MachineCode code) {
        code.align(16).label(NOTHING).bytes(0x31, 0xc0).bytes(0x31, 0xd2).ret();
        code.align(16).label(XINUSE).set32(RCX, 1).bytes(0x0f, 0x01, 0xd0).ret();
        // overwrites the payload of the start image, which leaves its header as it is
        code.align(16).label(FILL).load64(RDI, RBX, CaseBlock.START_AREA).set32(RAX, 0xdd)
                .set32(RCX, 512).bytes(0xf3, 0xaa)
                .add64(RDI, 64).load32(RCX, RBX, CaseBlock.FILL_EXTENDED).bytes(0xf3, 0xaa).ret();
        for (Preparation preparation : Preparation.values()) {
            code.align(16).label(preparation(preparation)).bytes(preparation.code()).ret();
        }
        for (HostInstruction instruction : HostInstruction.values()) {
            code.align(16).label(test(instruction));
            if (instruction.extension() < 0) {
                code.bytes(instruction.opcode());
            } else {
                code.onMemory(instruction.opcode(), instruction.extension(), RSI);
            }
            code.label(resume(instruction)).ret();
        }
    }

    /** {@code void handler(int signal, siginfo_t *, ucontext_t *)} and its {@code rt_sigreturn}. */
    private static void handler(MachineCode code, long... previous) {
        Reg info = RSI;
        Reg context = RDX;
        code.label(HANDLER).load64(RAX, context, CONTEXT_RIP)
                .address(RCX, RUN).compare64(RAX, RCX).jump(Condition.BELOW, "chain")
                .address(RCX, HANDLER).compare64(RAX, RCX).jump(Condition.ABOVE_OR_EQUAL, "chain")
                .load64(RCX, context, CONTEXT_RBX)
                .compare64(RAX, RCX, CaseBlock.GUARDED).jump(Condition.NOT_EQUAL, "chain")
                .store32(RCX, CaseBlock.SIGNAL, RDI)
                .load32(RAX, info, SIGINFO_CODE).store32(RCX, CaseBlock.SIGNAL_CODE, RAX)
                .load64(RAX, context, CONTEXT_TRAP).store64(RCX, CaseBlock.TRAP, RAX)
                .load64(RAX, context, CONTEXT_ERROR).store64(RCX, CaseBlock.ERROR_CODE, RAX)
                .load64(RAX, RCX, CaseBlock.RESUME).store64(context, CONTEXT_RIP, RAX)
                .ret();
        // jmp [rax + rdi*8]
        code.label("chain").address(RAX, "table").bytes(0xff, 0x24, 0xf8);
        code.align(16).label(RESTORER).set32(RAX, RT_SIGRETURN).bytes(0x0f, 0x05);
        code.align(16).label("table");
        for (int signal = 0; signal < SIGNAL_TABLE; signal++) {
            code.quad(previousOf(signal, previous));
        }
    }

    private static long previousOf(int signal, long... previous) {
        for (int i = 0; i < SIGNALS.length; i++) {
            if (SIGNALS[i] == signal) {
                return previous[i];
            }
        }
        return 0;
    }
}
