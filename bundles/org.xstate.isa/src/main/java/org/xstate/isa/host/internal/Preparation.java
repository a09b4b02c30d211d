package org.xstate.isa.host.internal;

import java.util.List;

/** What is done to the registers between loading the start state and the instruction under test. */
public enum Preparation {
    /** Nothing. */
    NONE(false),
    /** VZEROUPPER: the architected way to put AVX (and ZMM_Hi256) into the initial configuration. */
    VZEROUPPER(true, 0xc5, 0xf8, 0x77),
    /** VPXOR YMM0, YMM0, YMM0: writes zeros to one register. */
    ZERO_YMM0(true, 0xc5, 0xfd, 0xef, 0xc0),
    /** VPCMPEQD YMM0, YMM0, YMM0: writes ones to one register, upper half included. */
    WRITE_YMM0(true, 0xc5, 0xfd, 0x76, 0xc0),
    /** PCMPEQD XMM0, XMM0: writes ones to one SSE register. */
    WRITE_XMM0(false, 0x66, 0x0f, 0x76, 0xc0),
    /** FLD1: pushes onto the x87 stack. */
    FLD1(false, 0xd9, 0xe8),
    /** FNINIT: the x87 control words take their initial values, the registers keep theirs. */
    FNINIT(false, 0xdb, 0xe3);

    private final boolean avx;
    private final List<Integer> code;

    Preparation(boolean avx, Integer... code) {
        this.avx = avx;
        this.code = List.of(code);
    }

    /** Whether the instruction needs AVX enabled in XCR0. */
    public boolean needsAvx() {
        return avx;
    }

    /** The instruction; empty for {@link #NONE}. */
    public int[] code() {
        return code.stream().mapToInt(Integer::intValue).toArray();
    }
}
