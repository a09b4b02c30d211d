package org.xstate.model.internal.link;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.xstate.model.link.Visibility;

/**
 * What is known of the nodes of a graph before it is lowered.
 *
 * @param visibility who could see each node
 * @param atomic     nodes before which nobody may intervene
 * @param waiting    nodes before which a process waits until their condition holds
 * @param callees    by node with a call the number of the instance that is called
 */
record Plan(List<Visibility> visibility, BitSet atomic, BitSet waiting, Map<Integer, Integer> callees) {
}
