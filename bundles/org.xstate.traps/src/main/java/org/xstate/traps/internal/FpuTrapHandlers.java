package org.xstate.traps.internal;

import java.util.List;

import org.xstate.api.ModelText;
import org.xstate.api.TrapHandlerProvider;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureMask;

/**
 * The handlers of Linux that know about extended state. Each text says at its head what the handler may take for granted
 * and since when the kernel has it; {@code docs/traps.md} has all of it in one table.
 *
 * <p>Where two share a vector the order is the kernel's: #GP asks for ENQCMD before interrupts go on, and the exception
 * table after that.
 */
public final class FpuTrapHandlers implements TrapHandlerProvider {

    /** Intel SDM volume 3, table 7-1. */
    private static final int INVALID_OPCODE = 6;
    private static final int DEVICE_NOT_AVAILABLE = 7;
    private static final int GENERAL_PROTECTION = 13;
    private static final int PAGE_FAULT = 14;
    private static final int CONTROL_PROTECTION = 21;

    private static final int PASID = 10;
    private static final int CET_USER = 11;

    @Override
    public List<TrapHandlerSource> trapHandlers() {
        ModelText fromKernel = text("restore-kernel.c");
        ModelText fromUser = text("restore-user.c");
        return List.of(
                handler(GENERAL_PROTECTION, "ENQCMD of a thread without PASID, of a process with one",
                        text("enqcmd.c"), XFeatureMask.of(PASID)),
                handler(DEVICE_NOT_AVAILABLE, "use of a component that IA32_XFD disarms", text("xfd.c"),
                        XFeatureMask.NONE),
                handler(DEVICE_NOT_AVAILABLE, "use by a guest of a component that it disarmed itself",
                        text("xfd-guest.c"), XFeatureMask.NONE),
                handler(CONTROL_PROTECTION, "a return that the shadow stack does not know",
                        text("shadow-stack.c"), XFeatureMask.of(CET_USER)),
                handler(INVALID_OPCODE, "an instruction that XCR0 or CR4 does not enable",
                        text("undefined.c"),
                        XFeatureMask.NONE),
                handler(GENERAL_PROTECTION, "XRSTORS of a bad buffer of the kernel", fromKernel,
                        XFeatureMask.NONE),
                handler(PAGE_FAULT, "XRSTORS of a buffer of the kernel that is not there", fromKernel,
                        XFeatureMask.NONE),
                handler(PAGE_FAULT, "XRSTOR of a signal frame that is not there", fromUser,
                        XFeatureMask.NONE),
                handler(GENERAL_PROTECTION, "XRSTOR of a bad signal frame", fromUser, XFeatureMask.NONE));
    }

    private static TrapHandlerSource handler(int vector, String condition, ModelText text,
            XFeatureMask needs) {
        return new TrapHandlerSource(vector, condition, text, needs);
    }

    private static ModelText text(String file) {
        return ModelText.resource(FpuTrapHandlers.class, "traps/" + file);
    }
}
