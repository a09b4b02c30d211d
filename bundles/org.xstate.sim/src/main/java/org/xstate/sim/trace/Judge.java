package org.xstate.sim.trace;

import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.sim.library.Part;
import org.xstate.sim.trace.MachineSnapshot.Content;

/** Says of each copy what it is worth: {@link Standing}. */
final class Judge {

    private final Copies copies;
    private final Words words;
    private final Situation situation;

    Judge(Copies copies, Words words, Situation situation) {
        this.copies = copies;
        this.words = words;
        this.situation = situation;
    }

    /** @param must what the task must see, or empty @param reason a sentence without full stop */
    record Verdict(Standing standing, String value, String task, String must, String reason) {

        Content content() {
            return switch (value) {
                case "" -> Content.NOTHING;
                case "init" -> Content.INIT;
                case "torn", "poison", "zero" -> Content.GARBAGE;
                default -> Content.VALUE;
            };
        }
    }

    Verdict register(long[] state, int cpu, Part part) {
        String value = copies.register(state, cpu, part);
        Optional<Integer> current = copies.current(state, cpu)
                .filter(task -> task < copies.tasks() && situation.hasUserState(state, task));
        if (current.isPresent()) {
            int task = current.get();
            String name = words.task(task);
            if (isDisabled(state, task, part)) {
                return new Verdict(Standing.UNUSED, value, name, "",
                        "IA32_XFD disables the component for " + name);
            }
            Optional<String> why = whyRegistersCount(state, cpu, task, part);
            if (why.isPresent()) {
                return counting(state, task, part, value, why.get());
            }
        }
        OptionalInt valid = situation.isLeftOut(part) ? OptionalInt.empty() : situation.validFor(state, cpu);
        return valid.isPresent()
                ? valid(state, cpu, valid.getAsInt(), part, value)
                : new Verdict(Standing.UNUSED, value, "", "", unused(state, cpu, part));
    }

    private Optional<String> whyRegistersCount(long[] state, int cpu, int task, Part part) {
        String name = words.task(task);
        if (copies.inUserMode(state, cpu)) {
            return Optional.of(name + " is in user mode on CPU" + cpu);
        }
        if (situation.isLeftOut(part)) {
            return Optional.of(name + " is current on CPU" + cpu
                    + ", and the component changes hands at the switch");
        }
        return situation.needsLoad(state, task)
                ? Optional.empty()
                : Optional.of(name + " is current on CPU" + cpu + " and its TIF_NEED_FPU_LOAD is clear");
    }

    private String unused(long[] state, int cpu, Part part) {
        OptionalInt owner = situation.owner(state, cpu);
        if (situation.isLeftOut(part)) {
            return "no task with a state of user space is current on CPU" + cpu;
        }
        return owner.isEmpty()
                ? "fpu_fpregs_owner_ctx of CPU" + cpu + " is NULL"
                : "fpu_fpregs_owner_ctx of CPU" + cpu + " is " + words.task(owner.getAsInt())
                        + ", whose last_cpu is another one";
    }

    /** The copy that counts. */
    private Verdict counting(long[] state, int task, Part part, String value, String why) {
        String name = words.task(task);
        Optional<String> must = copies.canonical(state, task, part);
        if (must.isEmpty() || must.get().equals(value)) {
            return new Verdict(Standing.CANONICAL, value, name, value, why);
        }
        boolean settled = situation.isTaskSettled(state, task)
                || situation.cpuOf(state, task).stream().anyMatch(cpu -> copies.inUserMode(state, cpu));
        return differing(state, task, part, value, must.get(), why, settled);
    }

    private Verdict differing(long[] state, int task, Part part, String value, String must, String why,
            boolean settled) {
        String name = words.task(task);
        if (situation.isPending(state, task, part)) {
            return new Verdict(Standing.CHANGING, value, name, must,
                    why + "; an interface is changing the component, " + name + " saw " + must);
        }
        if (!settled) {
            return new Verdict(Standing.CHANGING, value, name, must,
                    why + "; a critical section is open, " + name + " must see " + must + " behind it");
        }
        return new Verdict(Standing.WRONG, value, name, must, why + ", but " + name + " must see " + must);
    }

