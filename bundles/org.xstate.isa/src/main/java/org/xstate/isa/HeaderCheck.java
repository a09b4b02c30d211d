package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

import org.xstate.isa.Outcome.Fault;
import org.xstate.layout.XsaveLayout;

/**
 * What XRSTOR and XRSTORS demand of the header, whatever the RFBM (SDM volume 1, sections 13.8.1, 13.8.2 and 13.12;
 * measured on Zen 3 also for RFBM = 0).
 */
final class HeaderCheck {

    private static final long COMPACTION = Long.MIN_VALUE;

    private HeaderCheck() {
    }

    static Optional<Fault> check(Instruction instruction, ProcessorModel model, ControlState control,
            MemorySegment memory, long bv, long xcomp) {
        boolean supervisor = instruction.isSupervisor();
        if (xcomp < 0 && (supervisor || model.cpu().features().xsavec())) {
            return compacted(supervisor, model, control, memory, bv, xcomp);
        }
        if (supervisor) {
            return Optional.of(Fault.gp(FaultCause.XCOMP_BV,
                    "XCOMP_BV is %#x: XRSTORS takes only the compacted format, with bit 63 set"
                            .formatted(xcomp)));
        }
        if (xcomp != 0) {
            return Optional.of(Fault.gp(FaultCause.XCOMP_BV, xcomp < 0
                    ? "XCOMP_BV is %#x, and the CPU does not know the compacted format".formatted(xcomp)
                    : "XCOMP_BV is %#x: without bit 63 it must be 0".formatted(xcomp)));
        }
        if ((bv & ~control.xcr0().bits()) != 0) {
            return Optional.of(Fault.gp(FaultCause.XSTATE_BV, "XSTATE_BV %#x has %#x outside XCR0 %s"
                    .formatted(bv, bv & ~control.xcr0().bits(), control.xcr0())));
        }
        return reserved(memory, 16, 24);
    }

    private static Optional<Fault> compacted(boolean supervisor, ProcessorModel model,
            ControlState control, MemorySegment memory, long bv, long xcomp) {
        long enabled = (supervisor ? control.enabled() : control.xcr0()).bits();
        long places = xcomp & ~COMPACTION;
        if ((places & ~enabled) != 0) {
            return Optional.of(Fault.gp(FaultCause.XCOMP_BV, "XCOMP_BV %#x has %#x outside %s %#x".formatted(
                    xcomp, places & ~enabled, supervisor ? "XCR0 | IA32_XSS" : "XCR0", enabled)));
        }
        long allowed = model.policy().ignoresXstateBv63() ? xcomp : places;
        if ((bv & ~allowed) != 0) {
            return Optional.of(Fault.gp(FaultCause.XSTATE_BV,
                    "XSTATE_BV %#x has %#x outside XCOMP_BV %#x".formatted(bv, bv & ~allowed, xcomp)));
        }
        return reserved(memory, 16, XsaveLayout.HEADER_SIZE);
    }

    private static Optional<Fault> reserved(MemorySegment memory, int from, int to) {
        for (int at = from; at < to; at += 8) {
            if (memory.get(LE64, XsaveLayout.HEADER_OFFSET + at) != 0) {
                while (memory.get(ValueLayout.JAVA_BYTE, XsaveLayout.HEADER_OFFSET + at) == 0) {
                    at++;
                }
                return Optional.of(Fault.gp(FaultCause.HEADER_RESERVED,
                        "header byte %d (byte %d of the area) is %#x, not 0".formatted(at,
                                XsaveLayout.HEADER_OFFSET + at,
                                memory.get(ValueLayout.JAVA_BYTE, XsaveLayout.HEADER_OFFSET + at))));
            }
        }
        return Optional.empty();
    }
}
