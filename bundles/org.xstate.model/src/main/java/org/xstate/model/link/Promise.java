package org.xstate.model.link;

/**
 * What every model promises, whatever its own properties are. In a machine these claims follow those of the text, in
 * this order.
 */
public enum Promise {
    ASSERTION("assertion", "what is asserted holds"), EXPECTATION("expectation",
            "what the scenario expects holds"), NO_NULL_POINTER("no-null-pointer",
                    "no null pointer is followed"), IN_BOUNDS("in-bounds",
                            "every index is inside of its array"), IN_RANGE("in-range",
                                    "every value fits where it is put"), NO_DIVISION_BY_ZERO(
                                            "no-division-by-zero", "nothing is divided by zero"), IN_BUFFER(
                                                    "in-buffer",
                                                    "every address is inside of its buffer"), STEP_ENDS(
                                                            "step-ends",
                                                            "every step ends within 100,000 statements");

    /** Nodes that one step may execute, those of called procedures included. */
    public static final int MAX_NODES = 100_000;

    private final String claim;
    private final String sentence;

    Promise(String claim, String sentence) {
        this.claim = claim;
        this.sentence = sentence;
    }

    public String claim() {
        return claim;
    }

    public String sentence() {
        return sentence;
    }

    /** Its number among the claims of a machine. */
    public int number(Machine machine) {
        return machine.claims().size() - values().length + ordinal();
    }
}