    /** Registers that a way to user mode would not load again. */
    private Verdict valid(long[] state, int cpu, int task, Part part, String value) {
        String name = words.task(task);
        String why = "owner and last_cpu of " + name + " agree on CPU" + cpu
                + ", so its way to user mode there loads nothing";
        Optional<String> must = copies.canonical(state, task, part);
        if (!situation.hasUserState(state, task) || must.isEmpty() || isDisabled(state, task, part)) {
            return new Verdict(Standing.UNUSED, value, name, "", why);
        }
        return must.get().equals(value)
                ? new Verdict(Standing.DUPLICATE, value, name, value, why)
                : differing(state, task, part, value, must.get(), why,
                        situation.isSettled(state, cpu) && situation.isTaskSettled(state, task));
    }

    private boolean isDisabled(long[] state, int task, Part part) {
        return copies.buffer(state, task)
                .flatMap(image -> copies.slot(state, image.replaceAll("\\.regs$", "") + ".xfd"))
                .filter(xfd -> (xfd >>> part.component() & 1) != 0).isPresent();
    }

    Verdict memory(long[] state, int task, Part part) {
        String name = words.task(task);
        Optional<String> image = copies.buffer(state, task);
        if (image.isEmpty()) {
            return new Verdict(Standing.UNUSED, "", name, "", name + " has no state of user space");
        }
        String value = copies.value(state, image.get(), part).orElse("");
        if (value.equals("no place") || isDisabled(state, task, part)) {
            return new Verdict(Standing.UNUSED, "", name, "",
                    "the buffer of " + name + " has no room for it");
        }
        String bit = copies.isInit(state, image.get(), part)
                ? "XSTATE_BV[" + part.component() + "] is clear; "
                : "";
        if (!situation.hasUserState(state, task)) {
            return new Verdict(Standing.UNUSED, value, name, "", bit + name + " is new or dead");
        }
        if (situation.isLeftOut(part)) {
            return new Verdict(Standing.UNUSED, value, name, "",
                    bit + "the component is left out of the restore, so these bytes are never loaded");
        }
        OptionalInt cpu = situation.cpuOf(state, task);
        boolean registers = cpu.isPresent()
                && whyRegistersCount(state, cpu.getAsInt(), task, part).isPresent();
        if (registers) {
            return copy(state, task, part, value, bit + "the registers of CPU" + cpu.getAsInt() + " count");
        }
        String why = cpu.isPresent()
                ? "TIF_NEED_FPU_LOAD of " + name + " is set"
                : name + " runs on no CPU";
        return counting(state, task, part, value, bit + why);
    }

    /** A copy beside the one that counts. */
    private Verdict copy(long[] state, int task, Part part, String value, String why) {
        String must = copies.canonical(state, task, part).orElse("");
        return new Verdict(must.equals(value) ? Standing.DUPLICATE : Standing.STALE, value, words.task(task),
                must, why);
    }

    Verdict parked(long[] state, int task, Part part) {
        String name = words.task(task);
        Optional<String> value = situation.isLeftOut(part)
                ? situation.parked(state, task, part)
                : Optional.empty();
        if (value.isEmpty()) {
            return new Verdict(Standing.UNUSED, "", name, "",
                    "the component is in the buffer of " + name + " and nowhere else in memory");
        }
        OptionalInt cpu = situation.cpuOf(state, task);
        if (!situation.hasUserState(state, task)) {
            return new Verdict(Standing.UNUSED, value.get(), name, "", name + " is new or dead");
        }
        return cpu.isPresent()
                ? copy(state, task, part, value.get(), "the registers of CPU" + cpu.getAsInt() + " count")
                : counting(state, task, part, value.get(), name + " runs on no CPU");
    }

    Verdict image(long[] state, String image, Part part) {
        String value = copies.value(state, image, part).filter(one -> !one.equals("no place")).orElse("");
        String reason = value.isEmpty()
                ? "the image has no room for it"
                : "XSTATE_BV[" + part.component() + "] is "
                        + (copies.isInit(state, image, part) ? "clear" : "set");
        return new Verdict(Standing.OUTSIDE, value, "", "", reason);
    }
}
