package org.xstate.model.internal.bytecode;

import java.util.BitSet;

/**
 * Where a method keeps the locals of its procedure: in variables of the JVM, or, where several methods share them, in the
 * frame array.
 *
 * @param frameBase position in the frame array of the first local
 * @param inFrame   the locals that lie there
 * @param variables variable of the JVM of each other local
 */
record Placing(int frameBase, BitSet inFrame, int[] variables) {
}
