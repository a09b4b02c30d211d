package org.xstate.isa.host.internal;

import java.util.List;

/** What is done to the registers between loading the start state and the instruction under test. */
enum Preparation {
    /** Nothing. */
    NONE,
    /** VZEROUPPER: the architected way to put AVX (and ZMM_Hi256) into the initial configuration. */
    VZEROUPPER(0xc5, 0xf8, 0x77),
    /** VXORPS YMM0, YMM0, YMM0: writes zeros to one register; needs AVX only. */
    ZERO_YMM0(0xc5, 0xfc, 0x57, 0xc0),
    /** VPERM2F128 YMM0, YMM0, YMM0, 1: swaps the halves of one register; needs AVX only, raises nothing. */
    WRITE_YMM0(0xc4, 0xe3, 0x7d, 0x06, 0xc0, 0x01),
    /** PCMPEQD XMM0, XMM0: writes ones to one SSE register. */
    WRITE_XMM0(0x66, 0x0f, 0x76, 0xc0),
    /** FLD1: pushes onto the x87 stack. */
    FLD1(0xd9, 0xe8);

    private final List<Integer> code;

    Preparation(Integer... code) {
        this.code = List.of(code);
    }

    /** The instruction; empty for {@link #NONE}. */
    int[] code() {
        return code.stream().mapToInt(Integer::intValue).toArray();
    }
}
