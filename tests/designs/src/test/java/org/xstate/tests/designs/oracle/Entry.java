package org.xstate.tests.designs.oracle;

import java.util.EnumSet;
import java.util.Optional;

import org.xstate.tests.designs.oracle.Origin.Holder;

/** The entry cases: where the old value is when the call is made. */
enum Entry {
    L1(Registers.LIVE, true, true), L1s(Registers.LIVE, true, false), L0(Registers.LIVE, false, false), L0b(
            Registers.LIVE, false, true), V(Registers.VALID, true, true), V0(Registers.VALID, false,
                    false), S1(Registers.NOBODYS, true, true), S0(Registers.NOBODYS, false,
                            false), T(Registers.VALID, true, true), Tn(Registers.NOBODYS, true, true);

    /** What the registers are to the target. */
    private enum Registers {
        /** TIF_NEED_FPU_LOAD clear: the registers are the only truth. */
        LIVE,
        /** TIF_NEED_FPU_LOAD set, but the registers still equal memory and the kernel knows it. */
        VALID,
        /** They belong to no task. */
        NOBODYS
    }

    private final Registers registers;

    /** Whether the target has f in use. */
    private final boolean inUse;

    /** XSTATE_BV[f] of the target's buffer. */
    private final boolean marked;

    Entry(Registers registers, boolean inUse, boolean marked) {
        this.registers = registers;
        this.inUse = inUse;
        this.marked = marked;
    }

    private boolean targetIsCurrent() {
        return this != T && this != Tn;
    }

    /** The target's value of a component, which its next user instruction would find without the call. */
    private Value canonical(Component component, Component f) {
        return component == f && !inUse ? Value.initial(f) : Value.of(Holder.TARGET, component);
    }

    /**
     * The state at the entry of the call.
     *
     * @param lastHere  whether last_cpu names this CPU for a target whose registers are valid nowhere, which is left open
     * @param unmarked  the bytes of f wherever XSTATE_BV[f] is clear
     */
    Situation situation(Component f, Component g, boolean eager, boolean lastHere, Value unmarked) {
        Task target = new Task("target", true, canonical(f, f));
        Task other = new Task("other", true, Value.of(Holder.OTHER_TASK, f));
        Task kernelThread = new Task("kernel thread", false, Value.of(Holder.KERNEL_THREAD, f));
        Task current = targetIsCurrent() ? target : other;
        Machine machine = new Machine(f, g, eager, current);

        other.tif = true;
        other.lastOnThisCpu = false;
        target.tif = registers != Registers.LIVE;
        target.lastOnThisCpu = registers != Registers.NOBODYS || lastHere;
        machine.owner = registers == Registers.NOBODYS ? Optional.empty() : Optional.of(target);

        target.area.xcompBv.addAll(EnumSet.allOf(Component.class));
        other.area.xcompBv.addAll(EnumSet.allOf(Component.class));
        for (Component component : Component.values()) {
            machine.registers.put(component, registers == Registers.NOBODYS
                    ? Value.of(Holder.KERNEL, component)
                    : canonical(component, f));
            other.area.xstateBv.add(component);
            other.area.address(component).write(Value.of(Holder.OTHER_TASK, component));
            if (component != f || marked) {
                target.area.xstateBv.add(component);
                target.area.address(component).write(registers == Registers.LIVE
                        ? Value.of(Holder.TARGET_OLDER, component)
                        : canonical(component, f));
            }
        }
        if (!marked) {
            target.area.address(f).write(unmarked);
        }
        if (eager) {
            machine.registers.put(f, current.field);
        }
        return new Situation(machine, target, other, kernelThread, canonical(f, f), canonical(g, f));
    }
}
