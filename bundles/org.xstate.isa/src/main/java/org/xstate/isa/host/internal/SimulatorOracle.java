package org.xstate.isa.host.internal;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState;
import org.xstate.isa.ExceptionVector;
import org.xstate.isa.FaultCause;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Operand;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;
import org.xstate.isa.ProcessorPolicy;
import org.xstate.isa.ProcessorPolicy.XinuseTracking;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/** The simulator, in the state that the processor was in: 64-bit mode, CPL 3, XCR0 as read, XINUSE as observed. */
final class SimulatorOracle implements Oracle {

    private static final long START_ADDRESS = 0x10_0000;
    private static final long OPERAND_ADDRESS = 0x20_0000;
    private static final long DUMP_ADDRESS = 0x30_0000;
    private static final byte UNTOUCHED = (byte) 0xee;
    private static final long SSE = 2;

    private final HostProfile profile;
    private final ProcessorPolicy policy;
    private final ControlState control;
    private final boolean xinuseKnown;
    private final ProcessorModel own;
    private final Map<Long, ProcessorModel> models = new HashMap<>();

    SimulatorOracle(HostProfile profile, ProcessorPolicy policy) {
        this.profile = profile;
        this.policy = policy.withRefusedRestore(ProcessorPolicy.RefusedRestore.ROLLBACK);
        this.own = ProcessorModel.of(profile.cpu(), profile.catalog(), policy, profile.widths());
        this.xinuseKnown = profile.cpu().features().xgetbv1();
        // components that cases do not use stay out of the simulator: their registers hold what the process needs
        this.control = ControlState.KERNEL.withCpl(3).withXcr0(profile.xcr0());
    }

    @Override
    public List<Prediction> predict(CaseRequest request, long xinuse) {
        List<Prediction> allowed = new ArrayList<>();
        for (long possible : possible(request, xinuse)) {
            allowed.add(predictOne(request, possible));
        }
        return allowed;
    }

    /** What XINUSE may have been, content aside. */
    private long[] possible(CaseRequest request, long xinuse) {
        if (!xinuseKnown) {
            return new long[]{0, XsaveImage.xstateBv(MemorySegment.ofArray(request.start())).bits()};
        }
        // XGETBV(1) shows bit 1 also for MXCSR alone: XMM registers may be in use or not
        return (xinuse & SSE) == 0 ? new long[]{xinuse} : new long[]{xinuse, xinuse & ~SSE};
    }

    /** XGETBV(1) after the case as the policy alone has it, without a look at the processor. */
    XFeatureMask xinuseAfter(CaseRequest request) {
        Machine machine = start(request, own);
        execute(request, machine, request.memory().clone());
        return switch (machine.xgetbv(1)) {
            case Outcome.Returned returned -> new XFeatureMask(returned.value());
            case Outcome other -> throw new IllegalStateException("XGETBV(1): " + other);
        };
    }

    /**
     * The registers after a restore that is refused because of a value, as the policy alone has them, without what else
     * would be allowed; empty if the case is none.
     */
    Optional<byte[]> afterRefusal(CaseRequest request) {
        Machine machine = start(request, own);
        Result result = execute(request, machine, request.memory().clone());
        return result.valueRefused() ? Optional.of(dump(request, machine)) : Optional.empty();
    }

    private Machine start(CaseRequest request, long xinuse) {
        ProcessorModel model = models.computeIfAbsent(xinuse & Long.MAX_VALUE, bits -> ProcessorModel.of(
                profile.cpu(), profile.catalog(),
                policy.withXinuse(XinuseTracking.EXACT.always(new XFeatureMask(bits))), profile.widths()));
        return start(request, model);
    }

    private Machine start(CaseRequest request, ProcessorModel model) {
        Machine machine = new Machine(model, control);
        Outcome loaded = machine.execute(Instruction.XRSTOR64, MemorySegment.ofArray(request.start()),
                START_ADDRESS, request.startRfbm());
        if (!loaded.isCompleted()) {
            throw new IllegalStateException("the start state of case " + request.id() + ": " + loaded);
        }
        return machine;
    }

    private Prediction predictOne(CaseRequest request, long xinuse) {
        Machine machine = start(request, xinuse);
        byte[] memory = request.memory().clone();
        Result result = execute(request, machine, memory);
        Optional<byte[]> partial = Optional.empty();
        if (result.valueRefused()) {
            Machine other = start(request, xinuse);
            byte[] legal = memory.clone();
            MemorySegment area = MemorySegment.ofArray(legal);
            area.set(XsaveImage.LE32, XsaveImage.MXCSR,
                    area.get(XsaveImage.LE32, XsaveImage.MXCSR) & profile.cpu().fpu().mxcsrMask());
            execute(request, other, legal);
            partial = Optional.of(dump(request, other));
        }
        return new Prediction(result.fault(), result.reason(), memory, dump(request, machine),
                result.returned(), partial);
    }

    private static byte[] dump(CaseRequest request, Machine machine) {
        byte[] dump = new byte[request.dumpSize()];
        Arrays.fill(dump, UNTOUCHED);
        Arrays.fill(dump, XsaveLayout.HEADER_OFFSET, XsaveLayout.EXTENDED_OFFSET, (byte) 0);
        machine.execute(Instruction.XSAVE64, MemorySegment.ofArray(dump), DUMP_ADDRESS, request.dumpRfbm());
        return dump;
    }

    private record Result(Optional<ExceptionVector> fault, String reason, boolean valueRefused,
            OptionalLong returned) {
        static Result of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Fault fault -> new Result(Optional.of(fault.vector()), fault.reason(),
                        fault.cause() == FaultCause.MXCSR_RESERVED, OptionalLong.empty());
                case Outcome.Returned returned -> new Result(Optional.empty(), "", false,
                        OptionalLong.of(returned.value()));
                case Outcome.Completed completed -> new Result(Optional.empty(), "", false,
                        OptionalLong.empty());
                case Outcome.VmExit exit -> throw new IllegalStateException("not a guest, but " + exit);
            };
        }

        static Result invalidOpcode(String reason) {
            return new Result(Optional.of(ExceptionVector.UD), reason, false, OptionalLong.empty());
        }
    }

    private static Result execute(CaseRequest request, Machine machine, byte[] memory) {
        return switch (request.instruction()) {
            case LOCK_XSAVE64 -> memory(request, machine, memory, Instruction.XSAVE64,
                    Operand.at(address(request)).locked());
            case LOCK_XRSTOR64 -> memory(request, machine, memory, Instruction.XRSTOR64,
                    Operand.at(address(request)).locked());
            case UD2 -> Result.invalidOpcode("UD2 is not a valid opcode");
            case XGETBV -> Result.of(machine.xgetbv(request.ecx()));
            case XSETBV -> Result.of(machine.xsetbv(request.ecx(), request.rfbm()));
            default -> memory(request, machine, memory,
                    Instruction.of(request.instruction().name()).orElseThrow(),
                    Operand.at(address(request)));
        };
    }

    private static Result memory(CaseRequest request, Machine machine, byte[] memory,
            Instruction instruction, Operand operand) {
        return Result.of(machine.execute(instruction, MemorySegment.ofArray(memory), operand,
                request.rfbm()));
    }

    private static long address(CaseRequest request) {
        return request.operand() == CaseRequest.Operand.NON_CANONICAL
                ? CaseRunner.NON_CANONICAL
                : OPERAND_ADDRESS + request.misalign();
    }
}
