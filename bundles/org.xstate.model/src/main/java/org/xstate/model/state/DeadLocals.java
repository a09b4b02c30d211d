package org.xstate.model.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;

/**
 * Gives every local that is not needed where its process stands its least value: two states that differ only in such
 * locals behave alike.
 */
public final class DeadLocals {

    private final List<Owner> owners;

    private DeadLocals(List<Owner> owners) {
        this.owners = owners;
    }

    public static DeadLocals of(PackedMachine packed) {
        return new DeadLocals(
                packed.machine().processes().stream().map(process -> owner(process, packed)).toList());
    }

    /**
     * A process with locals in the state.
     *
     * @param nowhere what is kept of a state while the process does not stand anywhere, word by word
     * @param at      the same by the node at which it stands
     */
    private record Owner(StateLayout.Field location, long[] nowhere, List<long[]> at) {

        long[] kept(long[] state) {
            int node = (int) location.get(state, 0);
            return node < 0 ? nowhere : at.get(node);
        }
    }

    private static Owner owner(Process process, PackedMachine packed) {
        Procedure body = packed.machine().procedures().get(process.body());
        long[] nowhere = kept(process, packed, List.of());
        List<long[]> at = new ArrayList<>();
        for (Procedure.Node node : body.nodes()) {
            at.add(kept(process, packed, node.live().stream().boxed().toList()));
        }
        return new Owner(packed.field(process.location()), nowhere, at);
    }

    private static long[] kept(Process process, PackedMachine packed, List<Integer> live) {
        long[] kept = new long[packed.words()];
        Arrays.fill(kept, -1L);
        IntStream.range(0, process.locals().size()).filter(local -> process.locals().get(local) >= 0)
                .mapToObj(local -> packed.field(process.locals().get(local)))
                .forEach(field -> kept[field.word()] &= ~(field.mask() << field.shift()));
        // locals that are not live at the same time may share a slot
        live.stream().filter(local -> process.locals().get(local) >= 0)
                .map(local -> packed.field(process.locals().get(local)))
                .forEach(field -> kept[field.word()] |= field.mask() << field.shift());
        return kept;
    }

    /** Changes the packed state that is all of the array. */
    public void clear(long[] state) {
        for (Owner owner : owners) {
            long[] kept = owner.kept(state);
            for (int word = 0; word < state.length; word++) {
                state[word] &= kept[word];
            }
        }
    }
}
