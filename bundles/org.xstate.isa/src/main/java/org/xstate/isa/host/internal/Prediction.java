package org.xstate.isa.host.internal;

import java.util.Optional;
import java.util.OptionalLong;

import org.xstate.isa.ExceptionVector;

/**
 * What an instruction should do.
 *
 * @param fault    the exception; empty if it completes
 * @param reason   why it faults, in words; empty without a fault
 * @param memory   the operand afterwards
 * @param dump     the registers afterwards, as {@link CaseResult#dump}
 * @param returned EDX:EAX afterwards, where the instruction returns something
 * @param partial  the registers if everything but the refused value were loaded: the manual does not say that a restore
 *                 which faults on a value leaves the components alone that it loads before; empty if it must
 */
record Prediction(Optional<ExceptionVector> fault, String reason, byte[] memory, byte[] dump,
        OptionalLong returned, Optional<byte[]> partial) {
}
