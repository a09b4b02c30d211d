package org.xstate.model.internal.link;

import java.util.List;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.state.StateLayout;

/** Whether the states of a machine are small enough to be stored. */
final class Width {

    /** Words are at least half full, but for one. */
    private static final int MAX_BITS = (StateLayout.MAX_WORDS - 1) * Long.SIZE / 2;

    private final Program program;
    private final Memory memory;

    Width(Program program, Memory memory) {
        this.program = program;
        this.memory = memory;
    }

    /** @throws NotExecutable if they are not, at the variable with most bits */
    void check(Machine machine) {
        long bits = machine.slots().stream().mapToLong(Width::bits).sum();
        if (bits > MAX_BITS) {
            Part largest = parts(machine.slots()).max(java.util.Comparator.comparingLong(Part::bits))
                    .orElseThrow();
            throw new NotExecutable(largest.span, "a state has " + bits + " bits, at most " + MAX_BITS
                    + " are possible; '" + largest.name + "' alone has " + largest.bits);
        }
    }

    private record Part(String name, Span span, long bits) {
    }

    private Stream<Part> parts(List<Slot> slots) {
        return Stream.of(
                program.globals().stream().filter(one -> memory.base(one.name()).isPresent())
                        .map(one -> part(one.name(), one.span(), memory.base(one.name()).getAsInt(),
                                memory.size(one.type()), slots)),
                program.pools().stream().map(one -> part(one.name(), one.span(),
                        memory.base(one.name()).getAsInt(), one.size() * memory.size(one.type()), slots)),
                program.perCpu().stream().map(one -> part(one.name(), one.span(), memory.perCpu(one.name()),
                        memory.cpus() * memory.size(one.type()), slots)))
                .flatMap(all -> all);
    }

    private static Part part(String name, Span span, int first, int count, List<Slot> slots) {
        return new Part(name, span,
                slots.subList(first, first + count).stream().mapToLong(Width::bits).sum());
    }

    private static long bits(Slot slot) {
        return Long.SIZE - Long.numberOfLeadingZeros(slot.max() - slot.min());
    }
}
