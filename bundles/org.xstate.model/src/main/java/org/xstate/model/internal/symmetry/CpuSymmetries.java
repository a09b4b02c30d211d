package org.xstate.model.internal.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;
import org.xstate.model.link.Slot;
import org.xstate.model.state.CpuSymmetry;
import org.xstate.model.state.PackedMachine;
import org.xstate.model.type.Type;

/** Finds out whether CPUs can be exchanged, and which slot corresponds to which. */
public final class CpuSymmetries {

    private final PackedMachine packed;
    private final Machine machine;
    private final boolean[] holdsCpu;

    private CpuSymmetries(PackedMachine packed) {
        this.packed = packed;
        machine = packed.machine();
        holdsCpu = new boolean[machine.slots().size()];
        for (int slot = 0; slot < holdsCpu.length; slot++) {
            holdsCpu[slot] = machine.slots().get(slot).type() instanceof Type.Cpu;
        }
    }

    public static CpuSymmetry of(PackedMachine packed) {
        Machine machine = packed.machine();
        if (machine.cpus() == 1) {
            return CpuSymmetry.none(List.of());
        }
        if (machine.cpus() > CpuSymmetry.MOST_CPUS) {
            return CpuSymmetry.none(List.of("more than " + CpuSymmetry.MOST_CPUS + " CPUs"));
        }
        CpuSymmetries finder = new CpuSymmetries(packed);
        Optional<String> obstacle = finder.obstacle();
        if (obstacle.isPresent()) {
            return CpuSymmetry.none(List.of(obstacle.get()));
        }
        List<CpuPermutation> permutations = new ArrayList<>();
        int[] numbers = IntStream.range(0, machine.cpus()).toArray();
        finder.permute(numbers, 0, permutations);
        return new CpuSymmetry(machine.cpus(), Optional.empty(),
                () -> new LeastImage(permutations, packed.words()));
    }

    private Optional<String> obstacle() {
        BitSet procedures = CpuUses.procedures(machine);
        return obstacleInSlots().or(() -> CpuUses.obstacle(machine, procedures))
                .or(() -> FixedDifferences.find(machine, variables(), procedures));
    }

    /** The variables that each CPU has, by position: the slot on each CPU. */
    private List<int[]> variables() {
        List<List<Integer>> byCpu = IntStream.range(0, machine.cpus()).mapToObj(this::slotsOf).toList();
        return IntStream.range(0, byCpu.getFirst().size())
                .mapToObj(i -> byCpu.stream().mapToInt(slots -> slots.get(i)).toArray())
                .filter(slots -> machine.slots().get(slots[0]).kind() == Slot.Kind.CPU).toList();
    }

    private void permute(int[] numbers, int fixed, List<CpuPermutation> permutations) {
        if (fixed == numbers.length) {
            if (!isIdentity(numbers)) {
                permutations.add(new CpuPermutation(packed, targets(numbers), holdsCpu, numbers.clone()));
            }
            return;
        }
        for (int i = fixed; i < numbers.length; i++) {
            swap(numbers, fixed, i);
            permute(numbers, fixed + 1, permutations);
            swap(numbers, fixed, i);
        }
    }

    private static boolean isIdentity(int[] numbers) {
        return IntStream.range(0, numbers.length).allMatch(i -> numbers[i] == i);
    }

    private static void swap(int[] numbers, int i, int j) {
        int kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }

    /** Slots that each CPU has, in one order: its variables, then where its interrupts stand and what they hold. */
    private List<Integer> slotsOf(int cpu) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 0; slot < machine.slots().size(); slot++) {
            Slot one = machine.slots().get(slot);
            if (one.kind() == Slot.Kind.CPU && one.owner().orElse(-1) == cpu) {
                slots.add(slot);
            }
        }
        for (Process process : interruptsOf(cpu)) {
            slots.add(process.location());
            process.locals().stream().filter(slot -> slot >= 0 && !slots.contains(slot)).forEach(slots::add);
        }
        return slots;
    }

    private List<Process> interruptsOf(int cpu) {
        return machine.processes().stream().filter(
                process -> process.kind() == Process.Kind.CPU_INTERRUPT && process.instance() == cpu)
                .toList();
    }

    private int[] targets(int[] newNumber) {
        int[] targets = IntStream.range(0, machine.slots().size()).toArray();
        for (int cpu = 0; cpu < newNumber.length; cpu++) {
            List<Integer> from = slotsOf(cpu);
            List<Integer> to = slotsOf(newNumber[cpu]);
            for (int i = 0; i < from.size(); i++) {
                targets[from.get(i)] = to.get(i);
            }
        }
        return targets;
    }

    private Optional<String> obstacleInSlots() {
        List<Integer> first = slotsOf(0);
        for (int cpu = 1; cpu < machine.cpus(); cpu++) {
            List<Integer> other = slotsOf(cpu);
            if (other.size() != first.size() || !sameInterrupts(interruptsOf(0), interruptsOf(cpu))) {
                return Optional.of("CPU 0 and CPU " + cpu + " have different variables or interrupts");
            }
            for (int i = 0; i < first.size(); i++) {
                Slot a = machine.slots().get(first.get(i));
                Slot b = machine.slots().get(other.get(i));
                if (a.min() != b.min() || a.max() != b.max() || !a.type().equals(b.type())) {
                    return Optional.of(a.name() + " and " + b.name() + " have different ranges");
                }
            }
        }
        return obstacleInCpus().or(this::obstacleInLocals);
    }

    private static boolean sameInterrupts(List<Process> a, List<Process> b) {
        return a.size() == b.size()
                && IntStream.range(0, a.size()).allMatch(i -> a.get(i).body() == b.get(i).body()
                        && a.get(i).level() == b.get(i).level() && a.get(i).guard().equals(b.get(i).guard()));
    }

    /** A variable that may hold some CPUs and not others makes a difference between them. */
    private Optional<String> obstacleInCpus() {
        return machine.slots().stream().filter(slot -> slot.type() instanceof Type.Cpu)
                .filter(slot -> slot.max() >= 0 && (slot.min() > 0 || slot.max() != machine.cpus() - 1))
                .map(slot -> slot.name() + " cannot hold every CPU").findFirst();
    }

    /** A slot that holds a CPU and at another time something else cannot be renamed. */
    private Optional<String> obstacleInLocals() {
        for (Process process : machine.processes()) {
            Procedure body = machine.procedures().get(process.body());
            for (int local = 0; local < body.locals().size(); local++) {
                int slot = process.locals().get(local);
                if (slot >= 0 && holdsCpu[slot] != body.locals().get(local).type() instanceof Type.Cpu) {
                    return Optional.of(machine.slots().get(slot).name() + " holds a CPU and other things");
                }
            }
        }
        return Optional.empty();
    }

    /** The least of all images of a state, words compared unsigned. */
    private static final class LeastImage implements CpuSymmetry.Canonical {

        private final CpuPermutation[] permutations;
        private final long[] image;

        LeastImage(List<CpuPermutation> permutations, int words) {
            this.permutations = permutations.toArray(CpuPermutation[]::new);
            image = new long[words];
        }

        @Override
        public void apply(long[] from, int at, long[] to) {
            System.arraycopy(from, at, to, 0, to.length);
            for (CpuPermutation permutation : permutations) {
                permutation.apply(from, at, image);
                if (Arrays.compareUnsigned(image, to) < 0) {
                    System.arraycopy(image, 0, to, 0, to.length);
                }
            }
        }
    }
}
