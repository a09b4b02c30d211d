package org.xstate.tests.designs.oracle;

import java.util.EnumSet;
import java.util.Set;

/**
 * A call at its entry: the machine, the tasks, and what the target would find without the call.
 *
 * @param other the user task that is not the target; it makes the call where the target is stopped
 * @param oldF  the target's f
 * @param oldG  the target's g
 */
record Situation(Machine machine, Task target, Task other, Task kernelThread, Value oldF, Value oldG) {

    boolean targetIsCurrent() {
        return machine.current == target;
    }

    Component f() {
        return machine.f;
    }

    Set<Component> onlyF() {
        return EnumSet.of(machine.f);
    }

    /** What the caller stores: whole, not initial, and whatever it was shown. */
    Value newF() {
        return Value.of(Origin.Holder.CALLER_NEW, machine.f);
    }

    boolean live() {
        return !target.tif;
    }

    boolean valid() {
        return machine.valid(target);
    }

    Area area() {
        return target.area;
    }

    boolean marked() {
        return target.area.xstateBv.contains(machine.f);
    }

    void mark() {
        target.area.xstateBv.add(machine.f);
    }

    /** Memory was changed: __fpu_invalidate_fpregs_state. */
    void forgetLastCpu() {
        target.lastOnThisCpu = false;
    }

    /** Fills in the initial bytes if need be, lets the caller see and replace f in memory, and marks it. */
    Value updateInMemory() {
        Area.Address address = area().address(f());
        area().fillIfInitial(address);
        Value shown = address.read();
        address.write(newF());
        mark();
        return shown;
    }
}
