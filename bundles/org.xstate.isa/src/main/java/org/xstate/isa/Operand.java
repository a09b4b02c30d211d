package org.xstate.isa;

/**
 * How an instruction reaches its memory, as far as its exceptions depend on it.
 *
 * @param linearAddress of the first byte
 * @param stackSegment  whether the address refers to SS, by RSP or RBP as base or by a prefix: then #SS(0) instead of #GP(0)
 *                      for a non-canonical one (SDM volume 2, the 64-bit mode exceptions of each instruction)
 * @param lockPrefix    whether the instruction has a LOCK prefix, which none of them may have: #UD
 */
public record Operand(long linearAddress, boolean stackSegment, boolean lockPrefix) {

    /** Not on the stack, without prefix. */
    public static Operand at(long linearAddress) {
        return new Operand(linearAddress, false, false);
    }

    /** On the stack, without prefix. */
    public static Operand onStack(long linearAddress) {
        return new Operand(linearAddress, true, false);
    }

    /** The same with a LOCK prefix. */
    public Operand locked() {
        return new Operand(linearAddress, stackSegment, true);
    }
}
