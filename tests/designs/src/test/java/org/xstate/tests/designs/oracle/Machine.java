package org.xstate.tests.designs.oracle;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One CPU and the rules of the 6.16 kernel: XSAVES and XRSTORS with the exact init optimisation, without the
 * modified optimisation and without faults; who owns the registers; the switch, the return to user mode, a kernel
 * FPU section. Counts what it does.
 */
final class Machine {
    /** The component that is updated, and the one that must come through unharmed. */
    final Component f;
    final Component g;

    /** Design 6: f is switched eagerly, left out of the mask of XRSTORS and alone by kernel FPU sections. */
    final boolean eager;

    final Map<Component, Value> registers = new EnumMap<>(Component.class);

    /** fpu_fpregs_owner_ctx. */
    Optional<Task> owner = Optional.empty();

    Task current;
    Cost cost = Cost.NOTHING;

    Machine(Component f, Component g, boolean eager, Task current) {
        this.f = f;
        this.g = g;
        this.eager = eager;
        this.current = current;
    }

    private static Set<Component> saveMask() {
        return EnumSet.allOf(Component.class);
    }

    private Set<Component> restoreMask() {
        return eager ? EnumSet.complementOf(EnumSet.of(f)) : EnumSet.allOf(Component.class);
    }

    // ---- instructions

    /** Writes what is in use, and both words of the header for RFBM alone: the others lose place and bit. */
    void xsaves(Area area, Set<Component> rfbm) {
        area.xcompBv.clear();
        area.xcompBv.addAll(rfbm);
        area.xstateBv.clear();
        for (Component component : rfbm) {
            if (!registers.get(component).isInitial()) {
                area.address(component).write(registers.get(component));
                area.xstateBv.add(component);
            }
        }
        count(rfbm.containsAll(saveMask()) ? new Cost(1, 0, 0, 0, 0) : new Cost(0, 1, 0, 0, 0));
    }

    /** Loads what XSTATE_BV marks from where XCOMP_BV puts it, and initialises the rest of RFBM. */
    void xrstors(Area area, Set<Component> rfbm) {
        if (!area.xcompBv.containsAll(area.xstateBv)) {
            throw new IllegalStateException("#GP: XSTATE_BV " + area.xstateBv + ", XCOMP_BV " + area.xcompBv);
        }
        for (Component component : rfbm) {
            registers.put(component, area.canonical(component));
        }
        count(rfbm.containsAll(restoreMask()) ? new Cost(0, 0, 1, 0, 0) : new Cost(0, 0, 0, 1, 0));
    }

    /** The instruction that writes f alone, executed by the kernel. */
    void writeRegister(Value value) {
        registers.put(f, value);
        count(new Cost(0, 0, 0, 0, 1));
    }

    private void count(Cost one) {
        cost = cost.plus(one);
    }

    // ---- the kernel

    /** Whether the registers hold this task's state, by the kernel's own test. */
    boolean valid(Task task) {
        return owner.filter(one -> one == task).isPresent() && task.lastOnThisCpu;
    }

    void saveEverything(Task task) {
        xsaves(task.area, saveMask());
    }

    /** fpregs_restore_userregs of the current task, without the test of TIF that its callers make. */
    void restoreUserRegisters() {
        if (!valid(current)) {
            xrstors(current.area, restoreMask());
            owner = Optional.of(current);
            current.lastOnThisCpu = true;
        }
        current.tif = false;
    }

    void returnToUser() {
        if (current.tif) {
            restoreUserRegisters();
        }
    }

    void switchTo(Task next) {
        if (current.user && !current.tif) {
            current.tif = true;
            saveEverything(current);
            current.lastOnThisCpu = true;
        }
        if (eager) {
            current.field = registers.get(f);
            if (!next.field.equals(registers.get(f))) {
                writeRegister(next.field);
            }
        }
        current = next;
    }

    /** kernel_fpu_begin, instructions that use every component, kernel_fpu_end. */
    void kernelFpuSection() {
        if (current.user && !current.tif) {
            current.tif = true;
            saveEverything(current);
        }
        owner = Optional.empty();
        for (Component component : restoreMask()) {
            registers.put(component, Value.of(Origin.Holder.KERNEL, component));
        }
    }

    /** The current task, in user mode, gives f and g values of its own. */
    void userWrites() {
        registers.put(f, Value.of(Origin.Holder.OTHER_TASK_LATER, f));
        registers.put(g, Value.of(Origin.Holder.OTHER_TASK_LATER, g));
    }
}
