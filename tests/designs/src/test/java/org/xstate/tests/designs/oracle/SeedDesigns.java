package org.xstate.tests.designs.oracle;

import java.util.List;
import java.util.Optional;

/**
 * The begin/finish pair of the proposal, literally and repaired in several ways. Begin takes the address, finds
 * the old value there, and the caller stores; finish publishes. XCOMP_BV is checked as intended: the component's
 * bit, which is set in every entry case, since {@link Area#address} throws where it is not.
 */
final class SeedDesigns {

    private SeedDesigns() {
    }

    static List<Design> all() {
        return List.of(Design.any("1a", situation -> literal(situation, false)),
                Design.any("1b", situation -> literal(situation, true)),
                Design.any("1c", SeedDesigns::saveAll),
                Design.current("1d", SeedDesigns::restoreOne), Design.any("1e", SeedDesigns::readThenMemory),
                Design.any("1f", SeedDesigns::readThenWrite), Design.any("1g", SeedDesigns::replaceInMemory),
                Design.current("1h", SeedDesigns::replaceAndRestoreOne));
    }

    /** 1a and 1b: the fill before the save, and the save in place through the buffer that the address is of. */
    private static Optional<Value> literal(Situation situation, boolean invalidate) {
        Area.Address address = situation.area().address(situation.f());
        situation.area().fillIfInitial(address);
        if (situation.live()) {
            situation.machine().xsaves(situation.area(), situation.onlyF());
        }
        Value shown = address.read();
        address.write(situation.newF());
        situation.mark();
        situation.target().tif = true;
        if (invalidate) {
            situation.forgetLastCpu();
        }
        return Optional.of(shown);
    }

    /** 1c: everything is saved, so that memory as a whole is the truth when the flag says so. */
    private static Optional<Value> saveAll(Situation situation) {
        if (situation.live()) {
            situation.machine().saveEverything(situation.target());
        }
        Value shown = situation.updateInMemory();
        situation.target().tif = true;
        situation.forgetLastCpu();
        return Optional.of(shown);
    }

    /**
     * 1d: the flag stays as it was, because the one component goes back to the registers at once. The side buffer is
     * filled like any other before it is handed out: that what the caller reads is never garbage is asked of all.
     */
    private static Optional<Value> restoreOne(Situation situation) {
        if (situation.live()) {
            Area side = new Area();
            situation.machine().xsaves(side, situation.onlyF());
            Area.Address address = side.address(situation.f());
            side.fillIfInitial(address);
            Value shown = address.read();
            restoreFrom(situation, side, address);
            return Optional.of(shown);
        }
        Value shown = situation.updateInMemory();
        if (situation.valid()) {
            situation.machine().xrstors(situation.area(), situation.onlyF());
        }
        return Optional.of(shown);
    }

    /** 1h: as 1d where the caller replaces the value without having seen it. */
    private static Optional<Value> replaceAndRestoreOne(Situation situation) {
        if (situation.live()) {
            Area side = new Area();
            side.xcompBv.add(situation.f());
            restoreFrom(situation, side, side.address(situation.f()));
        } else {
            situation.updateInMemory();
            if (situation.valid()) {
                situation.machine().xrstors(situation.area(), situation.onlyF());
            }
        }
        return Optional.empty();
    }

    private static void restoreFrom(Situation situation, Area side, Area.Address address) {
        address.write(situation.newF());
        side.xstateBv.add(situation.f());
        situation.machine().xrstors(side, situation.onlyF());
    }

    /** 1e: as 1c, with the old value from the instruction that reads it. */
    private static Optional<Value> readThenMemory(Situation situation) {
        if (!situation.live()) {
            return saveAll(situation);
        }
        situation.machine().saveEverything(situation.target());
        Value read = situation.machine().registers.get(situation.f());
        situation.updateInMemory();
        situation.target().tif = true;
        situation.forgetLastCpu();
        return Optional.of(read);
    }

    /** 1f: memory is left alone where the registers are the only truth, and written alone where they are not. */
    private static Optional<Value> readThenWrite(Situation situation) {
        if (situation.live()) {
            Value read = situation.machine().registers.get(situation.f());
            situation.machine().writeRegister(situation.newF());
            return Optional.of(read);
        }
        Value shown = situation.updateInMemory();
        situation.forgetLastCpu();
        return Optional.of(shown);
    }

    /**
     * 1g: the caller replaces the value, nothing is saved, and the flag makes memory the truth. Registers are invalidated
     * for the current task as they are for another one: only 1a is said to leave that out.
     */
    private static Optional<Value> replaceInMemory(Situation situation) {
        situation.updateInMemory();
        situation.target().tif = true;
        situation.forgetLastCpu();
        return Optional.empty();
    }
}
