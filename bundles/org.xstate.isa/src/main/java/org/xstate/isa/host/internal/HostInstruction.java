package org.xstate.isa.host.internal;

import java.util.List;

/** An instruction that the self-test executes, on memory at [RSI] with EDX:EAX as the requested-feature bitmap. */
enum HostInstruction {
    XSAVE(Kind.SAVE, 4, 0x0f, 0xae), XSAVE64(Kind.SAVE, 4, 0x48, 0x0f, 0xae), XSAVEOPT(Kind.SAVE, 6, 0x0f,
            0xae), XSAVEOPT64(Kind.SAVE, 6, 0x48, 0x0f, 0xae), XSAVEC(Kind.SAVE, 4, 0x0f,
                    0xc7), XSAVEC64(Kind.SAVE, 4, 0x48, 0x0f, 0xc7), FXSAVE(Kind.SAVE, 0, 0x0f,
                            0xae), FXSAVE64(Kind.SAVE, 0, 0x48, 0x0f, 0xae), XRSTOR(Kind.RESTORE, 5, 0x0f,
                                    0xae), XRSTOR64(Kind.RESTORE, 5, 0x48, 0x0f, 0xae), FXRSTOR(Kind.RESTORE,
                                            1, 0x0f, 0xae), FXRSTOR64(Kind.RESTORE, 1, 0x48, 0x0f, 0xae),
    /** Needs CPL 0: #GP here. */
    XSAVES64(Kind.SAVE, 5, 0x48, 0x0f, 0xc7),
    /** Needs CPL 0: #GP here. */
    XRSTORS64(Kind.RESTORE, 3, 0x48, 0x0f, 0xc7),
    /** #UD, as for every form with a LOCK prefix. */
    LOCK_XSAVE64(Kind.SAVE, 4, 0xf0, 0x48, 0x0f, 0xae),
    /** #UD, as for every form with a LOCK prefix. */
    LOCK_XRSTOR64(Kind.RESTORE, 5, 0xf0, 0x48, 0x0f, 0xae),
    /** Reads the register that ECX names into EDX:EAX. */
    XGETBV(Kind.OTHER, -1, 0x0f, 0x01, 0xd0),
    /** Needs CPL 0: #GP here. */
    XSETBV(Kind.OTHER, -1, 0x0f, 0x01, 0xd1),
    /** Raises #UD always: shows that faults are caught. */
    UD2(Kind.OTHER, -1, 0x0f, 0x0b);

    /** What it does with memory. */
    enum Kind {
        /** Writes registers to memory. */
        SAVE,
        /** Loads registers from memory. */
        RESTORE,
        /** Has no memory operand. */
        OTHER
    }

    private final Kind kind;
    private final int extension;
    private final List<Integer> opcode;

    HostInstruction(Kind kind, int extension, Integer... opcode) {
        this.kind = kind;
        this.extension = extension;
        this.opcode = List.of(opcode);
    }

    Kind kind() {
        return kind;
    }

    boolean isRestore() {
        return kind == Kind.RESTORE;
    }

    /** FXSAVE and FXRSTOR with their 512 bytes, without header and RFBM. */
    boolean isLegacy() {
        return this == FXSAVE || this == FXSAVE64 || this == FXRSTOR || this == FXRSTOR64;
    }

    /** ModRM.reg, which extends the opcode (the manual writes /4 and so on); -1 without a memory operand. */
    int extension() {
        return extension;
    }

    /** Prefixes and opcode bytes, without ModRM. */
    int[] opcode() {
        return opcode.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@code XSAVEC64}, {@code LOCK XSAVE64}. */
    String mnemonic() {
        return name().replace('_', ' ');
    }
}
