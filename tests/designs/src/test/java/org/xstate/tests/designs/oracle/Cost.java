package org.xstate.tests.designs.oracle;

/** Operations on the CPU from the entry of the call to the target's next user instruction. */
public record Cost(int xsaveFull, int xsavePartial, int xrstorFull, int xrstorPartial, int registerWrites) {
    static final Cost NOTHING = new Cost(0, 0, 0, 0, 0);

    Cost plus(Cost other) {
        return new Cost(xsaveFull + other.xsaveFull, xsavePartial + other.xsavePartial,
                xrstorFull + other.xrstorFull, xrstorPartial + other.xrstorPartial,
                registerWrites + other.registerWrites);
    }
}
