package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.model.ir.Program;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.library.Part;

/**
 * Where the library keeps the copies of a component: registers of a CPU, the buffer of a task, and what the task must see.
 * Names of slots are those of {@code kernel/task.c}, {@code kernel/ghost.c} and {@code hardware/registers.c}.
 */
final class Copies {

    private static final Type FPSTATE = new Type.Struct("fpstate");
    private static final Type IMAGE = new Type.Struct("xregs_state");

    private final Program program;
    private final Machine machine;
    private final ImageMap map;
    private final Words words;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Optional<Image>> images = new HashMap<>();
    private final int cpus;

    Copies(Program program, Machine machine, ImageMap map, Words words) {
        this.program = program;
        this.machine = machine;
        this.map = map;
        this.words = words;
        this.cpus = machine.cpus();
        for (int i = 0; i < machine.slots().size(); i++) {
            Slot slot = machine.slots().get(i);
            if (slot.kind() == Slot.Kind.SHARED || slot.kind() == Slot.Kind.CPU) {
                slots.put(slot.name(), i);
            }
        }
    }

    /** The task whose buffer that object is, in that state: {@code fpstates[0].regs}. */
    Optional<String> owner(long[] state, String image) {
        return IntStream.range(0, tasks())
                .filter(task -> buffer(state, task).equals(Optional.of(image)))
                .mapToObj(words::task).findFirst();
    }

    int tasks() {
        return program.tasks().size();
    }

    List<Part> parts() {
        return map.parts();
    }

    List<Part> parts(long component) {
        return map.parts().stream().filter(part -> part.component() == component).toList();
    }

    /** {@code PKRU}, {@code SSE.mxcsr}. */
    String name(Part part) {
        String component = component(part.component());
        return parts(part.component()).size() == 1 ? component : component + "." + part.name();
    }

    String component(long number) {
        return map.processor().catalog().name((int) number);
    }

    /** What a variable of the library holds; empty if the model has none of that name. */
    Optional<Long> slot(long[] state, String name) {
        return Optional.ofNullable(slots.get(name)).map(slot -> state[slot]);
    }

    /** The same in words. */
    Optional<String> text(long[] state, String name) {
        return Optional.ofNullable(slots.get(name))
                .map(slot -> words.value(machine.slots().get(slot).type(), state[slot]));
    }

    /** What a CPU's register holds. */
    String register(long[] state, int cpu, Part part) {
        return slot(state, "per_cpu(fpregs, " + cpu + ").part[" + part.number() + "]").map(words::token)
                .orElse("init");
    }

    /** What the task must see. */
    Optional<String> canonical(long[] state, int task, Part part) {
        return slot(state, "canon[" + task + "][" + part.number() + "]").map(words::token);
    }

    /** The name of the image in the task's buffer; empty for a task that has none. */
    Optional<String> buffer(long[] state, int task) {
        return slot(state, "tasks[" + task + "].thread.fpu.fpstate")
                .flatMap(pointer -> words.pointee(FPSTATE, pointer)).map(name -> name + ".regs");
    }

    private Optional<Image> image(String name) {
        return images.computeIfAbsent(name, one -> Image.of(map, one, slots));
    }

    /** All images: those of tasks, signal frames, buffers of system calls. */
    List<String> images() {
        return words.objects(IMAGE);
    }

    boolean differs(long[] before, long[] after, String name) {
        return image(name).filter(image -> image.differs(before, after)).isPresent();
    }

    /** What an image holds, read as the processor would: initial where XSTATE_BV says so. */
    Optional<String> value(long[] state, String name, Part part) {
        return image(name).map(image -> {
            if ((image.xstateBv(state) >>> part.component() & 1) == 0) {
                return "init";
            }
            Image.PartValue value = image.part(state, part);
            return switch (value.kind()) {
                case VALUE -> words.token(value.value());
                case TORN -> "torn";
                case ZERO -> "zero";
                case NO_PLACE -> "no place";
            };
        });
    }

    /** What the task's buffer holds; empty for a task without a buffer. */
    Optional<String> memory(long[] state, int task, Part part) {
        return buffer(state, task).flatMap(name -> value(state, name, part));
    }

    Optional<String> xstateBv(long[] state, String buffer) {
        return image(buffer).map(image -> hex(image.xstateBv(state)));
    }

    Optional<String> xcompBv(long[] state, String buffer) {
        return image(buffer).map(image -> hex(image.xcompBv(state)));
    }

    /** Bytes of a buffer that changed where no component lies now. */
    List<Image.Stray> strays(long[] before, long[] after, String buffer) {
        return image(buffer).map(image -> image.strays(before, after, words)).orElse(List.of());
    }

    private static String hex(long mask) {
        return "0x" + Long.toHexString(mask);
    }

    /** The CPUs whose registers could be taken for the task's. */
    List<Integer> holders(long[] state, int task) {
        List<Integer> holders = new ArrayList<>();
        for (int cpu = 0; cpu < cpus; cpu++) {
            boolean runs = slot(state, "per_cpu(current_task, " + cpu + ")")
                    .filter(value -> value == task + 1L)
                    .isPresent();
            boolean owns = slot(state, "per_cpu(fpu_fpregs_owner_ctx, " + cpu + ")")
                    .flatMap(pointer -> words.pointee(new Type.Struct("fpu"), pointer))
                    .filter(("tasks[" + task + "].thread.fpu")::equals).isPresent();
            if (runs || owns) {
                holders.add(cpu);
            }
        }
        return holders;
    }

    /** The task that is current on a CPU, by its position in the pool. */
    Optional<Integer> current(long[] state, int cpu) {
        return slot(state, "per_cpu(current_task, " + cpu + ")").filter(value -> value > 0)
                .map(value -> (int) (value - 1));
    }

    boolean inUserMode(long[] state, int cpu) {
        return slot(state, "per_cpu(user_mode, " + cpu + ")").filter(value -> value != 0).isPresent();
    }

    int cpus() {
        return cpus;
    }

    boolean isInit(long[] state, String image, Part part) {
        return image(image).filter(one -> (one.xstateBv(state) >>> part.component() & 1) == 0).isPresent();
    }

    /** Whether any of these slots is one in which the image keeps the part. */
    boolean wrote(long[] state, String image, Part part, java.util.Set<Integer> written) {
        return image(image).filter(one -> one.slots(state, part).anyMatch(written::contains)).isPresent();
    }

    /** The image to which a slot belongs, by the slot's name. */
    Optional<String> imageOf(String slot) {
        return images().stream().filter(name -> slot.startsWith(name + ".")).findFirst();
    }

    /** The components that a value of a CPU's IA32_XFD disables; bit 0 of it is the first that can be disabled. */
    List<Integer> disabledBy(long xfd) {
        List<Integer> all = parts().stream().map(Part::component).distinct().toList();
        int first = java.util.stream.IntStream.range(0, all.size())
                .filter(i -> map.processor().xfd().has(all.get(i))).findFirst().orElse(0);
        return java.util.stream.IntStream.range(first, all.size()).filter(i -> (xfd >>> (i - first) & 1) != 0)
                .mapToObj(all::get).toList();
    }

    /** The image with the components of a task that are independent of its buffer. */
    Optional<String> independent(long[] state, int task) {
        return slot(state, "tasks[" + task + "].thread.independent")
                .flatMap(pointer -> words.pointee(IMAGE, pointer));
    }
}
