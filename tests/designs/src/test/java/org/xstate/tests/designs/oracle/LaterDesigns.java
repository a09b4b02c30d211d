package org.xstate.tests.designs.oracle;

import java.util.List;
import java.util.Optional;

/** What the review made of the proposal, what was there before it, and what was merged instead. */
final class LaterDesigns {

    private LaterDesigns() {
    }

    static List<Design> all() {
        Design updatePasid = Design.current("2a", LaterDesigns::updatePasid);
        return List.of(Design.any("1i-draft1", situation -> draft(situation, false)),
                Design.any("1i-draft2", situation -> draft(situation, true)),
                Design.current("1j", LaterDesigns::typedSetter), updatePasid,
                updatePasid.withStaleBytesEqual("2a-stale-equal"),
                Design.current("2b", LaterDesigns::registerIfValid),
                Design.any("2c", LaterDesigns::rawAddress).unless(situation -> !situation.marked(),
                        "get_xsave_addr gives NULL while XSTATE_BV has the component's bit clear"),
                Design.current("3", LaterDesigns::writeAtOnce).unless(situation -> !situation.live(),
                        "a #GP from user mode finds the task's own state in the registers"),
                Design.current("4", LaterDesigns::lockAndLoad),
                Design.current("5a", situation -> Optional.of(registersOrBuffer(situation))),
                Design.any("5b", LaterDesigns::typedList), Design.any("6", LaterDesigns::eager).eagerly(),
                Design.any("7", LaterDesigns::wholeBuffer)
                        .unless(Situation::targetIsCurrent, "replaces the state of a stopped task only")
                        .unless(situation -> situation.f().supervisor,
                                "a user image has no supervisor components"));
    }

    /**
     * 1i: the update call as it was posted, which asks XSTATE_BV and not whether the registers are live. The address is
     * taken first, as in the sketch that it completes.
     */
    private static Optional<Value> draft(Situation situation, boolean second) {
        Area.Address address = situation.area().address(situation.f());
        if (!situation.targetIsCurrent()) {
            address.write(Value.initial(situation.f()));
        } else if (!situation.marked()) {
            if (second) {
                situation.mark();
            }
            situation.machine().xsaves(situation.area(), situation.onlyF());
        }
        situation.mark();
        Value shown = address.read();
        address.write(situation.newF());
        situation.target().tif = true;
        if (second && situation.targetIsCurrent()) {
            situation.machine().owner = Optional.empty();
        }
        return Optional.of(shown);
    }

    /** 1j: the register where it is the only truth, else memory, and then the registers are valid no more. */
    private static Optional<Value> typedSetter(Situation situation) {
        if (situation.live()) {
            situation.machine().writeRegister(situation.newF());
        } else {
            situation.updateInMemory();
            situation.forgetLastCpu();
        }
        return Optional.empty();
    }

    /** 2a: invalidates only if the bytes differ from the wanted value, having set the bit before it compares. */
    private static Optional<Value> updatePasid(Situation situation) {
        if (situation.live()) {
            situation.machine().writeRegister(situation.newF());
        } else {
            situation.mark();
            Area.Address address = situation.area().address(situation.f());
            if (!address.read().equals(situation.newF())) {
                situation.forgetLastCpu();
                address.write(situation.newF());
            }
        }
        return Optional.empty();
    }

    /** 2b: the register alone wherever it holds the task's value, memory alone otherwise. */
    private static Optional<Value> registerIfValid(Situation situation) {
        if (situation.live() || situation.valid()) {
            situation.machine().writeRegister(situation.newF());
        } else {
            situation.updateInMemory();
        }
        return Optional.empty();
    }

    /** 2c: the address and nothing else. */
    private static Optional<Value> rawAddress(Situation situation) {
        Area.Address address = situation.area().address(situation.f());
        Value shown = address.read();
        address.write(situation.newF());
        return Optional.of(shown);
    }

    /** 3: the register, in the trap that the task's own user instruction raised. */
    private static Optional<Value> writeAtOnce(Situation situation) {
        situation.machine().writeRegister(situation.newF());
        return Optional.empty();
    }

    /** 4: the registers are made the task's first; what follows knows one case only. */
    private static Optional<Value> lockAndLoad(Situation situation) {
        if (!situation.live()) {
            situation.machine().restoreUserRegisters();
        }
        Value read = situation.machine().registers.get(situation.f());
        situation.machine().writeRegister(situation.newF());
        return Optional.of(read);
    }

    /**
     * 5a: three ways: registers, the buffer where it has the component, else registers after restoring all; which loads
     * nothing where they are valid, as on the way to user mode.
     */
    private static Value registersOrBuffer(Situation situation) {
        if (!situation.live() && situation.marked()) {
            Value shown = situation.updateInMemory();
            if (situation.valid()) {
                situation.forgetLastCpu();
            }
            return shown;
        }
        return lockAndLoad(situation).orElseThrow();
    }

    /** 5b: both of 5a's paths, kept inside behind a list of values, and a call of its own for a stopped task. */
    private static Optional<Value> typedList(Situation situation) {
        if (situation.targetIsCurrent()) {
            registersOrBuffer(situation);
        } else {
            situation.updateInMemory();
            situation.forgetLastCpu();
        }
        return Optional.empty();
    }

    /** 6: field and register for the task that is current, the field alone for any other. */
    private static Optional<Value> eager(Situation situation) {
        situation.target().field = situation.newF();
        if (situation.targetIsCurrent()) {
            situation.machine().writeRegister(situation.newF());
        }
        return Optional.empty();
    }

    /** 7: every user component is replaced: with what was read, but for f. Supervisor bits stay. */
    private static Optional<Value> wholeBuffer(Situation situation) {
        situation.forgetLastCpu();
        for (Component component : Component.values()) {
            if (!component.supervisor) {
                Value handedBack = component == situation.f()
                        ? situation.newF()
                        : situation.area().canonical(component);
                situation.area().address(component).write(handedBack);
                situation.area().xstateBv.add(component);
            }
        }
        return Optional.empty();
    }
}
